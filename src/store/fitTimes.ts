import type { ExperimentDoc, ViewState } from "#document";

/** The view with playhead and visible stretch inside the run; the same object when they are. */
export function fitTimes({ duration }: ExperimentDoc, view: ViewState): ViewState {
  const { time, timeRange } = view;
  const isSeen = timeRange === null || timeRange[1] <= duration;
  if (isSeen && time <= duration) return view;
  return {
    ...view,
    time: Math.min(time, duration),
    timeRange: isSeen ? timeRange : clip(timeRange, duration),
  };
}

function clip(
  [from]: readonly [number, number],
  duration: number,
): readonly [number, number] | null {
  return from < duration ? [from, duration] : null;
}
