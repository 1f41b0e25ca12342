import type { EngineState } from "../types.ts";
import type { LatentFlow } from "./LatentFlow.ts";

/** A state of the latent rule: voltages and rates are made when somebody looks, as they follow from x and y. */
export class LatentRateState implements EngineState {
  readonly input: Float64Array;
  readonly latents: Float64Array;
  readonly injected: Float64Array;
  readonly #voltages: Float64Array;
  readonly #rates: Float64Array;
  readonly #heard: Float64Array;
  readonly #flow: LatentFlow;
  readonly #hear: (out: Float64Array) => void;
  #isStale = true;

  /**
   * @param arrays of the run; input, latents and currents are kept up to date by the owner.
   * @param hear writes the latents as they are heard now, K.
   */
  constructor(arrays: EngineState, flow: LatentFlow, hear: (out: Float64Array) => void) {
    this.input = arrays.input;
    this.latents = arrays.latents;
    this.injected = arrays.injected;
    this.#voltages = arrays.voltages;
    this.#rates = arrays.rates;
    this.#heard = new Float64Array(arrays.latents.length);
    this.#flow = flow;
    this.#hear = hear;
  }

  get voltages(): Float64Array {
    this.#look();
    return this.#voltages;
  }

  get rates(): Float64Array {
    this.#look();
    return this.#rates;
  }

  /** Say that the run has moved on. */
  expire(): void {
    this.#isStale = true;
  }

  #look(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const flow = this.#flow;
    flow.input.set(this.input);
    flow.prepare();
    this.#hear(this.#heard);
    for (let neuron = 0; neuron < this.#voltages.length; neuron += 1) {
      this.#voltages[neuron] = flow.excess(neuron, this.#heard) + 1;
      this.#rates[neuron] = flow.rate(neuron, this.#heard);
    }
  }
}
