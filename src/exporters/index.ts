export { type PopulationSpikes, sortSpikes } from "./sortedSpikes.ts";
export { summariseRun, type WindowSummary } from "./summariseRun.ts";
export { tellVerdict } from "./tellVerdict.ts";
export {
  type ExperimentResult,
  type ResultOptions,
  type ResultSpikes,
  resultJson,
  toResult,
} from "./toResult.ts";
export { spikesCsv, tableCsv, tracesCsv } from "./writeCsv.ts";
export { type SvgPanel, writeSvg } from "./writeSvg.ts";
