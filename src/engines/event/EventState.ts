import type { EngineState } from "../types.ts";
import type { Flow } from "./Flow.ts";

/** The state at any moment before the next event; voltages are computed when somebody reads them. */
export class EventState implements EngineState {
  readonly input: Float64Array;
  readonly latents: Float64Array;
  readonly rates: Float64Array = new Float64Array(0);
  readonly #flow: Flow;
  #time = 0;
  #voltages: Float64Array = new Float64Array(0);
  #injected: Float64Array = new Float64Array(0);
  #isStale = true;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.input = new Float64Array(flow.network.inputs);
    this.latents = new Float64Array(flow.latents.length);
    this.moveTo(0);
  }

  /** Show the state at a time, tau; again after every event. */
  moveTo(time: number): void {
    const { latents } = this.#flow;
    const decay = Math.exp(this.#flow.time - time);
    this.#time = time;
    this.#isStale = true;
    this.#flow.path.read(time, this.input);
    for (let latent = 0; latent < latents.length; latent += 1)
      this.latents[latent] = latents[latent]! * decay;
  }

  get voltages(): Float64Array {
    if (this.#voltages.length === 0) this.#voltages = new Float64Array(this.#flow.network.neurons);
    if (this.#isStale) this.#flow.readVoltages(this.#time, this.input, this.#voltages);
    this.#isStale = false;
    return this.#voltages;
  }

  get injected(): Float64Array {
    const { injected, network } = this.#flow;
    if (injected.length > 0) return injected;
    if (this.#injected.length === 0) this.#injected = new Float64Array(network.neurons);
    return this.#injected;
  }
}
