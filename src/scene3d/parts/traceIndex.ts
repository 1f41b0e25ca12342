import type { Traces } from "#runtime/protocol";
import type { Triple } from "../geometry/box.ts";
import type { SceneRun } from "../types.ts";

/** First sample at or after a time, tau; `sampleEnd` when there is none. */
export function sampleAt(traces: Traces, time: number): number {
  let low = traces.sampleStart;
  let high = traces.sampleEnd;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((traces.time[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** x, yE and |yI| of one sample. */
export function readSample({ traces, input, latents }: SceneRun, sample: number): Triple {
  const row = sample * traces.latentCount;
  return [
    traces.input[sample * traces.inputs + input] ?? 0,
    traces.latents[row + latents.E] ?? 0,
    -(traces.latents[row + latents.I] ?? 0),
  ];
}

/** x, yE and |yI| at a time between samples; null before the first and after the last. */
export function readAt(run: SceneRun, time: number): Triple | null {
  const { traces } = run;
  if (traces.sampleEnd <= traces.sampleStart) return null;
  const next = sampleAt(traces, time);
  if (next >= traces.sampleEnd) {
    // The playhead may stand up to a sample beyond the last one.
    const last = traces.sampleEnd - 1;
    return time - (traces.time[last] ?? 0) <= 2 * sampleGap(traces) ? readSample(run, last) : null;
  }
  const to = readSample(run, next);
  if (next === traces.sampleStart) return (traces.time[next] ?? 0) === time ? to : null;
  const from = readSample(run, next - 1);
  const began = traces.time[next - 1] ?? 0;
  const share = (time - began) / ((traces.time[next] ?? 0) - began);
  return [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
    from[2] + share * (to[2] - from[2]),
  ];
}

function sampleGap(traces: Traces): number {
  const last = traces.sampleEnd - 1;
  if (last <= traces.sampleStart) return traces.dt;
  return (traces.time[last] ?? 0) - (traces.time[last - 1] ?? 0);
}
