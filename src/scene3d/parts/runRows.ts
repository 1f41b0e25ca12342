import type { Traces } from "#runtime/protocol";
import { POINT_NUMBERS } from "../gl/TimeLine.ts";
import type { SceneRun } from "../types.ts";
import { sampleAt } from "./traceIndex.ts";

/** More points than this are thinned out. */
const MOST_POINTS = 65_536;

/** How far a buffer has got in copying a run; rows are samples `origin`, `origin + stride`, ... */
export interface RunCopy {
  readonly traces: Traces;
  readonly runId: number;
  readonly stride: number;
  readonly origin: number;
  readonly rows: number;
  /** Time of the last row, by which samples that have moved in memory give themselves away. */
  readonly lastTime: number;
  readonly spikeOrigin: number;
  readonly spikes: number;
  readonly lastSpike: number;
  /** Subtracted from times, so that single precision lasts for long runs. */
  readonly baseTime: number;
}

/** True when a copy only lacks what has been recorded since: nothing moved, nothing restarted. */
export function canExtend(copy: RunCopy, run: SceneRun): boolean {
  const { traces } = run;
  const lastSample = copy.origin + (copy.rows - 1) * copy.stride;
  const lastSpike = copy.spikeOrigin + copy.spikes - 1;
  return (
    copy.traces === traces &&
    copy.runId === traces.runId &&
    copy.rows > 0 &&
    lastSample < traces.sampleEnd &&
    traces.time[lastSample] === copy.lastTime &&
    lastSpike < traces.spikeEnd &&
    (copy.spikes === 0 || traces.spikeTime[lastSpike] === copy.lastSpike) &&
    (traces.sampleEnd - copy.origin) / copy.stride <= 2 * MOST_POINTS
  );
}

/** An empty copy of a run. */
export function beginCopy({ traces }: SceneRun): RunCopy {
  const samples = traces.sampleEnd - traces.sampleStart;
  return {
    traces,
    runId: traces.runId,
    stride: Math.max(1, Math.ceil(samples / MOST_POINTS)),
    origin: traces.sampleStart,
    rows: 0,
    lastTime: 0,
    spikeOrigin: traces.spikeStart,
    spikes: 0,
    lastSpike: 0,
    baseTime: traces.time[traces.sampleStart] ?? 0,
  };
}

/** Rows that a complete copy would have. */
export function rowsOf(copy: RunCopy): number {
  return Math.max(0, Math.ceil((copy.traces.sampleEnd - copy.origin) / copy.stride));
}

/** Write the points from row `first` on: x, yE, |yI|, time, four times over. */
export function writePoints(rows: Float32Array, run: SceneRun, copy: RunCopy, first: number): void {
  const { traces, input, latents } = run;
  const count = rowsOf(copy);
  for (let row = first; row < count; row += 1) {
    const sample = copy.origin + row * copy.stride;
    const at = POINT_NUMBERS * row;
    const latent = sample * traces.latentCount;
    rows[at] = traces.input[sample * traces.inputs + input] ?? 0;
    rows[at + 1] = traces.latents[latent + latents.E] ?? 0;
    rows[at + 2] = -(traces.latents[latent + latents.I] ?? 0);
    rows[at + 3] = (traces.time[sample] ?? 0) - copy.baseTime;
    for (let number = 4; number < POINT_NUMBERS; number += 1) {
      rows[at + number] = rows[at + number - 4] ?? 0;
    }
  }
}

/** How a spike of each population looks: its shape's number and size in CSS pixels. */
export interface SpikeLook {
  readonly shape: number;
  readonly size: number;
}

/**
 * Write the spikes from number `first` on: place, time, look. A spike is marked where its threshold was reached: at the
 * last sample before it, for the sample of its own step already holds the jump.
 */
export function writeSpikes(
  rows: Float32Array,
  run: SceneRun,
  options: {
    readonly copy: RunCopy;
    readonly first: number;
    readonly looks: Readonly<Record<"E" | "I", SpikeLook>>;
  },
): void {
  const { traces, input, latents } = run;
  const { copy, first, looks } = options;
  const from = copy.spikeOrigin + first;
  let sample = sampleAt(traces, traces.spikeTime[from] ?? 0);
  for (let spike = from; spike < traces.spikeEnd; spike += 1) {
    const time = traces.spikeTime[spike] ?? 0;
    while (sample < traces.sampleEnd && (traces.time[sample] ?? 0) < time) sample += 1;
    const before = Math.max(traces.sampleStart, sample - 1);
    const latent = before * traces.latentCount;
    const look = looks[run.sideOf(traces.spikeNeuron[spike] ?? 0)];
    const at = 6 * (spike - copy.spikeOrigin);
    rows[at] = traces.input[before * traces.inputs + input] ?? 0;
    rows[at + 1] = traces.latents[latent + latents.E] ?? 0;
    rows[at + 2] = -(traces.latents[latent + latents.I] ?? 0);
    rows[at + 3] = time - copy.baseTime;
    rows[at + 4] = look.shape;
    rows[at + 5] = look.size;
  }
}
