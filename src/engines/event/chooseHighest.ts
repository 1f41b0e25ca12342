import { dotRow } from "../shared/dotRow.ts";
import type { Flow } from "./Flow.ts";
import { NOBODY, TOLERANCE } from "./SpikeSearch.ts";

/** Where in a network and when. */
export interface Moment {
  /** First neuron and number of neurons. */
  readonly start: number;
  readonly count: number;
  /** x, M. */
  readonly input: Float64Array;
  /** e^-(time since the state of the flow). */
  readonly decay: number;
}

/**
 * Of the neurons at threshold the one furthest above it, the lowest index among equals, by a pass over all of them;
 * for voltages without parts of their own.
 *
 * @returns NOBODY when nobody is at threshold.
 */
export function chooseHighest(flow: Flow, { start, count, input, decay }: Moment): number {
  const { network, felt } = flow;
  let chosen = NOBODY;
  let highest = -TOLERANCE;
  for (let neuron = start; neuron < start + count; neuron += 1) {
    const excess =
      dotRow(network.feedforward, neuron, input) -
      network.thresholds[neuron]! +
      decay * dotRow(network.encoders, neuron, felt);
    if (chosen === NOBODY ? excess < highest : excess <= highest + TOLERANCE) continue;
    chosen = neuron;
    highest = excess;
  }
  return chosen;
}
