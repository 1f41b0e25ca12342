import type { NumberRules } from "./numbers.ts";

/** The part of a keyboard event that decides a step. */
export interface StepKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const DIRECTIONS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 10,
  PageDown: -10,
};

/**
 * What a key adds to a value: the key step, ten of it with Shift (or Page keys), a tenth with Alt.
 *
 * @returns null when the key is no step.
 */
export function readStep(event: StepKey, rules: Pick<NumberRules, "keyStep">): number | null {
  const direction = DIRECTIONS[event.key];
  if (direction === undefined) return null;
  const size = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
  return direction * size * rules.keyStep;
}
