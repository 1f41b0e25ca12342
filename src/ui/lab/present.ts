import type { ViewState } from "#document";
import type { Traces } from "#runtime/protocol";

/** Index of the last sample at or before a time, or -1 before the first. */
export function sampleAt(traces: Traces, time: number): number {
  let low = traces.sampleStart;
  let high = traces.sampleEnd;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((traces.time[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low > traces.sampleStart ? low - 1 : -1;
}

/** First input at the playhead: recorded in a protocol run, held by the hand in a live one. */
export function inputAt(view: ViewState, traces: Traces, time: number): number {
  if (view.mode === "live") return view.liveInput[0] ?? 0;
  const sample = sampleAt(traces, time);
  const index = sample < 0 ? traces.sampleStart : sample;
  return index < traces.sampleEnd ? (traces.input[index * traces.inputs] ?? 0) : 0;
}
