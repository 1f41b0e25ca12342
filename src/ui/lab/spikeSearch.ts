import type { Traces } from "#runtime/protocol";

/** Times closer than this are one instant; tau. */
const SAME_INSTANT = 1e-9;

/** Time of the first spike after a time, or null. */
export function nextSpike(
  { spikeTime, spikeStart, spikeEnd }: Traces,
  time: number,
): number | null {
  for (let k = spikeStart; k < spikeEnd; k += 1) {
    const at = spikeTime[k] ?? 0;
    if (at > time + SAME_INSTANT) return at;
  }
  return null;
}

/** Time of the last spike before a time, or null. */
export function previousSpike(
  { spikeTime, spikeStart, spikeEnd }: Traces,
  time: number,
): number | null {
  for (let k = spikeEnd - 1; k >= spikeStart; k -= 1) {
    const at = spikeTime[k] ?? 0;
    if (at < time - SAME_INSTANT) return at;
  }
  return null;
}
