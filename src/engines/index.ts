export { sampleInput } from "./input/sampleInput.ts";
export { type RateStability, rateStability } from "./rate/rateStability.ts";
export {
  createMemoryRecorder,
  type MemoryRecorder,
  type Recording,
  SPIKE_LIMIT,
} from "./recorders/memoryRecorder.ts";
export { countCurrentColumns, readNeuronCurrent } from "./recorders/neuronCurrents.ts";
export { availableEngines, createEngine, findRunFault, isEngineAvailable } from "./registry.ts";
export type {
  CurrentPulse,
  Engine,
  EngineId,
  EngineState,
  InitialState,
  InputCourse,
  Noise,
  RateIntegrator,
  RateSettings,
  Recorder,
  RecordingPlan,
  RunVerdict,
  SimulationSpec,
  Synapse,
} from "./types.ts";
