import type { LowRankNetwork } from "#model";
import type { Synapse } from "../types.ts";
import { DeltaTransmission } from "./DeltaTransmission.ts";
import { ExponentialTransmission } from "./ExponentialTransmission.ts";
import { PulseTransmission } from "./PulseTransmission.ts";
import type { Transmission } from "./transmission.ts";

/**
 * Make the transmission of a synapse kind.
 *
 * @param synapse times in tau.
 * @param dt tau.
 */
export function createTransmission(
  network: LowRankNetwork,
  synapse: Synapse,
  dt: number,
): Transmission {
  switch (synapse.kind) {
    case "delta":
      return new DeltaTransmission(network);
    case "pulse":
      return new PulseTransmission(
        network,
        synapse.widths.map((width) => Math.max(1, Math.round(width / dt))),
      );
    case "exponential":
      return new ExponentialTransmission(
        network,
        synapse.taus.map((tau) => dt / tau),
      );
  }
}
