import { explainSpike, type MomentRun, type SpikeMoment } from "#model";
import type { Traces } from "#runtime/protocol";
import type { AppState } from "#store";
import type { LabData } from "./LabContext.tsx";
import { momentRunOf } from "./momentRun.ts";

/** A spike with the run that it is explained from. */
export interface ExplainedSpike {
  readonly run: MomentRun;
  readonly moment: SpikeMoment;
}

interface Known extends ExplainedSpike {
  readonly experiment: AppState["experiment"];
  readonly version: number;
}

/** The latest explanation of each run: panels, raster and card show the same one. */
const known = new WeakMap<Traces, Known>();

/** The playhead stands on a spike within this; tau. */
const ON_SPIKE = 1e-9;

/** Explain the chosen spike; null when none is chosen, time runs or the playhead is elsewhere. */
export function explainedSpike(
  { experiment, spike, playing, view }: AppState,
  { traces, time }: LabData,
): ExplainedSpike | null {
  if (spike === null || playing || view.mode === "live") return null;
  const isThere = spike >= traces.spikeStart && spike < traces.spikeEnd;
  if (!isThere || Math.abs((traces.spikeTime[spike] ?? 0) - time) > ON_SPIKE) return null;
  const found = known.get(traces);
  const isSame = found?.experiment === experiment && found.version === traces.version;
  if (isSame && found.moment.spike === spike) return found;
  const run = momentRunOf(experiment, traces);
  if (run === null) return null;
  const explained = { experiment, version: traces.version, run, moment: explainSpike(run, spike) };
  known.set(traces, explained);
  return explained;
}
