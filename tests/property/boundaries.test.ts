import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { polygonArea } from "#math";
import {
  computeSlice,
  createCrossingLookup,
  crossingCurve,
  type EINetwork,
  type EINeuron,
  type Facet,
  facets,
  findCrossings,
  neuronDrive,
} from "#model";
import { eiNetwork, type TestNeuron } from "../support/eiNetworks.ts";

const box = { x: [-2, 2], E: [0, 4], I: [0, 8] } as const;

/** Multiples of 1/8: equal, parallel and blind neurons turn up often. */
const coarse = (min: number, max: number) =>
  fc.integer({ min: 8 * min, max: 8 * max }).map((eighths) => eighths / 8);
const weight = (min: number, max: number) =>
  fc.oneof(
    fc.double({ min, max, noNaN: true }).map((value) => value + 0.01),
    coarse(min, max),
  );
const sloped: fc.Arbitrary<TestNeuron> = fc.record({
  F: weight(-2, 2),
  readE: weight(0, 3),
  readI: weight(0.25, 2),
  T: weight(-4, 4),
});
const anyNeuron: fc.Arbitrary<TestNeuron> = fc.oneof(
  { weight: 6, arbitrary: sloped },
  {
    weight: 1,
    arbitrary: fc.record({
      F: coarse(-1, 1),
      readE: coarse(0, 2),
      readI: fc.constant(0),
      T: coarse(0, 3),
    }),
  },
);
const network = (neuron: fc.Arbitrary<TestNeuron>): fc.Arbitrary<EINetwork> =>
  fc
    .tuple(
      fc.array(neuron, { minLength: 1, maxLength: 6 }),
      fc.array(neuron, { minLength: 1, maxLength: 6 }),
    )
    .map(([E, I]) => eiNetwork(E, I));
const input = fc.double({ min: -2, max: 2, noNaN: true });

const worstExcess = (
  neurons: readonly EINeuron[],
  point: { readonly x: number; readonly yE: number; readonly yI: number },
) => Math.max(...neurons.map((neuron) => neuronDrive(neuron, point).excess));

/** Area of a facet seen from above, over (x, yE). */
const floorArea = (facet: Facet) =>
  polygonArea({
    points: facet.points.filter((_, at) => at % 3 !== 2),
    owners: new Int32Array(facet.points.length / 3),
  });

describe("crossings", () => {
  test.prop([network(anyNeuron), input])("lie on the boundaries of both populations", (ei, x) => {
    for (const { yE, yI, excitatory, inhibitory } of findCrossings(ei, x)) {
      const point = { x, yE, yI };
      expect(worstExcess(ei.E, point)).toBeCloseTo(0, 6);
      expect(worstExcess(ei.I, point)).toBeCloseTo(0, 6);
      const owners = [
        ei.E.find(({ neuron }) => neuron === excitatory),
        ei.I.find(({ neuron }) => neuron === inhibitory),
      ];
      for (const owner of owners) {
        expect(owner && neuronDrive(owner, point).excess).toBeCloseTo(0, 6);
      }
    }
  });

  test.prop([network(sloped), input])(
    "separate stretches where one boundary is the higher one",
    (ei, x) => {
      const height = (neurons: readonly EINeuron[], yE: number) =>
        Math.max(
          ...neurons.map(
            (i) => ((i.feedforward[0] ?? 0) * x + i.readE * yE - i.threshold) / i.readI,
          ),
        );
      const gap = (yE: number) => height(ei.E, yE) - height(ei.I, yE);
      const ends = findCrossings(ei, x).map(({ yE }) => yE);
      for (let yE = 0; yE < 6; yE += 0.25) {
        const next = yE + 0.25;
        const isAbove = height(ei.I, yE) > 0 && height(ei.I, next) > 0;
        const changes =
          gap(yE) * gap(next) < 0 && Math.min(Math.abs(gap(yE)), Math.abs(gap(next))) > 1e-9;
        if (!changes || !isAbove) continue;
        expect(ends.some((end) => end > yE && end < next)).toBe(true);
      }
    },
  );

  test.prop([network(anyNeuron), input])("do not depend on the order of neurons", (ei, x) => {
    const turned = { ...ei, E: ei.E.toReversed(), I: ei.I.toReversed() };
    const points = findCrossings(ei, x).map(({ yE, yI, stable }) => ({ yE, yI, stable }));
    expect(findCrossings(turned, x)).toMatchObject(points);
  });
});

describe("slices", () => {
  test.prop([network(anyNeuron), input])(
    "are below threshold inside their regions and at threshold on their boundaries",
    (ei, x) => {
      const { boundary, subthreshold } = computeSlice(ei, x, box);
      for (const side of ["E", "I"] as const) {
        const { points } = subthreshold[side];
        for (let at = 0; at < points.length; at += 2) {
          const point = { x, yE: points[at] ?? 0, yI: points[at + 1] ?? 0 };
          expect(worstExcess(ei[side], point)).toBeLessThan(1e-9);
        }
        for (const { from, to } of boundary[side]) {
          const middle = { x, yE: (from[0] + to[0]) / 2, yI: (from[1] + to[1]) / 2 };
          expect(worstExcess(ei[side], middle)).toBeCloseTo(0, 9);
        }
      }
    },
  );

  test.prop([network(anyNeuron), input])("have convex boundaries", (ei, x) => {
    const { boundary } = computeSlice(ei, x, box);
    const slopes = boundary.E.map(({ neuron }) => {
      const owner = ei.E.find((candidate) => candidate.neuron === neuron);
      return (owner?.readE ?? 0) / (owner?.readI ?? 0);
    });
    expect(slopes).toEqual(slopes.toSorted((a, b) => a - b));
  });
});

describe("facets", () => {
  const tall = { ...box, I: [-100, 100] } as const;

  test.prop([network(sloped)])("tile the floor of the box without overlap", (ei) => {
    for (const side of ["E", "I"] as const) {
      const area = facets(ei, { side, box: tall }).reduce(
        (sum, facet) => sum + floorArea(facet),
        0,
      );
      expect(area).toBeCloseTo(16, 6);
    }
  });

  test.prop([network(sloped)])("tile it together when cut at the crossing", (ei) => {
    const cut = (["E", "I"] as const).flatMap((side) => facets(ei, { side, box: tall, cut: true }));
    expect(cut.reduce((sum, facet) => sum + floorArea(facet), 0)).toBeCloseTo(16, 6);
  });

  test.prop([network(anyNeuron)])("are planar, on the boundary and inside the box", (ei) => {
    for (const { points } of facets(ei, { side: "E", box })) {
      for (let at = 0; at < points.length; at += 3) {
        const [x = 0, yE = 0, yI = 0] = points.subarray(at, at + 3);
        expect(worstExcess(ei.E, { x, yE, yI })).toBeCloseTo(0, 9);
        expect(Math.abs(x)).toBeLessThanOrEqual(2 + 1e-9);
        expect(yE).toBeGreaterThanOrEqual(-1e-9);
        expect(yI).toBeLessThanOrEqual(8 + 1e-9);
      }
    }
  });

  test.prop([network(sloped)])("do not depend on the order of neurons", (ei) => {
    const areas = (view: EINetwork) =>
      facets(view, { side: "E", box })
        .map(floorArea)
        .filter((area) => area > 1e-9)
        .sort((a, b) => a - b);
    const turned = areas({ ...ei, E: ei.E.toReversed() });
    for (const [k, area] of areas(ei).entries()) expect(turned[k]).toBeCloseTo(area, 9);
  });
});

describe("the crossing curve", () => {
  test.prop([network(anyNeuron), input])("passes through the crossings at every x", (ei, x) => {
    const wide = { x: [-2, 2], E: [0, 1e3], I: [0, 1e4] } as const;
    const curve = crossingCurve(ei, wide);
    const here = curve.filter(({ from, to }) => from[0] + 1e-6 < x && x < to[0] - 1e-6);
    const crossings = findCrossings(ei, x).filter(({ yE }) => yE < 1e3);
    for (const { from, to } of here) {
      const share = (x - from[0]) / (to[0] - from[0]);
      const yE = from[1] + share * (to[1] - from[1]);
      const yI = from[2] + share * (to[2] - from[2]);
      expect(worstExcess(ei.E, { x, yE, yI })).toBeCloseTo(0, 6);
      expect(worstExcess(ei.I, { x, yE, yI })).toBeCloseTo(0, 6);
    }
    const isClear = curve.every(({ from, to }) =>
      [from, to].every((end) => Math.abs(end[0] - x) > 1e-6),
    );
    if (isClear) {
      const stable = crossings.find((crossing) => crossing.stable);
      const found = createCrossingLookup(curve)(x);
      if (stable !== undefined) expect(found?.yE).toBeCloseTo(stable.yE, 6);
    }
  });
});
