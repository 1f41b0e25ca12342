import { describe, expect, it } from "vitest";
import {
  asEINetwork,
  type BoundaryFunction,
  buildNetwork,
  evaluateBoundary,
  findCrossings,
} from "#model";
import { base, build, quadratic } from "../../support/tangents.ts";

function expectClose(actual: readonly number[] | undefined, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [k, value] of expected.entries()) expect(actual?.[k]).toBeCloseTo(value, 12);
}

describe("tangentNeurons on the published figures", () => {
  it("gives figure 2: F = 2 x, T = x^2 - 1/2 for the inhibitory population |y| = x^2 + 1/2", () => {
    const group = build({
      ...base,
      id: "I",
      type: "inhibitory",
      boundary: { of: "I", terms: [quadratic("x", 1, 0, 0.5)] },
      tangents: [{ variable: "x", from: -0.9, to: 0.9, count: 10 }],
      decoder: -0.8,
    });
    const points = [-0.9, -0.7, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.7, 0.9];
    expectClose(
      group.feedforward.map(([weight = 0]) => weight),
      points.map((x) => 2 * x),
    );
    expectClose(
      group.thresholds,
      points.map((x) => x * x - 0.5),
    );
    expect(group.encoders).toEqual({ I: points.map(() => 1) });
    expect(group.decoders).toEqual(points.map(() => [-0.8]));
  });

  it("gives figure 3: F = 2 x, T = x^2 + 3/2 for the excitatory population y = -x^2 + 3/2", () => {
    const group = build({
      ...base,
      id: "E",
      type: "excitatory",
      boundary: { of: "E", terms: [quadratic("x", -1, 0, 1.5)] },
      tangents: [{ variable: "x", from: -0.5, to: 0.5, count: 2 }],
      decoder: 0.25,
    });
    expect(group.feedforward).toEqual([[-1], [1]]);
    expect(group.thresholds).toEqual([1.75, 1.75]);
    expect(group.encoders).toEqual({ E: [1, 1] });
  });

  it("gives figure 4f: both curves over yE, tangent at ten points from 0 to 5", () => {
    const tangents = [{ variable: "E", from: 0, to: 5, count: 10 }];
    const E = build({
      ...base,
      id: "E",
      type: "excitatory",
      boundary: { of: "I", terms: [quadratic("E", 0.15, 0, 2.5)] },
      tangents,
      decoder: 1.225,
    });
    const I = build({
      ...base,
      id: "I",
      type: "inhibitory",
      boundary: { of: "I", terms: [quadratic("E", 0.24, 0, 1.75)] },
      tangents,
      decoder: -1.8,
    });
    // Parameters of the published run (figure 4f, authors' script).
    expectClose(E.encoders["E"], [0, 1 / 6, 1 / 3, 0.5, 2 / 3, 5 / 6, 1, 7 / 6, 4 / 3, 1.5]);
    expectClose(
      E.thresholds,
      [
        -2.5, -2.4537037037037037, -2.314814814814815, -2.083333333333333, -1.759259259259259,
        -1.342592592592593, -0.8333333333333335, -0.23148148148148096, 0.4629629629629628, 1.25,
      ],
    );
    expectClose(
      I.encoders["E"],
      Array.from({ length: 10 }, (_, k) => (2.4 * k) / 9),
    );
    expectClose(
      I.thresholds,
      [
        -1.75, -1.6759259259259258, -1.4537037037037037, -1.0833333333333335, -0.5648148148148149,
        0.10185185185185164, 0.916666666666667, 1.8796296296296306, 2.9907407407407405, 4.25,
      ],
    );
    expect(E.encoders["I"]).toEqual(Array(10).fill(1));
    expect(Object.is(E.feedforward[3]?.[0], 0)).toBe(true);
    const ei = asEINetwork(buildNetwork({ inputs: 1, groups: [E, I] }));
    const [crossing] = ei === null ? [] : findCrossings(ei, 0);
    expect(crossing?.yE).toBeCloseTo(2.889, 3);
    expect(crossing?.yI).toBeCloseTo(3.75, 3);
    expect([crossing?.excitatory, crossing?.inhibitory]).toEqual([5, 15]);
  });

  it("gives figure 5d from piecewise-linear q and p, tangent at x = 0, 5, 10", () => {
    const surface = (knots: readonly (readonly [number, number])[], b: number, c: number) => ({
      of: "I",
      terms: [
        { variable: "x", shape: { kind: "piecewise-linear", knots } } as const,
        quadratic("E", 0, b, c),
      ],
    });
    const tangents = [
      { variable: "x", from: 0, to: 10, count: 3 },
      { variable: "E", from: 5, to: 5, count: 1 },
    ];
    const q = [
      [0, 0.27],
      [1.95, 1.05],
      [5.95, 5.85],
      [10, 17.19],
    ] as const;
    const p = [
      [0, 0.12],
      [3.95, 1.7],
      [7.95, 9.7],
      [10, 17.08],
    ] as const;
    const E = build({
      ...base,
      id: "E",
      type: "excitatory",
      boundary: surface(q, 0.3, 0.265),
      tangents,
      decoder: 0.8,
    });
    const I = build({
      ...base,
      id: "I",
      type: "inhibitory",
      boundary: surface(p, 0.9, -1.255),
      tangents,
      decoder: -1,
    });
    expectClose(E.feedforward.flat(), [0.4, 1.2, 2.8]);
    expectClose(E.encoders["E"], [0.3, 0.3, 0.3]);
    expectClose(E.thresholds, [-0.535, 1.025, 10.545]);
    expectClose(I.feedforward.flat(), [0.4, 2, 3.6]);
    expectClose(I.encoders["E"], [0.9, 0.9, 0.9]);
    expectClose(I.thresholds, [1.135, 7.455, 20.175]);
    expect(I.encoders["I"]).toEqual([1, 1, 1]);
  });

  const boundaryE: BoundaryFunction = {
    of: "E",
    terms: [quadratic("I", -0.45, 3.6, -3.2), quadratic("x", -0.5, 0, 0)],
  };
  const boundaryI: BoundaryFunction = {
    of: "I",
    terms: [quadratic("E", 0.5, -0.6, 0.38), quadratic("x", 0.75, 0, 0)],
  };

  it("gives figure 4a-c: lines tangent to both curves, close to the working point (2.412, 2.321)", () => {
    const across = { variable: "x", from: -2, to: 2, count: 6 };
    const E = build({
      ...base,
      id: "E",
      type: "excitatory",
      boundary: boundaryE,
      tangents: [across, { variable: "I", from: 1, to: 4, count: 6 }],
      decoder: 0.5,
    });
    const I = build({
      ...base,
      id: "I",
      type: "inhibitory",
      boundary: boundaryI,
      tangents: [across, { variable: "E", from: 0.6, to: 3.4, count: 6 }],
      decoder: -0.5,
    });
    expect(E.thresholds).toHaveLength(36);
    // x varies slowest: neuron 6 is tangent at x = -1.2, |yI| = 1, where yE = -0.45 * 9 - 0.72 + 4.
    const yE = evaluateBoundary(boundaryE, { x: -1.2, I: 1 });
    expect(yE).toBeCloseTo(-0.77, 12);
    const drive =
      (E.feedforward[6]?.[0] ?? 0) * -1.2 +
      (E.encoders["E"]?.[6] ?? 0) * yE -
      (E.encoders["I"]?.[6] ?? 0) * 1;
    expect(drive).toBeCloseTo(E.thresholds[6] ?? Number.NaN, 12);
    expect(E.encoders["I"]?.[6]).toBeCloseTo(2.7, 12);
    expect(E.feedforward[6]?.[0]).toBeCloseTo(-1.2, 12);
    const ei = asEINetwork(buildNetwork({ inputs: 1, groups: [E, I] }));
    const [crossing] = ei === null ? [] : findCrossings(ei, 0.8);
    expect(Math.abs((crossing?.yE ?? 0) - 2.412)).toBeLessThan(0.2);
    expect(Math.abs((crossing?.yI ?? 0) - 2.321)).toBeLessThan(0.2);
    expect(crossing?.stable).toBe(true);
  });
});
