import type { Flow } from "./Flow.ts";
import { asPlane, PlaneSearch } from "./PlaneSearch.ts";
import { isRankOne, RankOneSearch } from "./RankOneSearch.ts";
import { ScanSearch } from "./ScanSearch.ts";
import type { SpikeSearch } from "./SpikeSearch.ts";

/** Picks the fastest way to search that the present state allows, and makes each way only when it is needed. */
export class SearchChoice {
  readonly #flow: Flow;
  #scan: ScanSearch | null = null;
  #rankOne: RankOneSearch | null = null;
  #plane: PlaneSearch | null = null;
  #isSurveyed = false;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  /** Choose anew after something outside has changed. */
  choose(): SpikeSearch {
    const search = this.#findFast() ?? this.#takeScan();
    search.refresh();
    return search;
  }

  /** The network has changed. */
  forget(): void {
    this.#isSurveyed = false;
    this.#scan = null;
    this.#rankOne = null;
    this.#plane = null;
  }

  /** A search by envelopes, which know latents and thresholds but nothing that a single neuron has for itself. */
  #findFast(): SpikeSearch | null {
    const flow = this.#flow;
    if (flow.isPersonal || flow.isDelayed || flow.release.length > 0) return null;
    if (!this.#isSurveyed) this.#survey();
    if (this.#rankOne?.canFollow) return this.#rankOne;
    return flow.path.isMoving ? null : this.#plane;
  }

  #survey(): void {
    const flow = this.#flow;
    this.#isSurveyed = true;
    if (isRankOne(flow.network)) this.#rankOne = new RankOneSearch(flow);
    const plane = this.#rankOne === null ? asPlane(flow.network) : null;
    if (plane !== null) this.#plane = new PlaneSearch(flow, plane);
  }

  #takeScan(): ScanSearch {
    this.#scan ??= new ScanSearch(this.#flow);
    return this.#scan;
  }
}
