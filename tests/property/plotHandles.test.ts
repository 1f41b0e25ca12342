import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { crossingCurve, type EINeuron, neuronDrive } from "#model";
import { createView, outputHandles, type ParameterChange, sliceHandles } from "#plots";
import { crossPair } from "../../src/plots/handles/outputLine.ts";
import { visitColumns } from "../../src/plots/traces/decimate.ts";
import { inputSource } from "../../src/plots/traces/sources.ts";
import { eiNetwork, figure5cd } from "../support/eiNetworks.ts";
import { slicePicture } from "../support/plotPictures.ts";
import { handTraces } from "../support/traces.ts";

const weight = fc.double({ min: 0.1, max: 3, noNaN: true });
const drive = fc.double({ min: -3, max: 3, noNaN: true });
const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });

function apply(neuron: EINeuron, changes: readonly ParameterChange[]): EINeuron {
  let changed = neuron;
  for (const { parameterId, value } of changes) {
    if (parameterId === "threshold") changed = { ...changed, threshold: value };
    if (parameterId === "encoder.EE") changed = { ...changed, readE: value };
    if (parameterId === "feedforward")
      changed = { ...changed, feedforward: Float64Array.of(value) };
  }
  return changed;
}

describe("dragging in the slice", () => {
  test.prop([weight, weight, drive, drive, share, share])(
    "puts the line through the pointer",
    (readE, readI, F, x, right, up) => {
      const network = eiNetwork(
        [{ F, readE, readI, T: F * x - readI }],
        [{ F: 0, readE: 1, readI: 1, T: 0 }],
      );
      const picture = {
        ...slicePicture({ network, x, E: [0, 5], I: [0, 7], traces: null, time: 0 }),
        x,
      };
      const pointer = { x: 5 * right, y: 7 * up };
      const [line] = sliceHandles(picture, 0);
      const parts = network.E[0];
      if (line === undefined || parts === undefined) throw new Error("The line starts in view.");
      const moved = apply(parts, line.drag(picture.view.toScreen(pointer)));
      expect(neuronDrive(moved, { x, yE: pointer.x, yI: pointer.y }).excess).toBeCloseTo(0, 9);
    },
  );

  test.prop([weight, weight, drive, drive, share, share])(
    "turns a line through pointer and pivot, or stops level",
    (readE, readI, F, x, right, up) => {
      const network = eiNetwork(
        [{ F, readE, readI, T: F * x - readI }],
        [{ F: 0, readE: 1, readI: 1, T: 0 }],
      );
      const picture = {
        ...slicePicture({ network, x, E: [0, 5], I: [0, 7], traces: null, time: 0 }),
        x,
      };
      const end = sliceHandles(picture, 0).find(({ id }) => id.endsWith("slope-to"));
      const parts = network.E[0];
      const pivot = picture.lines.E[0]?.from;
      if (end === undefined || parts === undefined || pivot === undefined)
        throw new Error("In view.");
      const pointer = { x: pivot[0] + 0.1 + 4 * right, y: 7 * up };
      const turned = apply(parts, end.drag(picture.view.toScreen(pointer)));
      expect(turned.readI).toBe(readI);
      expect(turned.readE).toBeGreaterThanOrEqual(0);
      expect(neuronDrive(turned, { x, yE: pivot[0], yI: pivot[1] }).excess).toBeCloseTo(0, 8);
      if (pointer.y <= pivot[1]) expect(turned.readE).toBeCloseTo(0, 9);
      else
        expect(neuronDrive(turned, { x, yE: pointer.x, yI: pointer.y }).excess).toBeCloseTo(0, 8);
    },
  );
});

describe("dragging in the output views", () => {
  const network = figure5cd();
  const curve = crossingCurve(network, { x: [0, 10], E: [0, 99], I: [0, 99] });
  const neurons = [...network.E, ...network.I];

  test.prop([
    fc.nat(5),
    fc.constantFrom("E" as const, "I" as const),
    fc.constantFrom("line", "slope-to", "slope-from"),
    share,
    share,
  ])("makes the crossing of the pair pass through the pointer", (index, side, part, right, up) => {
    const neuron = neurons[index];
    if (neuron === undefined) throw new Error("Six neurons.");
    const rect = { x: 0, y: 0, width: 400, height: 300 };
    const view = createView({ rect, x: [0, 10], y: side === "E" ? [0, 8] : [0, 20] });
    const picture = { view, side, network, curve, axis: 0, input: [5] };
    const handle = outputHandles(picture, neuron.neuron).find(({ id }) => id.endsWith(part));
    if (handle === undefined) return;
    const pointer = {
      x: part === "slope-to" ? 9.9 : part === "slope-from" ? 0.1 : 10 * right,
      y: view.y[1] * up,
    };
    const changed = apply(neuron, handle.drag(view.toScreen(pointer)));
    const isE = index < 3;
    const owned = curve.filter(
      (piece) => (isE ? piece.excitatory : piece.inhibitory) === neuron.neuron,
    );
    const nearest = owned.toSorted(
      (a, b) => reach(a.from[0], a.to[0]) - reach(b.from[0], b.to[0]),
    )[0];
    const partner = neurons.find(
      (candidate) => candidate.neuron === (isE ? nearest?.inhibitory : nearest?.excitatory),
    );
    if (partner === undefined) throw new Error("Each neuron of the saw is on the curve.");
    const met = crossPair({ neuron: changed, partner, axis: 0, input: [5] }, pointer.x);
    expect(side === "E" ? met?.yE : met?.yI).toBeCloseTo(pointer.y, 6);
  });
});

function reach(from: number, to: number): number {
  return Math.max(from - 5, 5 - to, 0);
}

describe("decimation", () => {
  test.prop([fc.array(drive, { minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 20 })])(
    "keeps the extremes, the ends and the order, and few samples a column",
    (values, columns) => {
      const traces = handTraces({ time: values.map((_, index) => index), input: values });
      const source = inputSource(traces, 0);
      const seen: number[] = [];
      visitColumns(source, { from: 0, to: values.length, columns }, (index) =>
        seen.push(index - 1),
      );
      const kept = seen.map((index) => values[index] ?? Number.NaN);
      expect(Math.min(...kept)).toBe(Math.min(...values));
      expect(Math.max(...kept)).toBe(Math.max(...values));
      expect(seen[0]).toBe(0);
      expect(seen.at(-1)).toBe(values.length - 1);
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      expect(seen.length).toBeLessThanOrEqual(4 * (columns + 1));
    },
  );
});
