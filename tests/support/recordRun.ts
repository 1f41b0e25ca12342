import {
  createEngine,
  createMemoryRecorder,
  type Recording,
  type RecordingPlan,
  type SimulationSpec,
} from "#engines";

/** Run a spec in memory to its end, or until the recorder is full. */
export function recordRun(
  spec: SimulationSpec,
  plan: RecordingPlan = { everySteps: 1, voltages: [], currents: [] },
  spikeLimit?: number,
): Recording {
  const recorder = createMemoryRecorder(spec, plan, spikeLimit);
  createEngine(spec).advance(spec.steps, recorder);
  return recorder.read();
}
