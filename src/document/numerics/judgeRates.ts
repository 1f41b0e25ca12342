import type { ExperimentDoc } from "../types.ts";
import { type Finding, tidy } from "./finding.ts";
import { remedies, smallerStep } from "./fixes.ts";
import { gradeBy, STIFFNESS_LIMITS } from "./limits.ts";

/** What a smaller step aims at. */
const COMFORTABLE_STIFFNESS = 0.25;
/** The Runge-Kutta scheme of the latent rule cuts its steps down to this, but into no more parts than it takes for 500. */
const CUT_TO = 0.5;
const MOST_CUT = 500;

/** Whether the step of the rate engine is stable along the run; null where there is nothing to say. */
export function findStiffness(experiment: ExperimentDoc, whole: number | null): Finding | null {
  if (whole === null) return null;
  const cuts = experiment.dynamics.rateRule === "latent";
  const stiffness = cuts ? cut(whole) : whole;
  const state = gradeBy(STIFFNESS_LIMITS, stiffness);
  const figure = tidy(stiffness, 2);
  const meaning = `Step times the largest |eigenvalue| of the Jacobian along the run${cuts ? "; the engine cuts steps by itself where it is large" : ""}: accurate below ${STIFFNESS_LIMITS.amber}, unstable above ${STIFFNESS_LIMITS.red}.`;
  const details = [{ name: "stiffness of the step", value: figure, meaning, state }];
  const share = `The step is ${figure} of the fastest time of the network`;
  if (state === "green") {
    const sentence = `${share}, so the rates follow it: the integration is stable.`;
    return { state, label: "stable", figure, sentence, fixes: [], details };
  }
  const fixes = remedies(smallerStep(experiment, COMFORTABLE_STIFFNESS / stiffness));
  const [label, consequence] =
    state === "amber"
      ? ["coarse steps", "fast changes are rounded off."]
      : ["unstable step", "the numbers may oscillate by themselves."];
  return { state, label, figure, sentence: `${share}: ${consequence}`, fixes, details };
}

function cut(stiffness: number): number {
  return stiffness > MOST_CUT ? (stiffness * CUT_TO) / MOST_CUT : Math.min(stiffness, CUT_TO);
}
