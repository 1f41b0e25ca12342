import type { Membrane } from "./membrane.ts";

/**
 * Choose who fires under the rule of one spike a step: the lowest rank first, then the highest voltage, then
 * the lowest index.
 *
 * @param membrane with at least one candidate.
 * @param ranks priority of each neuron, N.
 */
export function chooseSpike(membrane: Membrane, ranks: Uint8Array): number {
  const { candidates, candidateCount, voltages } = membrane;
  let chosen = candidates[0]!;
  for (let position = 1; position < candidateCount; position += 1) {
    const rival = candidates[position]!;
    if (isAhead(rival, chosen, { voltages, ranks })) chosen = rival;
  }
  return chosen;
}

function isAhead(
  rival: number,
  chosen: number,
  by: { readonly voltages: Float64Array; readonly ranks: Uint8Array },
): boolean {
  const rank = by.ranks[rival]! - by.ranks[chosen]!;
  if (rank !== 0) return rank < 0;
  const excess = by.voltages[rival]! - by.voltages[chosen]!;
  return excess > 0 || (excess === 0 && rival < chosen);
}
