import type { ExperimentDoc } from "../types.ts";
import { type Finding, percent } from "./finding.ts";
import { betterEngine, remedies, smallerStep } from "./fixes.ts";
import { gradeBy, RATE_LIMITS } from "./limits.ts";

/** Rate bias that a smaller step aims at; it falls at least with the square root of the step. */
const COMFORTABLE_BIAS = 0.01;

/** Whether noisy voltages are looked at often enough; null without noise. */
export function findNoise(experiment: ExperimentDoc, bias: number | null): Finding | null {
  if (bias === null || bias === 0) return null;
  const state = gradeBy(RATE_LIMITS, bias);
  const figure = percent(bias);
  const isBridge = experiment.dynamics.engine === "bridge";
  const meaning = isBridge
    ? "How far rates may be off because the noise is drawn in steps; crossings inside a step are found by Brownian bridges."
    : "How far rates may be off because noisy voltages are looked at once a step: each answer is 2.5 steps late, and crossings are missed as if thresholds were 0.58 sigma sqrt(2 dt) higher.";
  const details = [{ name: "bias of the noise step", value: figure, meaning, state }];
  if (state === "green") {
    const label = isBridge ? "noise between steps" : "fine noise steps";
    const sentence = isBridge
      ? `Noise is followed between the steps too: rates are right to about ${figure}.`
      : `Noisy crossings inside a step go unseen, which changes rates by about ${figure} at most.`;
    return { state, label, figure, sentence, fixes: [], details };
  }
  const share = Math.min(0.5, (COMFORTABLE_BIAS / bias) ** 2);
  const sentence = `Noisy crossings inside a step go unseen: rates may be off by about ${figure}.`;
  const fixes = remedies(betterEngine(experiment), smallerStep(experiment, share));
  const label = state === "amber" ? "coarse noise" : "rates are off";
  return { state, label, figure, sentence, fixes, details };
}
