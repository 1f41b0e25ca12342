export { type Clash, type Demands, type EngineName, findClashes } from "./clashes.ts";
export { type CompileResult, compileNetwork } from "./compile/network.ts";
export { type SimulationResult, toCourse, toSimulation } from "./compile/simulation.ts";
export {
  setDynamics,
  setEngine,
  setIntegrator,
  setRateRule,
  setSynapseKind,
  setTimeStep,
} from "./edits/dynamics.ts";
export {
  editNeurons,
  moveThresholds,
  type NeuronValues,
  readNeuron,
  setNeurons,
} from "./edits/neurons.ts";
export { resetNeurons } from "./edits/reset.ts";
export {
  setCurrents,
  setDuration,
  setInitial,
  setInput,
  setName,
  setWindow,
  withSeed,
} from "./edits/run.ts";
export { addNeuron, removeNeurons, toExplicit } from "./edits/structure.ts";
export { formatExperiment, formatJson, serialiseWorkspace } from "./format.ts";
export { drawCourse } from "./input/drawCourse.ts";
export { evaluateInput } from "./input/evaluate.ts";
export { type InputTextResult, parseInputText } from "./input/parseInputText.ts";
export { inputPresets } from "./input/presets.ts";
export type { TimedValue } from "./input/simplify.ts";
export { LIMITS, type Limits } from "./limits.ts";
export {
  agreeOnOrder,
  compareRuns,
  type FinishedRun,
  measureRun,
  type RunNumbers,
} from "./numerics/compareRuns.ts";
export { type ComparisonPlan, planComparison, trialOf } from "./numerics/comparison.ts";
export { type CrossingGeometry, isNoisy, numericsFacts } from "./numerics/facts.ts";
export { judgeNumerics } from "./numerics/judge.ts";
export { shownExperiment } from "./numerics/shown.ts";
export type {
  LoadFacts,
  Measurement,
  NumericsDetail,
  NumericsFacts,
  NumericsFix,
  NumericsState,
  NumericsVerdict,
  RunComparison,
  RunFacts,
} from "./numerics/types.ts";
export { findParameter, parameters } from "./parameters/table.ts";
export type { Parameter, ParameterTarget } from "./parameterTypes.ts";
export { type ParseResult, parseExperiment } from "./parse/experiment.ts";
export type { Problem } from "./parse/report.ts";
export { type JsonResult, parseExperimentText, parseJson } from "./parse/text.ts";
export { type ExperimentFile, serialiseExperiment } from "./serialise.ts";
export {
  SWEEP_SPACINGS,
  type SweepChoice,
  type SweepRange,
  type SweepSpacing,
  TRIAL_LIMITS,
  TRIAL_MEASURES,
  TRIAL_PICTURES,
  TRIAL_SPREADS,
  TRIAL_SUBJECTS,
  type TrialMeasure,
  type TrialPicture,
  type TrialSettings,
  type TrialSpread,
  type TrialSubject,
} from "./trials/settings.ts";
export { resolveChoice, sweepChoices } from "./trials/sweepChoices.ts";
export { findSweepParameter } from "./trials/sweepParameters.ts";
export {
  presentPoint,
  readVariable,
  type SweepPoint,
  type SweepPoints,
  type SweepVariable,
  setVariable,
  sweepPoints,
} from "./trials/sweepPoints.ts";
export { type SweepValues, sweepValues } from "./trials/sweepValues.ts";
export { usualRange, usualTrials } from "./trials/usualTrials.ts";
export type {
  Annotation,
  BoundaryFunction,
  BoundaryTerm,
  ByPopulation,
  CurrentRecipe,
  Dynamics,
  ExperimentDoc,
  ExplicitNetwork,
  ExplicitPopulation,
  InitialRecipe,
  InputRecipe,
  NetworkRecipe,
  NeuronOverride,
  NeuronRef,
  NoiseRecipe,
  Shape,
  SynapseRecipe,
  TangentGrid,
  TangentNetwork,
  TangentPopulation,
  ViewState,
  Workspace,
} from "./types.ts";
export { defaultView } from "./view/defaultView.ts";
export { parseView, type ViewResult } from "./view/parseView.ts";
