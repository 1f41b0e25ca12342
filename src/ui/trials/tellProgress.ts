import type { TrialProgress } from "#runtime/trials";
import type { TrialRun } from "./trialRun.ts";

/** A length of time for people: "12 s", "3 min". */
export function describeDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** How far trials are: "213 of 500 trials, about 12 s left". */
export function describeProgress({ done, total, remainingMs }: TrialProgress): string {
  const share = `${done} of ${total} trials`;
  return remainingMs === null || done === total
    ? share
    : `${share}, about ${describeDuration(remainingMs)} left`;
}

/** What became of trials that have ended, in one or two sentences. */
export function describeEnd(run: TrialRun): string {
  const { outcome, progress } = run.job;
  const { done, total, elapsedMs } = progress;
  switch (outcome?.kind) {
    case undefined:
      return "";
    case "failed":
      return outcome.sentence;
    case "cancelled":
      return `Cancelled after ${done} of ${total} trials.`;
    case "done":
      return [
        `${done} ${done === 1 ? "trial" : "trials"} in ${describeDuration(elapsedMs)}.`,
        ...describeQuiet(run),
        ...describeExplosions(run),
      ].join(" ");
  }
}

/** Why fewer trials were run than were asked for. */
function describeQuiet({ points, settings, job }: TrialRun): readonly string[] {
  if (settings.trials === 1) return [];
  const quiet = points.filter((_, index) => job.summary(index)?.isExact === true).length;
  if (quiet === 0) return [];
  return quiet === points.length
    ? ["Without noise every trial is the same."]
    : ["One trial where there is no noise."];
}

function describeExplosions({ points, job }: TrialRun): readonly string[] {
  const exploded = points.reduce(
    (sum, _, index) => sum + (job.summary(index)?.verdicts.explosive ?? 0),
    0,
  );
  return exploded === 0
    ? []
    : [`In ${exploded} of them the spikes ran away: the crossing cannot hold them.`];
}
