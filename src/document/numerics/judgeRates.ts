import type { ExperimentDoc } from "../types.ts";
import { type Finding, tidy } from "./finding.ts";
import { remedies, smallerStep } from "./fixes.ts";
import { gradeBy, STIFFNESS_LIMITS } from "./limits.ts";

/** What a smaller step aims at. */
const COMFORTABLE_STIFFNESS = 0.5;

/** Whether the step of the rate engine is stable along the run; null where there is nothing to say. */
export function findStiffness(experiment: ExperimentDoc, stiffness: number | null): Finding | null {
  if (stiffness === null) return null;
  const rule = experiment.dynamics.rateRule;
  const limits = STIFFNESS_LIMITS[rule];
  const state = gradeBy(limits, stiffness);
  const figure = tidy(stiffness, 2);
  const meaning = `Step times the largest |eigenvalue| of the Jacobian along the run; above ${limits.red} the numbers run away by themselves.`;
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
