import { fc, test } from "@fast-check/vitest";
import { describe, expect, vi } from "vitest";
import { presets } from "#content";
import {
  agreeOnOrder,
  compareRuns,
  type ExperimentDoc,
  judgeNumerics,
  measureRun,
  numericsFacts,
  planComparison,
  type RunComparison,
  setEngine,
  setInput,
  setTimeStep,
  toSimulation,
} from "#document";
import { asEINetwork, createCrossingLookup, crossingCurve, findNeuron, worstLoad } from "#model";
import { simulate } from "#runtime/inline";
import { copySpikes, toFinishedRun } from "../../src/app/numerics/finishedRun.ts";

// Hundreds of runs on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Figures 4d, 4f and 5c and the arch of the first visit: one crossing at every input, each with its own shape. */
const SHAPES = ["start", "fig-4de", "fig-4f", "fig-5cd"] as const;

const shape = fc.constantFrom(...SHAPES);
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Sizes of jumps, from fine to those of the figures. */
const jump = fc.double({ min: 0.04, max: 1, noNaN: true });

/** A network with other decoders under a slow ramp. */
interface Bench {
  readonly document: ExperimentDoc;
  readonly geometry: Parameters<typeof numericsFacts>[1] & object;
  /** Spikes a tau at the worst moment of the ramp. */
  readonly demand: number;
  /** Smallest decoders of the neurons that own the crossing along the ramp. */
  readonly jumps: { readonly E: number; readonly I: number };
}

interface Draw {
  readonly id: (typeof SHAPES)[number];
  /** Sizes of the jumps of E and I. */
  readonly decoders: readonly [number, number];
  /** Where in the visible range the ramp begins; it moves by a tenth of the range in 20 tau. */
  readonly place: number;
}

function prepare({ id, decoders, place }: Draw): Bench | null {
  const preset = presets.find((each) => each.id === id);
  if (preset === undefined) throw new Error(`There is no preset ${id}.`);
  const [low, high] = preset.view.ranges?.x ?? [-1, 1];
  const begins = low + 0.85 * place * (high - low);
  const ends = begins + 0.1 * (high - low);
  const ramp = [
    [0, [begins]],
    [20, [ends]],
  ] as const;
  const clock = setEngine(withDecoders(preset.experiment, decoders), "clock");
  const base = { ...clock, currents: [], duration: 20 };
  const document = setInput(
    { ...base, initial: { kind: "rest" }, window: { from: 8, to: 20 } },
    { kind: "piecewise-linear", points: ramp },
  );
  return measureDemand(document, [begins, ends]);
}

function withDecoders(experiment: ExperimentDoc, [E, I]: readonly [number, number]): ExperimentDoc {
  const { network } = experiment;
  if (network.kind === "tangent") {
    const populations = network.populations.map((each) => ({
      ...each,
      decoder: each.type === "excitatory" ? E : -I,
    }));
    return { ...experiment, network: { ...network, populations } };
  }
  const populations = network.populations.map((each) => ({
    ...each,
    decoders: each.decoders.map(() => [each.type === "excitatory" ? E : -I]),
  }));
  return { ...experiment, network: { ...network, populations } };
}

function measureDemand(
  document: ExperimentDoc,
  [begins, ends]: readonly [number, number],
): Bench | null {
  const simulation = toSimulation(document);
  const ei = simulation.ok ? asEINetwork(simulation.spec.network) : null;
  if (ei === null) throw new Error("The shapes are E-I networks.");
  const lookup = createCrossingLookup(
    crossingCurve(ei, { x: [begins, ends], E: [0, 200], I: [0, 400] }),
  );
  const input = Float64Array.from({ length: 41 }, (_, k) => begins + (k / 40) * (ends - begins));
  const crossings = Array.from(input, lookup);
  const worst = worstLoad({ ei, lookup, dt: 1, input, interval: 0.5 });
  if (worst === null || crossings.some((crossing) => crossing === null || !crossing.stable))
    return null;
  const owners = crossings.flatMap((crossing) => (crossing === null ? [] : [crossing]));
  return {
    document,
    geometry: { ei, lookup },
    demand: worst.load,
    jumps: {
      E: Math.min(...owners.map((each) => findNeuron(ei, each.excitatory)?.decoder ?? 0)),
      I: Math.min(...owners.map((each) => findNeuron(ei, each.inhibitory)?.decoder ?? 0)),
    },
  };
}

/** Run clock and exact engine beside each other, as the badge does. */
function compare(document: ExperimentDoc): RunComparison {
  const plan = planComparison(document);
  if (plan === null) throw new Error("The clock has something to be compared with.");
  const runs = [plan.mine, plan.other].map((each) => {
    const simulation = toSimulation(each);
    if (!simulation.ok) throw new Error(simulation.problem.message);
    const { spec } = simulation;
    const record = { everySteps: spec.steps, voltages: [], currents: [] };
    const reply = simulate(spec, record);
    if (!reply.ok) throw new Error(reply.error.message);
    const run = toFinishedRun(spec, reply.traces, plan);
    return { network: spec.network, run: measureRun(run, plan), spikes: copySpikes(reply.traces) };
  });
  const [mine, other] = runs;
  if (mine === undefined || other === undefined) throw new Error("There are two runs.");
  return compareRuns(plan, {
    network: mine.network,
    mine: [mine.run],
    other: [other.run],
    order: agreeOnOrder(mine.spikes, other.spikes),
  });
}

function errorOf(comparison: RunComparison): number {
  const [readout] = comparison.readouts;
  if (readout === undefined) throw new Error("E has a readout.");
  return Math.abs(readout.mine - readout.other);
}

/** The document with a step of this load, or null where the run would be long or the step longer than a document has. */
function withLoad({ document, demand }: Bench, load: number): ExperimentDoc | null {
  const dt = load / demand;
  return dt < 0.0005 || dt > 0.5 ? null : setTimeStep(document, dt);
}

describe("the load of the step", () => {
  test.prop([shape, jump, fc.double({ min: 0.5, max: 2, noNaN: true }), share, share], {
    numRuns: 100,
  })(
    "below 0.9 and with slow inputs keeps the mean readout of E within one jump of E and one of I",
    (id, decoder, ratio, place, part) => {
      const bench = prepare({ id, decoders: [decoder, ratio * decoder], place });
      const document = bench === null ? null : withLoad(bench, 0.01 + 0.88 * part);
      fc.pre(bench !== null && document !== null);
      expect(errorOf(compare(document))).toBeLessThanOrEqual(bench.jumps.E + bench.jumps.I);
    },
  );

  test.prop([shape, jump, fc.double({ min: 0.5, max: 2, noNaN: true }), share, share], {
    numRuns: 100,
  })("below 0.3 keeps it within one jump of E", (id, decoder, ratio, place, part) => {
    const bench = prepare({ id, decoders: [decoder, ratio * decoder], place });
    const document = bench === null ? null : withLoad(bench, 0.01 + 0.29 * part);
    fc.pre(bench !== null && document !== null);
    expect(errorOf(compare(document))).toBeLessThanOrEqual(bench.jumps.E);
  });

  test.prop([shape, jump, jump, share, fc.double({ min: 1.001, max: 50, noNaN: true })])(
    "above 1 is red, whatever the decoders",
    (id, excitatory, inhibitory, place, load) => {
      const bench = prepare({ id, decoders: [excitatory, inhibitory], place });
      fc.pre(bench !== null && load / bench.demand <= 1);
      // The badge looks at other moments of the ramp than the bench: a little room.
      const document = setTimeStep(bench.document, Math.min(1, (1.02 * load) / bench.demand));
      fc.pre((document.dynamics.dt ?? 0) * bench.demand > 1.01);
      const facts = numericsFacts(document, bench.geometry);
      expect(judgeNumerics(facts, { kind: "measuring" }).state).toBe("red");
    },
  );
});

describe("every remedy of a load", () => {
  test.prop([shape, jump, jump, share, fc.double({ min: 0.21, max: 20, noNaN: true })])(
    "makes the badge green, whatever the decoders",
    (id, excitatory, inhibitory, place, load) => {
      const bench = prepare({ id, decoders: [excitatory, inhibitory], place });
      fc.pre(bench !== null && load / bench.demand <= 1);
      const judge = (each: ExperimentDoc) =>
        judgeNumerics(numericsFacts(each, bench.geometry), { kind: "measuring" });
      const document = setTimeStep(bench.document, load / bench.demand);
      const { state, fixes } = judge(document);
      fc.pre(state !== "green");
      expect(fixes).toHaveLength(2);
      expect(fixes.map((fix) => judge(fix.apply(document)).state)).toEqual(["green", "green"]);
    },
  );
});

describe("a green badge", () => {
  test.prop([shape, jump, jump, share, share], { numRuns: 100 })(
    "means that the mean readouts are those of the exact engine to one jump of a spike, whatever the decoders",
    (id, excitatory, inhibitory, place, part) => {
      const bench = prepare({ id, decoders: [excitatory, inhibitory], place });
      const document = bench === null ? null : withLoad(bench, 0.01 + 1.5 * part);
      fc.pre(bench !== null && document !== null);
      const comparison = compare(document);
      const facts = { comparison, busiest: null, stiffness: null };
      const verdict = judgeNumerics(numericsFacts(document, bench.geometry), {
        kind: "measured",
        facts,
      });
      fc.pre(verdict.state === "green");
      expect(errorOf(comparison)).toBeLessThanOrEqual(excitatory);
    },
  );
});
