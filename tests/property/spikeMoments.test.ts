import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type ExperimentDoc, toSimulation } from "#document";
import { explainSpike, type MomentRun, type SpikeMoment } from "#model";
import { simulate } from "#runtime/inline";
import type { Traces } from "#runtime/protocol";
import { momentRunOf } from "../../src/ui/lab/momentRun.ts";
import { documentOf } from "../support/documents.ts";
import type { Json } from "../support/experimentFiles.ts";

const SIZE = 3;
const DURATION = 4;
const DT = 0.02;
/** Threshold units. */
const EXACT = 1e-9;
/** The exact engine follows a sine along chords, within 3e-7 of its amplitude (here at most 1, as the weights). */
const CHORD = 4e-7;

const numbers = (min: number, max: number, length = SIZE): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length });

/** Networks that spike and do not explode: inhibition catches what excitation starts (eq. 2.41). */
const population = (id: "E" | "I") =>
  fc.record({
    id: fc.constant(id),
    type: fc.constant(id === "E" ? "excitatory" : "inhibitory"),
    feedforward: numbers(0, 1).map((row) => row.map((weight) => [weight])),
    encoders: fc.record({
      E: id === "E" ? numbers(0, 0.5) : numbers(1, 1.5),
      I: numbers(1, 1.2),
    }),
    thresholds: id === "E" ? numbers(-1.2, -0.4) : numbers(0, 0.6),
    decoders: id === "E" ? numbers(0.1, 0.4) : numbers(-0.6, -0.2),
  });

const course = fc.oneof(
  fc.tuple(numbers(0, 1, 3), fc.double({ min: 0.5, max: 3.5, noNaN: true })).map(
    ([[a = 0, b = 0, c = 0], at]): Json => ({
      kind: "piecewise-linear",
      points: [
        [0, [a]],
        [at, [b]],
        [at, [c]],
        [DURATION, [a]],
      ],
    }),
  ),
  fc.double({ min: 0.1, max: 1, noNaN: true }).map(
    (amplitude): Json => ({
      kind: "sine",
      offset: [0.5],
      amplitude: [amplitude],
      period: 3,
      phase: 0.1,
    }),
  ),
);

const initial = fc.oneof(
  fc.constant<Json>({ kind: "rest" }),
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([E, I]): Json => ({ kind: "latents", latents: { E, I: -I } })),
  fc
    .tuple(numbers(-1, 0.9), numbers(-1, 0.9))
    .map(
      ([E, I]): Json => ({ kind: "voltages", voltages: { E, I }, latents: { E: 0.3, I: -0.2 } }),
    ),
);

const currents = fc.constantFrom<readonly Json[]>(
  [],
  [{ population: "E", from: 1, to: 2, amplitude: 0.4 }],
  [
    { population: "I", from: 0, to: 3, amplitude: 0.3, neurons: [1] },
    { population: "E", from: 0.5, to: 9, amplitude: -0.2 },
  ],
);

interface Made {
  readonly experiment: ExperimentDoc;
  readonly traces: Traces;
  readonly run: MomentRun;
}

function make(file: Json): Made {
  const experiment = documentOf({
    format: "latent-boundaries/experiment",
    version: 1,
    duration: DURATION,
    ...file,
  });
  const simulation = toSimulation(experiment);
  if (!simulation.ok) throw new Error(simulation.problem.message);
  const voltages = Array.from({ length: 2 * SIZE }, (_, neuron) => neuron);
  const reply = simulate(simulation.spec, { everySteps: 1, voltages, currents: [] });
  if (!reply.ok) throw new Error(reply.error.message);
  const run = momentRunOf(experiment, reply.traces);
  if (run === null) throw new Error("A spiking run can be explained.");
  return { experiment, traces: reply.traces, run };
}

/** Some spikes of a run, spread over it. */
function someSpikes({ spikes: { start, end } }: MomentRun): readonly number[] {
  const stride = Math.max(1, Math.floor((end - start) / 12));
  return Array.from({ length: Math.ceil((end - start) / stride) }, (_, k) => start + k * stride);
}

/** Margins afterwards are those before less E D, but for the neuron's own reset. */
function expectJump({ network, clamps }: MomentRun, moment: SpikeMoment): void {
  const { neuron, marginsBefore, marginsAfter, latentsBefore, latentsAfter } = moment;
  const width = network.latents.length;
  const jump = network.decoders.subarray(neuron * width, (neuron + 1) * width);
  expect(Array.from(latentsAfter, (value, k) => value - (latentsBefore[k] ?? 0))).toEqual(
    Array.from(jump, (value) => expect.closeTo(value, 12)),
  );
  for (let other = 0; other < network.neurons; other += 1) {
    let expected = marginsBefore[other] ?? 0;
    if (other === neuron) expected = (clamps ? 0 : expected) + (network.selfResets[neuron] ?? 0);
    for (let k = 0; k < width; k += 1)
      expected -= (network.encoders[other * width + k] ?? 0) * (jump[k] ?? 0);
    expect(marginsAfter[other]).toBeCloseTo(expected, 9);
  }
}

/** Nobody of its population was further beyond threshold. */
function expectHighest(
  { network }: MomentRun,
  { neuron, marginsBefore }: SpikeMoment,
  tolerance = EXACT,
): void {
  const { start, count } = network.populations[network.populationOf[neuron] ?? 0] ?? {
    start: 0,
    count: 0,
  };
  const least = Math.min(...marginsBefore.subarray(start, start + count));
  expect(marginsBefore[neuron]).toBeLessThanOrEqual(least + tolerance);
}

describe("moments of the clock", () => {
  test.prop(
    [
      population("E"),
      population("I"),
      course,
      initial,
      currents,
      fc.record({
        overshoot: fc.constantFrom("keep", "clamp"),
        selfReset: fc.constantFrom(0, 0.1),
        delay: fc.constantFrom(0, 5 * DT),
        refractory: fc.constantFrom(0, 3 * DT),
      }),
    ],
    { numRuns: 40 },
  )("have the very voltages of the engine", (E, I, input, start, injected, more) => {
    const { selfReset, overshoot, delay, refractory } = more;
    const resets = Array.from({ length: SIZE }, () => selfReset);
    const { run, traces } = make({
      network: {
        kind: "explicit",
        inputs: 1,
        populations: [
          { ...E, selfReset: resets },
          { ...I, selfReset: resets },
        ],
      },
      input,
      initial: start,
      currents: injected,
      dynamics: {
        engine: "clock",
        dt: DT,
        overshoot,
        delay: { E: delay, I: 0 },
        refractory: { E: refractory, I: 0 },
      },
    });
    for (const spike of someSpikes(run)) {
      const moment = explainSpike(run, spike);
      const row = Math.round(moment.time / DT) * 2 * SIZE;
      const found = Array.from(moment.marginsBefore, (margin) => 1 - margin);
      // The record has the neuron that was put on its threshold there.
      if (run.clamps) found[moment.neuron] = Math.min(1, found[moment.neuron] ?? 0);
      expect(found).toEqual(
        Array.from(traces.voltages.subarray(row, row + 2 * SIZE), (v) => expect.closeTo(v, 9)),
      );
      expect(moment.marginsBefore[moment.neuron]).toBeLessThanOrEqual(1e-9);
      if (refractory === 0) expectHighest(run, moment);
      expectJump(run, moment);
    }
  });
});

describe("moments of exact spikes", () => {
  test.prop(
    [population("E"), population("I"), course, initial, currents, fc.constantFrom(0, 0.1)],
    {
      numRuns: 40,
    },
  )("lie on the line of the neuron, or beyond it within an avalanche", (...parts) => {
    const [E, I, input, start, injected, selfReset] = parts;
    const resets = Array.from({ length: SIZE }, () => selfReset);
    const { run } = make({
      network: {
        kind: "explicit",
        inputs: 1,
        populations: [
          { ...E, selfReset: resets },
          { ...I, selfReset: resets },
        ],
      },
      input,
      initial: start,
      currents: injected,
      dynamics: { engine: "event" },
    });
    const jumpAt = jumpTime(input);
    const { kind } = input;
    const tolerance = kind === "sine" ? CHORD : EXACT;
    for (const spike of someSpikes(run)) {
      const moment = explainSpike(run, spike);
      const margin = moment.marginsBefore[moment.neuron] ?? 1;
      const isSudden = moment.time === 0 || moment.time === jumpAt;
      const isFirst = moment.avalanche.first === spike && !isSudden;
      if (isFirst) expect(Math.abs(margin)).toBeLessThan(tolerance);
      else expect(margin).toBeLessThan(tolerance);
      expectHighest(run, moment, tolerance);
      expectJump(run, moment);
    }
  });

  test.prop([population("E"), population("I"), course], { numRuns: 20 })(
    "are told without their noise, which need not be enough",
    (E, I, input) => {
      const { run } = make({
        network: { kind: "explicit", inputs: 1, populations: [E, I] },
        input,
        dynamics: { engine: "bridge", dt: 0.05, noise: { sigma: { E: 0.05, I: 0.05 } } },
      });
      expect(run.isNoisy).toBe(true);
      for (const spike of someSpikes(run)) {
        const moment = explainSpike(run, spike);
        // Ten standard deviations.
        expect(moment.marginsBefore[moment.neuron]).toBeLessThan(0.5);
        expectJump(run, moment);
      }
    },
  );
});

function jumpTime(input: Json): number {
  const { points } = input;
  const at: unknown = Array.isArray(points) ? points[1]?.[0] : undefined;
  return typeof at === "number" ? at : Number.NaN;
}
