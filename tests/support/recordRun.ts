import {
  createEngine,
  createMemoryRecorder,
  type Recording,
  type RecordingPlan,
  type SimulationSpec,
} from "#engines";

/** Run a spec to its end in memory. */
export function recordRun(
  spec: SimulationSpec,
  plan: RecordingPlan = { everySteps: 1, voltages: [], currents: [] },
): Recording {
  const recorder = createMemoryRecorder(spec, plan);
  createEngine(spec).advance(spec.steps, recorder);
  return recorder.read();
}
