import { findClashes } from "../clashes.ts";
import { compileNetwork } from "../compile/network.ts";
import { setEngine, setTimeStep } from "../edits/dynamics.ts";
import { setDuration, withSeed } from "../edits/run.ts";
import { LIMITS } from "../limits.ts";
import type { ExperimentDoc } from "../types.ts";
import { isNoisy } from "./facts.ts";
import type { ComparisonTarget } from "./types.ts";

/** Two documents to run beside each other, once for each seed. */
export interface ComparisonPlan {
  readonly target: ComparisonTarget;
  readonly mine: ExperimentDoc;
  readonly other: ExperimentDoc;
  readonly seeds: readonly number[];
  /** Part of the run to compare, tau. */
  readonly from: number;
  readonly to: number;
}

/** Trials where chance decides: enough for a standard error. */
const TRIALS = 8;
/** Neuron steps that one run may cost, about a quarter of a second. */
const WORK = 4e7;
/** Longest part of a run that is compared, tau. */
const LONGEST = 200;
/** Start-up that is left out of the comparison, tau, and its largest share of the run. */
const START_UP = 2;
const START_UP_SHARE = 0.25;
/** A finer step is this many times smaller. */
const FINER = 4;

/**
 * Choose what to compare a document with: the exact engine where it can carry everything, the bridge engine for
 * noise, else the same engine with a finer step. Both begin from the same readouts, and long runs are cut.
 *
 * @returns null for the exact engine, which nothing could correct, and for a document without a network.
 */
export function planComparison(experiment: ExperimentDoc): ComparisonPlan | null {
  const { engine, dt } = experiment.dynamics;
  const compiled = compileNetwork(experiment.network);
  if (engine === "event" || dt === null || !compiled.ok) return null;
  const { neurons } = compiled.network;
  const noisy = isNoisy(experiment);
  const target = chooseTarget(experiment);
  const step = target === "finer step" ? dt / FINER : dt;
  const affordable = (WORK / neurons) * step;
  const to = Math.min(experiment.duration, LONGEST, Math.max(affordable, 10 * dt));
  const { window, seed } = experiment;
  const usual = Math.min(START_UP, START_UP_SHARE * to);
  const from = window.from < to ? Math.max(window.from, usual) : usual;
  const mine = setDuration(beginAtReadouts(experiment), to);
  return {
    target,
    mine,
    other: betterOne(mine, target, dt),
    seeds: Array.from({ length: noisy ? TRIALS : 1 }, (_, k) => (seed + k) % (LIMITS.seed + 1)),
    from,
    to,
  };
}

function chooseTarget(experiment: ExperimentDoc): ComparisonTarget {
  if (experiment.dynamics.engine !== "clock") return "finer step";
  if (findClashes(experiment, "event").length === 0) return "exact";
  return findClashes(experiment, "bridge").length === 0 && isNoisy(experiment)
    ? "bridge"
    : "finer step";
}

function betterOne(mine: ExperimentDoc, target: ComparisonTarget, dt: number): ExperimentDoc {
  switch (target) {
    case "exact":
      return setEngine(mine, "event");
    case "bridge":
      return setEngine(mine, "bridge");
    case "finer step":
      return setTimeStep(mine, dt / FINER);
  }
}

/** Rest is a state of voltages, which engines without voltages do not have: begin where the readouts are zero. */
function beginAtReadouts(experiment: ExperimentDoc): ExperimentDoc {
  const { initial, dynamics } = experiment;
  if (initial.kind !== "rest" || dynamics.engine === "rate") return experiment;
  return { ...experiment, initial: { kind: "latents", latents: {} } };
}

/** The run of one trial: another seed, the same network. */
export function trialOf(experiment: ExperimentDoc, seed: number): ExperimentDoc {
  return withSeed(experiment, seed);
}
