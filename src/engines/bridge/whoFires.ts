/** Voltages this near to each other, or to threshold, are level with it. */
const TIE = 1e-12;

/**
 * Choose who fires in an instant: of the neurons at threshold inhibitory ones before excitatory ones before others,
 * then the highest V - T, then the lowest index.
 *
 * @param relaxing u, N.
 * @param levels where u meets the threshold, N.
 * @param ranks priority of each neuron, N; low ones first.
 * @returns the neuron, or -1 when all are below threshold.
 */
export function whoFires(relaxing: Float64Array, levels: Float64Array, ranks: Uint8Array): number {
  let chosen = -1;
  let highest = -TIE;
  for (let neuron = 0; neuron < relaxing.length; neuron += 1) {
    const excess = relaxing[neuron]! - levels[neuron]!;
    if (excess < -TIE) continue;
    const ahead = chosen < 0 ? 1 : ranks[chosen]! - ranks[neuron]!;
    if (ahead > 0 || (ahead === 0 && excess > highest + TIE)) {
      chosen = neuron;
      highest = excess;
    }
  }
  return chosen;
}
