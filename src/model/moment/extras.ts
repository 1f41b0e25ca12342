import type { Passage } from "./passage.ts";
import type { MomentRun } from "./types.ts";

/**
 * Read what voltages hold beyond F x + E y apart from a neuron's own resets: what was there at the start of the run
 * fades, and a current charges the membrane while it lasts.
 *
 * @returns the extra voltage of a neuron at a moment of the passage, threshold units.
 */
export function outerExtras(
  { network, offsets, currents }: Pick<MomentRun, "network" | "offsets" | "currents">,
  passage: Passage,
): (neuron: number, now: number) => number {
  const charges = currents.map(({ neurons, from, to, amplitude }) => {
    const isReached = new Uint8Array(network.neurons);
    for (let place = 0; place < neurons.length; place += 1) isReached[neurons[place] ?? 0] = 1;
    const start = passage.momentOf(from);
    const end = passage.momentOf(to);
    const chargeAt = (now: number): number =>
      now <= start
        ? 0
        : amplitude * (passage.keep(now - Math.min(end, now)) - passage.keep(now - start));
    return { isReached, chargeAt };
  });
  return (neuron, now) => {
    let sum = offsets === null ? 0 : (offsets[neuron] ?? 0) * passage.keep(now);
    for (const { isReached, chargeAt } of charges)
      if (isReached[neuron] === 1) sum += chargeAt(now);
    return sum;
  };
}
