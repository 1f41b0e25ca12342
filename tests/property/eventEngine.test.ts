import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { PopulationType } from "#model";
import { type PlainRun, type PlainSpike, simulatePlainly } from "../support/plainEvents.ts";
import { recordRun } from "../support/recordRun.ts";
import {
  createTestNetwork,
  createTestSpec,
  type TestPopulation,
} from "../support/simulationSpecs.ts";

const DURATION = 6;
const MOST = 300;
const RUNS = { numRuns: 80, seed: 20_241 };

/** What kind of weights a population has: half of them on a coarse grid, so that ties and duplicates are common. */
interface Style {
  readonly isCoarse: boolean;
  /** The same weight of the last population for everybody, as in the published networks. */
  readonly isUniform: boolean;
  readonly hasZeros: boolean;
  readonly selfReset: number;
}

const styles: fc.Arbitrary<Style> = fc.record({
  isCoarse: fc.boolean(),
  isUniform: fc.boolean(),
  hasZeros: fc.boolean(),
  selfReset: fc.constantFrom(0, 0, 0.2),
});

const plain: Omit<Style, "isCoarse"> = { isUniform: true, hasZeros: false, selfReset: 0 };

function numbers(min: number, max: number, coarse: boolean): fc.Arbitrary<number> {
  if (coarse)
    return fc.integer({ min: Math.ceil(4 * min), max: Math.floor(4 * max) }).map((k) => k / 4);
  return fc.double({ min, max, noNaN: true });
}

function populationOf(
  types: readonly PopulationType[],
  index: number,
  style: Style,
): fc.Arbitrary<TestPopulation> {
  const type = types[index] ?? "unconstrained";
  const { isCoarse } = style;
  const encoder = (read: number): fc.Arbitrary<number> => {
    if (type === "unconstrained") return numbers(-1, 1, isCoarse);
    const isKept = types[read] === "inhibitory" || types.length === 1;
    if (isKept && style.isUniform) return fc.constant(1);
    const least = isKept ? 0.25 : 0;
    const some = numbers(least, types[read] === "inhibitory" ? 1.5 : 0.75, isCoarse);
    return style.hasZeros && read === index ? fc.oneof(some, fc.constant(0)) : some;
  };
  const decoder: Readonly<Record<PopulationType, fc.Arbitrary<number>>> = {
    excitatory: numbers(0.05, 0.5, isCoarse),
    inhibitory: numbers(-0.75, -0.1, isCoarse),
    unconstrained: numbers(-0.5, 0.3, isCoarse),
  };
  const neuron = fc.record({
    F: numbers(-1.5, 2, isCoarse),
    E: fc.tuple(...types.map((_, read) => encoder(read))),
    T: numbers(-0.5, 1.5, isCoarse),
    D: decoder[type],
    copies: fc.constantFrom(1, 1, 1, 2, 3),
  });
  return fc.array(neuron, { minLength: 1, maxLength: 6 }).map((rows) => {
    const neurons = rows.flatMap((row) => Array.from({ length: row.copies }, () => row));
    return {
      type,
      feedforward: neurons.map(({ F }) => F),
      encoders: neurons.map(({ E }) => E),
      thresholds: neurons.map(({ T }) => T),
      decoders: neurons.map(({ D }) => D),
      selfReset: style.selfReset,
    };
  });
}

function networksOf(types: readonly PopulationType[], given: fc.Arbitrary<Style>) {
  return given.chain((style) => fc.tuple(...types.map((_, at) => populationOf(types, at, style))));
}

const held = fc.double({ min: -1, max: 1.5, noNaN: true }).map((x) => [[0, x] as const]);

/** Ramps, rests and jumps: each piece leads from one value to another, then the next begins where it likes. */
const courses = fc
  .array(
    fc.record({
      lasts: fc.double({ min: 0.2, max: 3, noNaN: true }),
      from: fc.double({ min: -1, max: 1.5, noNaN: true }),
      by: fc.constantFrom(-1, -0.3, 0, 0, 0.4, 2),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => {
    let time = 0;
    return pieces.flatMap(({ lasts, from, by }) => {
      const start = time;
      time += lasts;
      return [[start, from] as const, [time, from + by] as const];
    });
  });

const starts = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 2, noNaN: true })));

function expectSameSpikes(
  populations: readonly TestPopulation[],
  points: PlainRun["points"],
  magnitudes: readonly number[],
): void {
  const network = createTestNetwork(...populations);
  const latents = populations.map(({ type }, index) => {
    return (type === "inhibitory" ? -1 : 1) * (magnitudes[index] ?? 0);
  });
  const expected = simulatePlainly({ network, points, latents, duration: DURATION, most: MOST });
  const { spikeNeuron, spikeTime } = recordRun(
    createTestSpec(network, {
      engine: "event",
      dt: 0.1,
      steps: 61,
      duration: DURATION,
      input: {
        kind: "piecewise-linear",
        times: Float64Array.from(points, ([time]) => time),
        values: Float64Array.from(points, ([, x]) => x),
      },
      initial: { kind: "latents", latents: Float64Array.from(latents) },
    }),
    { everySteps: 7, voltages: [], currents: [] },
    MOST,
  );
  const found = Array.from(spikeNeuron, (neuron, at): PlainSpike => [neuron, spikeTime[at] ?? -1]);
  expect(found.map(([neuron]) => neuron)).toEqual(expected.map(([neuron]) => neuron));
  for (const [at, [, time]] of expected.entries())
    expect(Math.abs((found[at]?.[1] ?? Number.NaN) - time)).toBeLessThanOrEqual(1e-9);
}

describe("the exact engine against a plain scan over all neurons", () => {
  const pair: readonly PopulationType[] = ["excitatory", "inhibitory"];
  const three: readonly PopulationType[] = ["excitatory", "inhibitory", "unconstrained"];
  const simple = fc.boolean().map((isCoarse) => ({ ...plain, isCoarse }));

  test.prop([networksOf(["inhibitory"], simple), courses, starts], RUNS)(
    "has the same spikes with one inhibitory latent and any course of the input",
    expectSameSpikes,
  );

  test.prop([networksOf(["excitatory"], simple), courses, starts], RUNS)(
    "has the same spikes with one excitatory latent, stable, explosive or silent",
    expectSameSpikes,
  );

  test.prop([networksOf(pair, simple), held, starts], RUNS)(
    "has the same spikes in E-I networks at a held input",
    expectSameSpikes,
  );

  test.prop([networksOf(pair, styles), courses, starts], RUNS)(
    "has the same spikes in E-I networks with self-resets, zero encoders and a moving input",
    expectSameSpikes,
  );

  test.prop([networksOf(["inhibitory"], styles), courses, starts], RUNS)(
    "has the same spikes with weights, self-resets and decoders of any size",
    expectSameSpikes,
  );

  test.prop([networksOf(three, styles), courses, starts], RUNS)(
    "has the same spikes with more latents than two populations write",
    expectSameSpikes,
  );
});
