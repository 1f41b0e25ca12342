import type { InputRecipe } from "../types.ts";

/**
 * Fit an input course of one sample a step to another step or duration: straight lines between the old samples,
 * the last one held. Other courses do not depend on the step and come back as they are.
 */
export function resampleInput(
  input: InputRecipe,
  run: {
    /** Step and length of the run that the samples are wanted for. */
    readonly dt: number | null;
    readonly duration: number;
    /** Step that the samples were made for. */
    readonly before: number | null;
  },
): InputRecipe {
  const { dt, duration, before } = run;
  if (input.kind !== "samples" || before === null) return input;
  if (dt === null) return toPoints(input.values, before);
  const steps = Math.round(duration / dt);
  if (dt === before && steps === input.values.length) return input;
  const values = Array.from({ length: steps }, (_, step) =>
    sampleAt(input.values, (step * dt) / before),
  );
  return { kind: "samples", values };
}

function toPoints(values: readonly (readonly number[])[], dt: number): InputRecipe {
  return {
    kind: "piecewise-linear",
    points: values.map((value, step) => [step * dt, value] as const),
  };
}

function sampleAt(values: readonly (readonly number[])[], position: number): readonly number[] {
  const last = values.length - 1;
  const index = Math.min(last, Math.floor(position));
  const from = values[index] ?? [];
  const to = values[Math.min(last, index + 1)] ?? from;
  const share = Math.min(1, position - index);
  return share === 0 ? from : from.map((value, k) => value + share * ((to[k] ?? value) - value));
}
