export type {
  CurrentPulse,
  Engine,
  EngineId,
  EngineState,
  InitialState,
  InputCourse,
  Noise,
  RateSettings,
  Recorder,
  RecordingPlan,
  SimulationSpec,
  Synapse,
} from "./types.ts";
