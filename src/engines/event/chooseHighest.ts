import { dotRow } from "../shared/dotRow.ts";
import type { Flow } from "./Flow.ts";
import type { OwnerChain } from "./OwnerChain.ts";
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
  let chosen = NOBODY;
  let highest = -TOLERANCE;
  for (let neuron = start; neuron < start + count; neuron += 1) {
    const excess = excessOf(flow, neuron, { input, decay });
    if (chosen === NOBODY ? excess < highest : excess <= highest + TOLERANCE) continue;
    chosen = neuron;
    highest = excess;
  }
  return chosen;
}

/** As {@link chooseHighest} among the neurons that an envelope has at a place; one of them is at threshold. */
export function chooseNear(
  flow: Flow,
  envelope: { readonly chain: OwnerChain; readonly at: number },
  moment: Pick<Moment, "input" | "decay">,
): number {
  const rivals: number[] = [];
  envelope.chain.visitNear(envelope.at, (neuron) => rivals.push(neuron));
  const heights = rivals.map((neuron) => excessOf(flow, neuron, moment));
  const lowest = Math.max(...heights) - TOLERANCE;
  return Math.min(...rivals.filter((_, place) => heights[place]! >= lowest));
}

function excessOf(
  { network, felt }: Flow,
  neuron: number,
  { input, decay }: Pick<Moment, "input" | "decay">,
): number {
  return (
    dotRow(network.feedforward, neuron, input) -
    network.thresholds[neuron]! +
    decay * dotRow(network.encoders, neuron, felt)
  );
}
