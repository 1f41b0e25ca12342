import { type ExperimentDoc, readVariable, setVariable, type TrialSettings } from "#document";
import type { LowRankNetwork } from "#model";
import type { BinSeries, CorrelationPicture, SweepMark, SweepPicture, TrialsPicture } from "#plots";
import type { PointSummary } from "#runtime/trials";
import { nameAxis } from "./describeVariable.ts";
import { chosenSubjects, listSubjects, MEASURES, readMeasure, type Subject } from "./measures.ts";
import type { TrialRun } from "./trialRun.ts";

/** What is drawn of the results: may be changed without running anything again. */
export type Drawing = Pick<TrialSettings, "measure" | "subject" | "spread" | "picture">;

/** The network of the first point: all points have the same populations, and the same neurons where any are watched. */
export function networkOf({ points }: TrialRun): LowRankNetwork | null {
  return points[0]?.spec.network ?? null;
}

/** Populations and neurons that the results tell of and the drawing asks for. */
export function drawnSubjects(run: TrialRun, drawing: Drawing): readonly Subject[] {
  const network = networkOf(run);
  return network === null ? [] : chosenSubjects(listSubjects(network, run.watched), drawing);
}

interface SweepState {
  readonly drawing: Drawing;
  /** Place of the point that is read out, or null. */
  readonly pointed: number | null;
  readonly now: ExperimentDoc;
}

/** A sweep as it is drawn; null where nothing is varied. */
export function sweepPicture(
  run: TrialRun,
  { drawing, pointed, now }: SweepState,
): SweepPicture | null {
  const { variable, points } = run;
  if (variable === null) return null;
  const words = MEASURES[drawing.measure];
  const values = points.flatMap(({ value }) => value ?? []);
  const series = drawnSubjects(run, drawing).map((subject) => ({
    type: subject.type,
    label: subject.label,
    marks: marksOf(run, subject, drawing),
  }));
  const present = readVariable(now, variable);
  // A value that stands for a whole course is not what the document has.
  const isHeld = present !== null && setVariable(now, variable, present) === now;
  return {
    x: nameAxis(variable),
    y: words.axis,
    spacing: run.settings.range.spacing,
    values,
    series,
    level: words.level,
    present: isHeld ? present : null,
    pointed: pointed === null ? null : (values[pointed] ?? null),
  };
}

function marksOf({ points, job }: TrialRun, subject: Subject, drawing: Drawing): SweepMark[] {
  return points.flatMap(({ value, spec }, index) => {
    const summary = job.summary(index);
    if (value === null || summary === null) return [];
    const { network } = spec;
    return [{ at: value, ...readMeasure(summary, subject, { ...drawing, network }) }];
  });
}

/** The spikes of many trials; null before the first. */
export function trialsPicture(run: TrialRun): TrialsPicture | null {
  const found = firstSummary(run);
  if (found === null) return null;
  const { summary, network } = found;
  const subjects = listSubjects(network, run.watched);
  const { from, to } = run.job.plan.window;
  return {
    window: [from, to],
    watched: run.watched.flatMap((neuron, index) => {
      const subject = subjects[network.populations.length + index];
      return subject === undefined ? [] : [{ neuron, type: subject.type, label: subject.label }];
    }),
    spikes: summary.raster,
    trials: Math.max(1, Math.min(run.rasterTrials, summary.wanted)),
    rates: subjects.slice(0, network.populations.length).flatMap(({ type, label, group }) => {
      const bins = summary.groups[group]?.psth;
      return bins === undefined ? [] : [{ type, label, bins }];
    }),
  };
}

/** How the watched neurons fire together; null before the first trial, or with fewer than two neurons. */
export function correlationPicture(run: TrialRun): CorrelationPicture | null {
  const found = firstSummary(run);
  if (found === null || found.summary.pairs.length === 0) return null;
  const { summary, network } = found;
  const subjects = listSubjects(network, run.watched);
  const named = new Map(
    run.watched.map((neuron, index) => [neuron, subjects[network.populations.length + index]]),
  );
  const pairs = summary.pairs.flatMap(({ first, second, correlogram }): BinSeries[] => {
    const [a, b] = [named.get(first), named.get(second)];
    if (a === undefined || b === undefined) return [];
    const type = a.type === b.type ? a.type : "unconstrained";
    return [{ type, label: `${a.label} → ${b.label}`, bins: correlogram }];
  });
  return { reach: run.reach, pairs };
}

function firstSummary(
  run: TrialRun,
): { readonly summary: PointSummary; readonly network: LowRankNetwork } | null {
  const network = networkOf(run);
  const summary = run.job.summary(0);
  return network === null || summary === null ? null : { summary, network };
}
