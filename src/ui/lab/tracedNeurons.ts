import type { ViewState } from "#document";
import type { LowRankNetwork } from "#model";
import { toIndices } from "./geometry.ts";

/** More curves than this in one row cannot be told apart. */
const MOST = 4;

/** Neurons whose voltages or currents the strip shows: the selected ones, else the first of each population. */
export function tracedNeurons(
  network: LowRankNetwork,
  { show, selection }: Pick<ViewState, "show" | "selection">,
): readonly number[] {
  if (show.traces === "none") return [];
  const selected = toIndices(network, selection).slice(0, MOST);
  if (selected.length > 0) return selected;
  return network.populations.filter(({ count }) => count > 0).map(({ start }) => start);
}
