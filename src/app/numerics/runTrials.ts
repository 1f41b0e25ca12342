import {
  agreeOnOrder,
  type ComparisonPlan,
  compareRuns,
  type ExperimentDoc,
  measureRun,
  type RunFacts,
  type RunNumbers,
  toSimulation,
  trialOf,
} from "#document";
import type { SimulationSpec } from "#engines";
import type { SpikeList } from "#model";
import type { SimulationClient } from "#runtime/client";
import { planRecording, type Traces } from "#runtime/protocol";
import { copySpikes, isToldBySpikes, stiffnessAlong, toFinishedRun } from "./finishedRun.ts";

/** What came of a measurement. */
export type TrialsOutcome =
  | { readonly kind: "measured"; readonly facts: RunFacts }
  /** One of the runs cannot be run; a sentence. */
  | { readonly kind: "failed"; readonly sentence: string }
  /** The document has changed meanwhile. */
  | { readonly kind: "dropped" };

/** Samples of a run whose spikes do not tell the means of its readouts. */
const SAMPLES = 4_000;

/** A run that is complete; its traces hold until the next one. */
type Ended =
  | { readonly kind: "done"; readonly spec: SimulationSpec; readonly traces: Traces }
  | Exclude<TrialsOutcome, { readonly kind: "measured" }>;

/**
 * Run both documents of a plan in the background, trial by trial. Whoever stops the client, or runs something else
 * on it, drops the measurement.
 */
export async function runTrials(
  client: SimulationClient,
  plan: ComparisonPlan,
): Promise<TrialsOutcome> {
  const mine: RunNumbers[] = [];
  const other: RunNumbers[] = [];
  let stiffness: number | null = null;
  let order: ReturnType<typeof agreeOnOrder> | null = null;
  let spec: SimulationSpec | null = null;
  for (const seed of plan.seeds) {
    const shown = await runOnce(client, trialOf(plan.mine, seed));
    if (shown.kind !== "done") return shown;
    spec = shown.spec;
    mine.push(measureRun(toFinishedRun(spec, shown.traces, plan), plan));
    stiffness ??= stiffnessAlong(spec, shown.traces);
    const spikes: SpikeList | null = plan.seeds.length === 1 ? copySpikes(shown.traces) : null;
    const better = await runOnce(client, trialOf(plan.other, seed));
    if (better.kind !== "done") return better;
    other.push(measureRun(toFinishedRun(better.spec, better.traces, plan), plan));
    if (spikes !== null && spec.engine !== "rate")
      order = agreeOnOrder(spikes, copySpikes(better.traces));
  }
  if (spec === null) return { kind: "dropped" };
  const comparison = compareRuns(plan, { network: spec.network, mine, other, order });
  const busiest =
    spec.engine === "clock" && spec.synapse.kind === "delta"
      ? Math.max(...mine.map((run) => run.busiest)) * spec.dt
      : null;
  return { kind: "measured", facts: { comparison, busiest, stiffness } };
}

async function runOnce(client: SimulationClient, experiment: ExperimentDoc): Promise<Ended> {
  const simulation = toSimulation(experiment);
  if (!simulation.ok) return { kind: "failed", sentence: simulation.problem.message };
  const { spec } = simulation;
  const maxSamples = isToldBySpikes(spec) ? 1 : SAMPLES;
  const outcome = await client.run(spec, planRecording(spec, { maxSamples }));
  if (outcome === "done") return { kind: "done", spec, traces: client.traces };
  if (outcome !== "failed") return { kind: "dropped" };
  return { kind: "failed", sentence: client.status.problem ?? "The comparison could not be run." };
}
