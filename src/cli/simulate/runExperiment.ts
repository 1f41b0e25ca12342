import { type ExperimentDoc, toSimulation } from "#document";
import {
  createEngine,
  createMemoryRecorder,
  findRunFault,
  type Recording,
  type RecordingPlan,
  type SimulationSpec,
} from "#engines";
import type { LowRankNetwork } from "#model";
import { createTraces, type Traces } from "#runtime/protocol";

/** A finished run, or one sentence about why it cannot be run. */
export type Run =
  | {
      readonly ok: true;
      readonly network: LowRankNetwork;
      readonly traces: Traces;
      /** One sentence for each thing that went wrong on the way. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly sentence: string };

/** Run an experiment from the first step to the last. */
export function runExperiment(experiment: ExperimentDoc): Run {
  const simulation = toSimulation(experiment);
  if (!simulation.ok) return { ok: false, sentence: simulation.problem.message };
  const { spec, record } = simulation;
  const fault = findRunFault(spec);
  if (fault !== null) return { ok: false, sentence: fault };
  const recorder = createMemoryRecorder(spec, record);
  const engine = createEngine(spec);
  engine.advance(spec.steps, recorder);
  const recording = recorder.read();
  const { network } = spec;
  return {
    ok: true,
    network,
    traces: {
      ...toTraces(recording, { network, dt: spec.dt, voltageNeurons: record.voltages }),
      verdict: engine.verdict,
    },
    warnings: [...findWarnings(recording), ...findCoarseSamples(experiment, simulation)],
  };
}

/** Warn of a run without steps that is too long for the samples that it asks for. */
export function findCoarseSamples(
  { dynamics, record: { latentsEvery } }: ExperimentDoc,
  { spec, record }: { readonly spec: SimulationSpec; readonly record: RecordingPlan },
): readonly string[] {
  const every = spec.dt * record.everySteps;
  if (dynamics.dt !== null || every <= 1.001 * latentsEvery) return [];
  return [
    `The readouts are written every ${every} tau, as the run is too long for samples ${latentsEvery} tau apart.`,
  ];
}

function findWarnings({ isCut, spikeTime, latents, time }: Recording): readonly string[] {
  const last = spikeTime.at(-1) ?? 0;
  const bad = latents.findIndex((value) => !Number.isFinite(value));
  const columns = latents.length / Math.max(1, time.length);
  const badTime = time[Math.floor(bad / columns)] ?? 0;
  return [
    ...(isCut
      ? [`The run stopped at ${last} tau after ${spikeTime.length} spikes, the most that are kept.`]
      : []),
    ...(bad >= 0
      ? [`From ${badTime} tau on the readouts are too large to be written; they stand as null.`]
      : []),
  ];
}

function toTraces(
  recording: Recording,
  run: { network: LowRankNetwork; dt: number; voltageNeurons: readonly number[] },
): Traces {
  const { time, input, latents, voltages, spikeTime, spikeNeuron, spikeStep } = recording;
  return {
    ...createTraces(),
    version: 1,
    runId: 1,
    done: true,
    dt: run.dt,
    inputs: run.network.inputs,
    latentCount: run.network.latents.length,
    sampleEnd: time.length,
    time,
    input,
    latents,
    voltageNeurons: run.voltageNeurons,
    voltages,
    spikeEnd: spikeTime.length,
    spikeTime,
    spikeStep: Float64Array.from(spikeStep),
    spikeNeuron,
  };
}
