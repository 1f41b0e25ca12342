export { type AxisName, axisNames } from "./axisNames.ts";
export {
  dragHandle,
  type Handle,
  type HandlePart,
  type ParameterChange,
} from "./handles/handle.ts";
export {
  chosenOutputLine,
  type OutputHandlesPicture,
  outputHandles,
} from "./handles/outputHandles.ts";
export { type HandlesPicture, paintHandles } from "./handles/paintHandles.ts";
export { type SliceHandlesPicture, sliceHandles } from "./handles/sliceHandles.ts";
export { hitHandle } from "./hits/hitHandle.ts";
export { hitSlice, type SliceHit, type SliceTargets } from "./hits/hitSlice.ts";
export {
  hitRaster,
  hitStrip,
  type RasterTargets,
  type SpikeHit,
  type StripHit,
} from "./hits/hitStrip.ts";
export { HIT_TOLERANCE } from "./hits/tolerance.ts";
export type { MarginsPicture } from "./moment/marginLayout.ts";
export { paintMargins } from "./moment/paintMargins.ts";
export { neuronName } from "./neuronName.ts";
export { type OutputPicture, type OutputRun, paintOutput } from "./output/paintOutput.ts";
export { type AxesPicture, paintAxes } from "./painters/axes.ts";
export { type PopulationStyle, populationStyle, sideType } from "./populationStyle.ts";
export { parseRichText, plainText } from "./richText.ts";
export type { Fill, Sink, Stroke, TextContent, TextRun, TextStyle } from "./sink.ts";
export { type CanvasContext, createCanvasSink } from "./sinks/canvasSink.ts";
export { createSvgSink, type SvgOptions, type SvgSink } from "./sinks/svgSink.ts";
export { closeUpOf, type SliceMoment } from "./slice/moment.ts";
export type { SideLines } from "./slice/neuronLine.ts";
export type { SliceAnnotation } from "./slice/paintAnnotations.ts";
export { MOST_LINES } from "./slice/paintBoundaries.ts";
export { describeStability } from "./slice/paintCrossings.ts";
export { paintSlice } from "./slice/paintSlice.ts";
export type { TrajectoryPicture } from "./slice/paintTail.ts";
export { type RegionId, regionAt } from "./slice/regions.ts";
export type { SliceGhost, SlicePicture } from "./slice/slicePicture.ts";
export {
  darkTheme,
  lightTheme,
  scaleTheme,
  type Theme,
  type ThemeColors,
  type ThemeLines,
  type ThemeSizes,
} from "./theme.ts";
export {
  layoutStrip,
  type StripLayout,
  type StripLayoutOptions,
  type StripRow,
  type StripRowId,
} from "./time/layoutStrip.ts";
export { paintChosenSpike } from "./time/paintChosenSpike.ts";
export { paintTimeStrip, timeView } from "./time/paintTimeStrip.ts";
export type { StripCurrent, TimeStripPicture } from "./time/stripPicture.ts";
export { latentsAt } from "./traces/walkTrajectory.ts";
export { paintCorrelation } from "./trials/paintCorrelation.ts";
export { paintSweep } from "./trials/paintSweep.ts";
export { paintTrials } from "./trials/paintTrials.ts";
export {
  type SweepMark,
  type SweepPicture,
  type SweepSeries,
  sweepView,
  toPlace,
} from "./trials/sweepPicture.ts";
export {
  type BinSeries,
  type CorrelationPicture,
  layoutTrials,
  type RasterSpikes,
  type TrialsPicture,
  type WatchedNeuron,
} from "./trials/trialsPicture.ts";
export { axisMargins, type Margins, type PlotAreaOptions, plotArea } from "./view/plotArea.ts";
export { niceTicks, type TickOptions, type Ticks } from "./view/ticks.ts";
export {
  createView,
  type Interval,
  isInside,
  type LatentPoint,
  type Rect,
  type ScreenPoint,
  type View,
  type ViewOptions,
} from "./view/view.ts";
