import type { EngineState } from "../types.ts";

/** What a state is made of. */
interface StateParts {
  readonly input: Float64Array;
  readonly latents: Float64Array;
  readonly injected: Float64Array;
  readonly neurons: number;
  /** Writes the normalised voltages of the present, N. */
  readonly fill: (voltages: Float64Array) => void;
}

/** The state that a run shows. Voltages are made when somebody looks: most samples are of the latents alone. */
export class BridgeState implements EngineState {
  readonly input: Float64Array;
  readonly latents: Float64Array;
  readonly injected: Float64Array;
  readonly rates: Float64Array = new Float64Array(0);
  /** Set this when time has passed. */
  isStale = true;
  readonly #voltages: Float64Array;
  readonly #fill: (voltages: Float64Array) => void;

  constructor({ input, latents, injected, neurons, fill }: StateParts) {
    this.input = input;
    this.latents = latents;
    this.injected = injected;
    this.#voltages = new Float64Array(neurons);
    this.#fill = fill;
  }

  get voltages(): Float64Array {
    if (this.isStale) this.#fill(this.#voltages);
    this.isStale = false;
    return this.#voltages;
  }
}
