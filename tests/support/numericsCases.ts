import { type ExperimentDoc, judgeNumerics, type LoadFacts, type Measurement } from "#document";
import { eiDocument } from "./documents.ts";

const NOTHING: Measurement = { kind: "none" };
/** A document of the clock engine. */
export const clock = (change: Record<string, unknown> = {}): ExperimentDoc =>
  eiDocument({ dynamics: { engine: "clock", dt: 0.01, ...change } });
/** The same with noise. */
export const noisy = (change: Record<string, unknown> = {}): ExperimentDoc =>
  clock({ noise: { sigma: 0.1 }, ...change });
/** A load that is the same all along. */
export const loaded = (worst: number): LoadFacts => ({
  kind: "load",
  worst,
  course: Float64Array.of(worst),
});

/** What is judged, where it differs from a quiet clock run at a light load. */
export interface NumericsCase {
  readonly experiment?: ExperimentDoc;
  readonly load?: LoadFacts;
  readonly noiseBias?: number | null;
  readonly measurement?: Measurement;
}

/** The verdict on a case. */
export function judge({
  experiment = clock(),
  load = loaded(0.1),
  noiseBias = 0,
  measurement = NOTHING,
}: NumericsCase): ReturnType<typeof judgeNumerics> {
  return judgeNumerics({ experiment, load, noiseBias }, measurement);
}
