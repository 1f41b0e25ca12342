import { describe, expect, it } from "vitest";
import { closeUpOf, lightTheme, type MarginsPicture, paintMargins, paintSlice } from "#plots";
import { marginRange } from "../../../src/plots/moment/marginLayout.ts";
import { eiNetwork, figure4de } from "../../support/eiNetworks.ts";
import { slicePicture } from "../../support/plotPictures.ts";
import { createStringSink } from "../../support/stringSink.ts";

const pair = figure4de();

function paintMoment(extra = 0) {
  const bare = slicePicture({ network: pair, x: 1, E: [0, 4], I: [0, 6], traces: null, time: 0 });
  const sink = createStringSink();
  const moment = { neuron: 0, input: [1], before: [1, 2], after: [1.62, 2], extra } as const;
  paintSlice(sink, { ...bare, moment }, lightTheme);
  return { sink, view: bare.view };
}

describe("a spike in the slice", () => {
  it("has the neuron's line, an arrow for the jump, a mark on the line and a small one after", () => {
    const { sink, view } = paintMoment();
    const calls = sink.group("spike") ?? [];
    const round = (value: number): number => Math.round(10 * value) / 10;
    // |yI| = yE + 1 all across the picture.
    expect(calls).toContain(`move ${round(view.screenX(0))} ${round(view.screenY(1))}`);
    expect(calls).toContain(`line ${round(view.screenX(4))} ${round(view.screenY(5))}`);
    const end = `${round(view.screenX(1.62))} ${round(view.screenY(2))}`;
    expect(calls.filter((call) => call === `move ${end}`)).not.toHaveLength(0);
    expect(calls.some((call) => call.startsWith(`circle ${end}`))).toBe(true);
    expect(sink.words()).toContain("E 1 fires");
  });

  it("moves the line by what the voltage has beyond the latents", () => {
    const { sink, view } = paintMoment(0.5);
    const start = `move ${Math.round(10 * view.screenX(0)) / 10} ${Math.round(10 * view.screenY(1.5)) / 10}`;
    expect(sink.group("spike")).toContain(start);
  });

  it("is not there when none is explained, nor for a neuron that is not", () => {
    const bare = slicePicture({ network: pair, x: 1, E: [0, 4], I: [0, 6], traces: null, time: 0 });
    const none = createStringSink();
    paintSlice(none, { ...bare, moment: null }, lightTheme);
    expect(none.group("spike")).toBeNull();
    const lost = createStringSink();
    const moment = { neuron: 9, input: [1], before: [1, 2], after: [1, 2], extra: 0 } as const;
    paintSlice(lost, { ...bare, moment }, lightTheme);
    expect(lost.group("spike")).toBeNull();
  });
});

describe("a close-up", () => {
  const whole = { E: [0, 4], I: [0, 6] } as const;

  it("keeps the proportions and has the jump in its middle", () => {
    const box = closeUpOf({ before: [1, 2], after: [1.22, 2] }, whole);
    expect(box?.E).toEqual([expect.closeTo(0.61, 9), expect.closeTo(1.61, 9)]);
    expect(box?.I).toEqual([expect.closeTo(1.25, 9), expect.closeTo(2.75, 9)]);
  });

  it("is not needed for a jump that can be seen, and not possible for none", () => {
    expect(closeUpOf({ before: [1, 2], after: [2, 2] }, whole)).toBeNull();
    expect(closeUpOf({ before: [1, 2], after: [1, 2] }, whole)).toBeNull();
  });
});

describe("the chart of margins", () => {
  const one = { F: 0, readE: 1, readI: 1, T: 1 };
  const three = eiNetwork([one, one], [one]);

  function paint(change: Partial<MarginsPicture> = {}) {
    const sink = createStringSink();
    const picture = {
      width: 300,
      height: 180,
      network: three,
      before: Float64Array.of(0, 0.4, 0.2),
      after: Float64Array.of(-0.1, 0.3, 0.1),
      fired: 0,
      nearest: 0,
      ...change,
    };
    paintMargins(sink, picture, lightTheme);
    return sink;
  }
  const count = (calls: readonly string[] | null, name: string): number =>
    (calls ?? []).filter((call) => call.startsWith(`${name} `)).length;

  it("has triangles for E and circles for I, one before and one after", () => {
    const sink = paint();
    expect(count(sink.group("I"), "circle")).toBe(2);
    expect(count(sink.group("E"), "circle")).toBe(0);
    expect(sink.words()).toEqual(expect.arrayContaining(["E", "I", "E 1 fired"]));
  });

  it("names the nearest beside the one that fired", () => {
    expect(paint({ nearest: 2 }).words()).toEqual(
      expect.arrayContaining(["E 1 fired", "I 1 nearest"]),
    );
  });

  it("thins out very many neurons, but never those that are named", () => {
    const many = eiNetwork(
      [one],
      Array.from({ length: 5000 }, () => one),
    );
    const before = Float64Array.from({ length: 5001 }, (_, neuron) => neuron / 5000);
    const after = before.map((margin) => margin - 0.01);
    const sink = paint({ network: many, before, after, fired: 3333, nearest: 4444 });
    expect(count(sink.group("I"), "circle")).toBeLessThan(210);
    expect(sink.words()).toEqual(expect.arrayContaining(["I 3333 fired", "I 4444 nearest"]));
  });

  it("shows the threshold's surroundings, not the furthest neuron", () => {
    const before = Float64Array.of(0, 0.1, 0.2, 0.3, 0.4, 0.5, 900);
    const [low, high] = marginRange({ before, after: before.map((margin) => margin - 0.05) });
    expect(high).toBeLessThan(1);
    expect(high).toBeGreaterThan(0.5);
    expect(low).toBeLessThan(-0.05);
    expect(low).toBeGreaterThan(-0.2);
  });

  it("has a range for neurons that all are beyond threshold or do not move", () => {
    const beyond = Float64Array.of(-5, -5);
    for (const range of [
      marginRange({ before: beyond, after: beyond }),
      marginRange({ before: new Float64Array(2), after: new Float64Array(2) }),
    ]) {
      expect(range[0]).toBeLessThan(0);
      expect(range[1]).toBeGreaterThan(0);
    }
  });
});
