import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseExperimentText, toSimulation } from "#document";
import type { SimulationSpec } from "#engines";
import { type Estimate, mean, type Spread } from "#math";
import { createNetwork } from "#model";
import type { TrialPlan } from "#runtime/protocol";
import type { PointSummary, TrialPoint } from "#runtime/trials";
import { readReferenceExperiment } from "../support/referenceCases.ts";
import { createTestSpec, holdAt } from "../support/simulationSpecs.ts";
import { createInlinePool, planOf } from "../support/trialPools.ts";

/** A value and its standard error. */
type Published = readonly [number, number];

interface Statistics {
  readonly figure6: Readonly<Record<Figure6, Published>> & { readonly counts: Published[] };
  readonly figure7: Readonly<Record<Figure7, Published>>;
  readonly figure15: {
    readonly levels: readonly {
      readonly sigma: number;
      readonly count: Published;
      readonly cv: Published;
      readonly fano: Published;
    }[];
  };
}
type Figure6 =
  | "spikes"
  | "active"
  | "bias"
  | "rms"
  | "meanFano"
  | "neuron20"
  | "neuron35"
  | "neuron20Fano"
  | "neuron35Fano";
type Figure7 =
  | "mean"
  | "deviation"
  | "first"
  | "second"
  | "total"
  | "firstFano"
  | "secondFano"
  | "totalFano"
  | "correlation"
  | "ratio";

const published: Statistics = JSON.parse(
  readFileSync(new URL("./fixtures/trialStatistics.json", import.meta.url), "utf8"),
);

/** Chosen before the first run. */
const MASTER_SEED = 1;

/** What one found has to agree with: a value with an error on both sides. */
interface Comparison {
  readonly name: string;
  readonly ours: Estimate;
  readonly theirs: Published;
}

/** Distances in standard errors; a value without any error must be equal. */
function compare(comparisons: readonly Comparison[]): void {
  const far = comparisons.map(({ name, ours, theirs: [value, error] }) => {
    const scale = Math.hypot(ours.standardError, error);
    const off = Math.abs(ours.value - value);
    return { name, z: scale === 0 ? (off < 1e-9 ? 0 : Infinity) : off / scale };
  });
  expect(far.filter(({ z }) => !(z <= 4.5))).toEqual([]);
  expect(far.filter(({ z }) => z > 3).length).toBeLessThanOrEqual(
    Math.max(1, Math.floor(far.length / 100)),
  );
}

function specOf(name: string): SimulationSpec {
  const parsed = parseExperimentText(readReferenceExperiment(name));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  const simulation = toSimulation(parsed.experiment);
  if (!simulation.ok) throw new Error(simulation.problem.message);
  return { ...simulation.spec, seed: MASTER_SEED };
}

async function runAll(
  points: readonly TrialPoint[],
  plan: TrialPlan,
): Promise<readonly PointSummary[]> {
  const job = createInlinePool(1).start({ points, plan });
  expect(await job.finished).toEqual({ kind: "done" });
  return points.flatMap((_, point) => job.summary(point) ?? []);
}

function asEstimate({ mean: value, standardError }: Spread): Estimate {
  return { value, standardError };
}

describe("statistics of the published simulator", () => {
  it("are found on the ramp of figure 6", async () => {
    const spec = specOf("seeded-fig6-trial1");
    const [summary] = await runAll(
      [{ label: "figure 6", spec, trials: 200 }],
      planOf({
        window: { from: 5, to: 29.99 },
        watch: spec.network.thresholds.length === 50 ? [...Array(50).keys()] : [],
        latentSteps: 1,
        neuronCounts: true,
      }),
    );
    const [all, ...neurons] = summary?.groups ?? [];
    const error = summary?.latents[0]?.error;
    const theirs = published.figure6;
    if (all === undefined || error === undefined || error === null) throw new Error("nothing");
    const fanos = neurons.map(({ fano }) => fano);
    const counts = neurons.map(({ count }, neuron) => ({
      name: `count of neuron ${neuron}`,
      ours: asEstimate(count),
      theirs: theirs.counts[neuron] ?? [Number.NaN, 0],
    }));
    const comparisons: Comparison[] = [
      { name: "spikes", ours: asEstimate(all.count), theirs: theirs.spikes },
      { name: "active", ours: asEstimate(all.active), theirs: theirs.active },
      { name: "bias", ours: asEstimate(error.bias), theirs: theirs.bias },
      { name: "rms", ours: asEstimate(error.rms), theirs: theirs.rms },
      {
        name: "mean Fano factor",
        ours: {
          value: mean(fanos.map(({ value }) => value)),
          // As many trials as the reference, hence its error.
          standardError: theirs.meanFano[1],
        },
        theirs: theirs.meanFano,
      },
      { name: "Fano 20", ours: fanos[20] ?? all.fano, theirs: theirs.neuron20Fano },
      { name: "Fano 35", ours: fanos[35] ?? all.fano, theirs: theirs.neuron35Fano },
      ...counts,
    ];
    expect(comparisons).toHaveLength(57);
    compare(comparisons);
    const { mean: means, variance } = summary?.neurons ?? { mean: [], variance: [] };
    expect((variance[20] ?? 0) / (means[20] ?? 0)).toBeCloseTo(fanos[20]?.value ?? 0, 10);
  });

  it("are found in the two neurons of figure 7: a quiet readout of noisy rates", async () => {
    const [summary] = await runAll(
      [{ label: "figure 7", spec: specOf("seeded-fig7def"), trials: 200 }],
      planOf({
        window: { from: 5, to: 19.99 },
        watch: [0, 1],
        correlogram: { reach: 1, bins: 5 },
        latentSteps: 1,
        nullspace: true,
      }),
    );
    const [total, first, second] = summary?.groups ?? [];
    const [readout] = summary?.latents ?? [];
    const [space] = summary?.nullspace ?? [];
    const [pair] = summary?.pairs ?? [];
    if (!(total && first && second && readout && space && pair)) throw new Error("nothing");
    const theirs = published.figure7;
    const correlation = pair.countCorrelation;
    compare([
      // The figure draws the readout's magnitude.
      {
        name: "mean",
        ours: { ...asEstimate(readout.mean), value: -readout.mean.mean },
        theirs: theirs.mean,
      },
      { name: "deviation", ours: asEstimate(readout.deviation), theirs: theirs.deviation },
      { name: "first", ours: asEstimate(first.count), theirs: theirs.first },
      { name: "second", ours: asEstimate(second.count), theirs: theirs.second },
      { name: "total", ours: asEstimate(total.count), theirs: theirs.total },
      { name: "first Fano", ours: first.fano, theirs: theirs.firstFano },
      { name: "second Fano", ours: second.fano, theirs: theirs.secondFano },
      { name: "total Fano", ours: total.fano, theirs: theirs.totalFano },
      {
        name: "correlation",
        ours: { value: correlation, standardError: (1 - correlation ** 2) / Math.sqrt(200) },
        theirs: theirs.correlation,
      },
      { name: "ratio", ours: asEstimate(space.ratio), theirs: theirs.ratio },
    ]);
  });

  it("are found in the counts of figure 15", async () => {
    const levels = published.figure15.levels.filter((_, index) => [0, 1, 5, 10].includes(index));
    const points = levels.map(({ sigma }) => ({
      label: `sigma ${sigma}`,
      spec: figure15(sigma),
      trials: 120,
    }));
    const summaries = await runAll(points, planOf({ window: { from: 0, to: 7.5 }, watch: [12] }));
    compare(
      levels.flatMap(({ sigma, count, cv, fano }, level) => {
        const group = summaries[level]?.groups[1];
        if (group === undefined) throw new Error("nothing");
        const exact = sigma === 0 ? { standardError: 0 } : {};
        return [
          {
            name: `count at ${sigma}`,
            ours: { ...asEstimate(group.count), ...exact },
            theirs: count,
          },
          { name: `CV at ${sigma}`, ours: group.countCv, theirs: cv },
          { name: `Fano at ${sigma}`, ours: group.fano, theirs: fano },
        ];
      }),
    );
  }, 60_000);
});

/** 50 neurons tangent to y = -x^2 - 1/2, D = -0.25, mu = 0.025, at x = -0.5 from V = 0 with steps of 0.001 tau. */
function figure15(sigma: number): SimulationSpec {
  const tangents = Array.from({ length: 50 }, (_, k) => -1 + (2 * k) / 49);
  const network = createNetwork({
    inputs: 1,
    latents: [{ name: "I", writer: 0, kind: "readout" }],
    populations: [{ id: "I", type: "inhibitory", start: 0, count: 50, latents: [0] }],
    feedforward: Float64Array.from(tangents, (x) => 2 * x),
    encoders: new Float64Array(50).fill(1),
    decoders: new Float64Array(50).fill(-0.25),
    thresholds: Float64Array.from(tangents, (x) => x * x - 0.5),
    selfResets: new Float64Array(50).fill(0.025),
  });
  return createTestSpec(network, {
    dt: 0.001,
    steps: 7500,
    duration: 7.5,
    input: holdAt(-0.5),
    overshoot: "clamp",
    noise: { sigma: [sigma], generator: "fast", skip: 0, start: "zero" },
    seed: MASTER_SEED,
  });
}
