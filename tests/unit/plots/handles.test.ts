import { describe, expect, it } from "vitest";
import { crossingCurve, type EINetwork } from "#model";
import {
  chosenOutputLine,
  dragHandle,
  type Handle,
  outputHandles,
  type ScreenPoint,
  sliceHandles,
} from "#plots";
import { eiNetwork, figure4de, figure5cd } from "../../support/eiNetworks.ts";
import { outputPicture, slicePicture } from "../../support/plotPictures.ts";

const saw = figure5cd();

function slice(network: EINetwork, x = 1) {
  return { ...slicePicture({ network, x, E: [0, 4], I: [0, 6], traces: null, time: 0 }), x };
}

function find(handles: readonly Handle[], id: string): Handle {
  const handle = handles.find((candidate) => candidate.id.endsWith(id));
  if (handle === undefined) throw new Error(`No handle ${id}.`);
  return handle;
}

function tailOf({ tail }: Handle): ScreenPoint {
  if (tail === null) expect.fail("An arrow has a tail.");
  return tail;
}

describe("sliceHandles", () => {
  const picture = slice(figure4de());
  const { view } = picture;

  it("give a line, two ends and a decoder with their parameters and words", () => {
    const handles = sliceHandles(picture, 0);
    expect(
      handles.map(({ part, parameterId, label, valueText }) => [
        part,
        parameterId,
        label,
        valueText,
      ]),
    ).toEqual([
      ["line", "threshold", "Threshold of E 1", "1"],
      ["slope", "encoder.EE", "Slope of E 1, right end", "1"],
      ["slope", "encoder.EE", "Slope of E 1, left end", "1"],
      ["decoder", "decoder", "Decoder of E 1", "0.62"],
    ]);
    expect(new Set(handles.map(({ id }) => id)).size).toBe(4);
  });

  it("set the threshold that puts the line through the pointer", () => {
    const line = find(sliceHandles(picture, 0), "line");
    // F x + E_EE yE - E_EI |yI| = 2 + 1 - 4 = -1 at (1, 4).
    const [change] = dragHandle(line, view.toScreen({ x: 1, y: 4 }));
    expect(change?.parameterId).toBe("threshold");
    expect(change?.value).toBeCloseTo(-1, 9);
    expect(line.set(0.5)).toEqual([{ parameterId: "threshold", value: 0.5 }]);
  });

  it("turn the line about its other end, which stays", () => {
    // The I line 1.5 yE leaves the view at (0, 0) and (4, 6): pulled to (2, 1) it is yE / 2.
    const right = find(sliceHandles(picture, 1), "slope-to");
    const [encoder, threshold] = right.drag(view.toScreen({ x: 2, y: 1 }));
    expect(encoder?.parameterId).toBe("encoder.IE");
    expect(encoder?.value).toBeCloseTo(0.5, 9);
    expect(threshold?.value).toBeCloseTo(1, 9);
  });

  it("turn about the right end when the left one is pulled", () => {
    const left = find(sliceHandles(picture, 1), "slope-from");
    const [encoder, threshold] = left.drag(view.toScreen({ x: 0, y: 2 }));
    expect(encoder?.value).toBeCloseTo(1, 9);
    expect(threshold?.value).toBeCloseTo(-1, 9);
  });

  it("never make the encoder negative nor turn the line over", () => {
    const right = find(sliceHandles(picture, 1), "slope-to");
    expect(right.drag(view.toScreen({ x: 2, y: -3 }))[0]?.value).toBe(0);
    const behind = right.drag(view.toScreen({ x: -2, y: 5 }))[0]?.value ?? 0;
    expect(behind).toBeGreaterThan(1);
    expect(Number.isFinite(behind)).toBe(true);
    expect(right.set(-1)[0]?.value).toBe(0);
    const left = find(sliceHandles(picture, 1), "slope-from");
    expect(left.drag(view.toScreen({ x: 9, y: 0 }))[0]?.value).toBeGreaterThan(1);
  });

  it("let a typed encoder turn the line about the same end", () => {
    const right = find(sliceHandles(picture, 0), "slope-to");
    // The E line yE + 1 enters the view at (0, 1): F x + 0 - 1 = 1 whatever the slope.
    expect(right.set(0.3)).toEqual([
      { parameterId: "encoder.EE", value: 0.3 },
      { parameterId: "threshold", value: 1 },
    ]);
  });

  it("start a decoder's arrow on the line, clear of the grip of the line itself", () => {
    for (const neuron of [0, 1]) {
      const handles = sliceHandles(picture, neuron);
      const grip = find(handles, "line").position;
      const tail = tailOf(find(handles, "decoder"));
      expect(Math.hypot(tail.x - grip.x, tail.y - grip.y)).toBeCloseTo(30, 6);
      const end = find(handles, "slope-to").position;
      const turn = (end.x - grip.x) * (tail.y - grip.y) - (end.y - grip.y) * (tail.x - grip.x);
      expect(turn).toBeCloseTo(0, 6);
    }
  });

  it("measure E decoders to the right and I decoders upwards, never below 0", () => {
    const E = find(sliceHandles(picture, 0), "decoder");
    const I = find(sliceHandles(picture, 1), "decoder");
    const base = tailOf(E);
    expect(E.position.y).toBeCloseTo(base.y, 9);
    expect(E.drag(view.toScreen({ x: view.modelX(base.x) + 1.25, y: 0 }))[0]?.value).toBeCloseTo(
      1.25,
      9,
    );
    const baseI = tailOf(I);
    expect(I.position.x).toBeCloseTo(baseI.x, 9);
    expect(I.drag(view.toScreen({ x: 0, y: view.modelY(baseI.y) + 0.75 }))[0]?.value).toBeCloseTo(
      0.75,
      9,
    );
    expect(I.drag(view.toScreen({ x: 0, y: 0 }))[0]?.value).toBe(0);
    expect(E.set(2)).toEqual([{ parameterId: "decoder", value: 2 }]);
  });

  it("give a wall no ends, since it cannot be turned", () => {
    const wall = eiNetwork(
      [{ F: 0, readE: 2, readI: 0, T: 4 }],
      [{ F: 0, readE: 1, readI: 1, T: 0 }],
    );
    const walled = slice(wall, 0);
    const handles = sliceHandles(walled, 0);
    expect(handles.map(({ part }) => part)).toEqual(["line", "decoder"]);
    const [change] = find(handles, "line").drag(walled.view.toScreen({ x: 3, y: 5 }));
    expect(change?.value).toBeCloseTo(6, 9);
  });

  it("turn a level line, whose encoder is 0", () => {
    const level = slice(
      eiNetwork([{ F: 0, readE: 0, readI: 1, T: -2 }], [{ F: 0, readE: 1, readI: 1, T: 0 }]),
      0,
    );
    const right = find(sliceHandles(level, 0), "slope-to");
    const [encoder, threshold] = right.drag(level.view.toScreen({ x: 4, y: 4 }));
    expect(encoder?.value).toBeCloseTo(0.5, 9);
    expect(threshold?.value).toBeCloseTo(-2, 9);
  });

  it("are none for a neuron whose line is out of view or that is not there", () => {
    const far = slice(
      eiNetwork([{ F: 0, readE: 1, readI: 1, T: 99 }], [{ F: 0, readE: 1, readI: 1, T: 0 }]),
    );
    expect(sliceHandles(far, 0)).toEqual([]);
    expect(sliceHandles(picture, 42)).toEqual([]);
  });

  it("stand on the neuron's own part of the boundary", () => {
    const wide = {
      ...slicePicture({ network: saw, x: 6.2, E: [0, 9], I: [0, 14], traces: null, time: 0 }),
      x: 6.2,
    };
    const owner = wide.slice.boundary.E[0];
    const line = find(sliceHandles(wide, owner?.neuron ?? -1), "line");
    const middle = ((owner?.from[0] ?? 0) + (owner?.to[0] ?? 0)) / 2;
    expect(wide.view.modelX(line.position.x)).toBeCloseTo(middle, 9);
  });
});

describe("outputHandles", () => {
  const { view, curve } = outputPicture({
    network: saw,
    side: "E",
    x: [0, 10],
    E: [0, 8],
    I: [0, 20],
    traces: null,
    time: 0,
  });
  const picture = { view, side: "E", network: saw, curve, axis: 0, input: [5] } as const;
  const second = saw.E[1]?.neuron ?? -1;

  it("give a line, two ends and the decoder in the view of the neuron's own readout", () => {
    expect(outputHandles(picture, second).map(({ parameterId }) => parameterId)).toEqual([
      "threshold",
      "feedforward",
      "feedforward",
      "decoder",
    ]);
    const other = outputHandles({ ...picture, side: "I" }, second);
    expect(other.map(({ part }) => part)).not.toContain("decoder");
  });

  it("measure the decoder upwards", () => {
    const handles = outputHandles(picture, second);
    const decoder = find(handles, "decoder");
    const base = tailOf(decoder);
    const [change] = decoder.drag({ x: 0, y: view.screenY(view.modelY(base.y) + 2) });
    expect(change?.value).toBeCloseTo(2, 9);
    expect(decoder.set(-3)).toEqual([{ parameterId: "decoder", value: 0 }]);
    expect(find(handles, "line").set(3)).toEqual([{ parameterId: "threshold", value: 3 }]);
  });

  it("keep the pivot when the input weight is typed", () => {
    const line = chosenOutputLine(picture, second);
    const handle = find(outputHandles(picture, second), "slope-to");
    const [weight, threshold] = handle.set(handle.value);
    expect(weight?.value).toBe(1.2);
    expect(threshold?.value).toBeCloseTo(1.025, 9);
    expect(line).not.toBeNull();
  });

  it("are none where the partner alone fixes the readout", () => {
    const walled = eiNetwork(
      [{ F: 1, readE: 1, readI: 1, T: -1 }],
      [{ F: 0, readE: 1, readI: 0, T: 2 }],
    );
    const walledCurve = crossingCurve(walled, { x: [0, 4], E: [0, 9], I: [0, 9] });
    const shown = { ...picture, network: walled, curve: walledCurve, input: [1] };
    expect(walledCurve.length).toBeGreaterThan(0);
    expect(outputHandles(shown, 0)).toEqual([]);
    expect(outputHandles({ ...shown, side: "I" }, 0).length).toBeGreaterThan(0);
    const level = eiNetwork(
      [{ F: 0, readE: 0, readI: 1, T: -2 }],
      [{ F: 0, readE: 1, readI: 1, T: 0 }],
    );
    const levelCurve = crossingCurve(level, { x: [0, 4], E: [0, 9], I: [0, 9] });
    const flat = { ...picture, network: level, curve: levelCurve, input: [1], side: "I" } as const;
    expect(outputHandles(flat, 1)).toEqual([]);
  });

  it("are none without a crossing curve, for parallel lines or an unknown neuron", () => {
    expect(outputHandles({ ...picture, curve: [] }, second)).toEqual([]);
    expect(chosenOutputLine({ ...picture, curve: [] }, second)).toBeNull();
    expect(outputHandles(picture, 99)).toEqual([]);
    const parallel = eiNetwork(
      [{ F: 0, readE: 1, readI: 1, T: 0 }],
      [{ F: 0, readE: 1, readI: 1, T: 0 }],
    );
    const [piece] = curve;
    const pieces = piece === undefined ? [] : [{ ...piece, excitatory: 0, inhibitory: 1 }];
    expect(chosenOutputLine({ ...picture, network: parallel, curve: pieces }, 0)).toBeNull();
  });

  it("hold the other inputs of a network at their present values", () => {
    const two = eiNetwork(
      [{ F: [2, 1], readE: 1, readI: 1, T: 1 }],
      [{ F: [1, 0], readE: 1.5, readI: 1, T: 1 }],
    );
    const held = crossingCurve(
      two,
      { x: [0, 4], E: [0, 99], I: [0, 99] },
      { index: 0, held: [0, 0.5] },
    );
    const shown = { ...picture, network: two, curve: held, input: [1, 0.5] };
    const handle = find(outputHandles(shown, 0), "line");
    const [change] = handle.drag(handle.position);
    expect(change?.value).toBeCloseTo(1, 6);
  });
});
