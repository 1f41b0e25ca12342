import type { CrossingLookup, Side } from "#model";
import type { Traces } from "#runtime/protocol";
import type { Sink } from "../sink.ts";
import { readSample, visitColumns } from "../traces/decimate.ts";
import { inputSource } from "../traces/sources.ts";
import { Straightener } from "../traces/straighten.ts";
import type { View } from "../view/view.ts";

/** Where the boundaries cross at the inputs of a run, ready to be drawn in either scale. */
export interface CrossingOverTime {
  /** Add the crossing's coordinate of one side over time to the sink's path. */
  trace(sink: Sink, view: View, side: Side): void;
}

/** What {@link crossingOverTime} needs; any view with the row's time axis will do. */
export interface CrossingOptions {
  readonly view: View;
  readonly traces: Traces;
  readonly crossing: CrossingLookup | null;
  /** Which input the crossing belongs to. */
  readonly input: number;
}

/** Numbers a sample: time on the screen, yE and |yI|. */
const WIDTH = 3;
/** Samples of the latest run looked at; reused by every painting. */
let samples: Float64Array = new Float64Array(0);

/**
 * Look up the crossing once for each visible sample of the input. What is returned is to be drawn before the next call:
 * both share their memory.
 */
export function crossingOverTime(options: CrossingOptions): CrossingOverTime {
  const count = options.crossing === null ? 0 : lookUp(options, options.crossing);
  return {
    trace(sink, view, side) {
      const column = side === "E" ? 1 : 2;
      const curve = new Straightener(sink);
      for (let row = 0; row < count * WIDTH; row += WIDTH) {
        const y = samples[row + column] ?? Number.NaN;
        if (Number.isNaN(y)) curve.lift();
        else curve.to(samples[row] ?? 0, view.screenY(y));
      }
      curve.lift();
    },
  };
}

/** Fill the samples; NaN where the boundaries do not cross. */
function lookUp({ view, traces, input }: CrossingOptions, crossing: CrossingLookup): number {
  const source = inputSource(traces, input);
  const columns = Math.ceil(view.rect.width);
  // At most four visits a column, and a sample beyond either end.
  const room = WIDTH * (4 * columns + 8);
  if (samples.length < room) samples = new Float64Array(room);
  let row = 0;
  let last = Number.NaN;
  let at: ReturnType<CrossingLookup> = null;
  visitColumns(source, { from: view.x[0], to: view.x[1], columns }, (index) => {
    const x = readSample(source, index);
    if (x !== last) at = crossing(x);
    last = x;
    samples[row] = view.screenX(source.time[index] ?? 0);
    samples[row + 1] = at?.yE ?? Number.NaN;
    samples[row + 2] = at?.yI ?? Number.NaN;
    row += WIDTH;
  });
  return row / WIDTH;
}
