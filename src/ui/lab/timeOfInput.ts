import type { LabData } from "./LabContext.tsx";

/**
 * Where the input course comes nearest to a value, seen from the playhead: of equally near times the one
 * closest to it, so that a plane dragged to and fro does not leap to another passage.
 */
export function timeOfInput({ traces, time }: LabData, x: number): number {
  let best = time;
  let bestDistance = Number.POSITIVE_INFINITY;
  let bestAway = Number.POSITIVE_INFINITY;
  let before = Number.NaN;
  for (let sample = traces.sampleStart; sample < traces.sampleEnd; sample += 1) {
    const value = traces.input[sample * traces.inputs] ?? 0;
    const passed = (before - x) * (value - x) < 0;
    const distance = passed ? 0 : Math.abs(value - x);
    const at = traces.time[sample] ?? 0;
    const away = Math.abs(at - time);
    if (distance < bestDistance || (distance === bestDistance && away < bestAway)) {
      best = at;
      bestDistance = distance;
      bestAway = away;
    }
    before = value;
  }
  return best;
}
