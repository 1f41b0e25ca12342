import type { NeuronRef } from "#document";

/** A neuron's name as everywhere on the page: its population and its place there counted from 1, as "I 3". */
export function labelOf({ population, index }: NeuronRef): string {
  return `${population} ${index + 1}`;
}
