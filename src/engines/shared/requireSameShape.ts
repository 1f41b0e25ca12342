import { invariant } from "#math";
import type { LowRankNetwork } from "#model";

/** @throws Error when a running network is to be replaced by one of another shape. */
export function requireSameShape(before: LowRankNetwork, after: LowRankNetwork): void {
  invariant(
    after.neurons === before.neurons &&
      after.inputs === before.inputs &&
      after.latents.length === before.latents.length &&
      after.populations.length === before.populations.length &&
      after.populations.every(({ count, type }, index) => {
        const population = before.populations[index]!;
        return population.count === count && population.type === type;
      }),
    "A running network can change its numbers, not its populations or sizes.",
  );
}
