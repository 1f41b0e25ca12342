import { describe, expect, it } from "vitest";
import { createMt19937 } from "#math";
import { createMembrane } from "../../../src/engines/clock/membrane.ts";
import { openNormals } from "../../../src/engines/clock/NormalTape.ts";
import { createTestNetwork, createTestSpec } from "../../support/simulationSpecs.ts";

const network = createTestNetwork({
  type: "inhibitory",
  feedforward: [0, 0],
  encoders: [[0], [0]],
  thresholds: [1, 1],
  decoders: [0, 0],
});

const open = (seed: number, { skip = 0, steps = 4, generator = "mt19937" as const } = {}) =>
  openNormals(
    createTestSpec(network, {
      steps,
      seed,
      noise: { sigma: [0.1], generator, skip, start: "zero" },
    }),
  );

const drawn = (seed: number, count: number, skip = 0): readonly number[] => {
  const rng = createMt19937(seed);
  return Array.from({ length: skip + count }, () => rng.normal()).slice(skip);
};

const take = (source: ReturnType<typeof open>, count: number): readonly number[] =>
  Array.from({ length: count }, () => source.normal());

describe("openNormals", () => {
  it("gives every run of a seed the same normals from the beginning", () => {
    expect(take(open(3), 6)).toEqual(drawn(3, 6));
    expect(take(open(3), 8)).toEqual(drawn(3, 8));
  });

  it("lets runs side by side each keep their place", () => {
    const first = open(4);
    const second = open(4);
    const taken = [first.normal(), second.normal(), first.normal(), second.normal()];
    const [a, b] = drawn(4, 2);
    expect(taken).toEqual([a, a, b, b]);
  });

  it("does not mix up seeds or skips, also while a run of the seed before goes on", () => {
    const before = open(5);
    expect(take(before, 2)).toEqual(drawn(5, 2));
    expect(take(open(6), 4)).toEqual(drawn(6, 4));
    expect(take(open(6, { skip: 3 }), 4)).toEqual(drawn(6, 4, 3));
    expect(take(before, 2)).toEqual(drawn(5, 4).slice(2));
  });

  it("grows for a longer run without losing what was drawn", () => {
    const short = open(7, { steps: 2 });
    expect(take(short, 3)).toEqual(drawn(7, 3));
    expect(take(open(7, { steps: 100 }), 150)).toEqual(drawn(7, 150));
    expect(take(short, 2)).toEqual(drawn(7, 5).slice(3));
  });

  it("supplies a block with the next normals, one a neuron", () => {
    const membrane = createMembrane(5, 0.1);
    const source = open(8);
    source.normal();
    const supplied = [0, 2].flatMap((start) => {
      const block = { start, end: start + 2, noiseScale: 1 };
      source.supply(membrane, block);
      return [start, start + 1].map((neuron) => membrane.noise[neuron + membrane.noiseFrom]);
    });
    expect(supplied).toEqual(drawn(8, 5).slice(1));
  });

  it("draws afresh for an endless run", () => {
    const endless = open(9, { steps: Number.POSITIVE_INFINITY });
    expect(take(endless, 20)).toEqual(drawn(9, 20));
  });
});
