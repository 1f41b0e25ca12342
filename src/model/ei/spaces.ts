import { dot, type HalfSpace } from "#math";
import type { EINeuron, InputValue } from "./types.ts";

/** Which input the x axis shows (default the first) and the value at which all others are held (default 0). */
export interface InputAxis {
  readonly index: number;
  readonly held: InputValue;
}

/** A neuron's half-space below threshold over (x, yE, |yI|): its normal is (F, readE, -readI), its bound T. */
export interface NeuronSpace extends HalfSpace {
  /** Index in the network. */
  readonly neuron: number;
  /** E_E / E_I, the slope of its line in a slice; infinite for a wall. */
  readonly slope: number;
}

/**
 * Half-spaces below threshold over (x, yE, |yI|) of all neurons that any coordinate moves.
 *
 * @returns null when a neuron that nothing moves is above threshold, so that no state is below.
 */
export function spacesOf(
  neurons: readonly EINeuron[],
  axis: InputAxis | undefined,
): readonly NeuronSpace[] | null {
  const { index, held } = axis ?? { index: 0, held: 0 };
  const heldRow = typeof held === "number" ? [held] : held;
  const spaces: NeuronSpace[] = [];
  for (const { neuron, feedforward, readE, readI, threshold } of neurons) {
    const weight = feedforward[index] ?? 0;
    const others = feedforward.map((entry, input) => (input === index ? 0 : entry));
    const bound = threshold - dot(others.subarray(0, heldRow.length), heldRow);
    if (weight !== 0 || readE !== 0 || readI !== 0) {
      const slope = readI === 0 ? Number.POSITIVE_INFINITY : readE / readI;
      spaces.push({ neuron, slope, normal: [weight, readE, -readI], bound });
    } else if (bound <= 0) return null;
  }
  return spaces;
}
