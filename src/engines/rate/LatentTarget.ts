import { largestRowSum } from "#math";
import type { LatentFlow } from "./LatentFlow.ts";
import { TargetTable } from "./TargetTable.ts";

/** Evaluations of one and the same S before a table pays: two Runge-Kutta steps. */
const PATIENCE = 8;

/** S(y) from the table where there is one latent and S stays as it is, from all neurons otherwise. */
export class LatentTarget {
  readonly #flow: LatentFlow;
  readonly #table: TargetTable | null;
  readonly #gains: Float64Array;
  #version = -1;
  #evaluations = 0;

  /** @param parts steepness: beta^4 / tau_s of each neuron, N. */
  constructor(parts: { readonly flow: LatentFlow; readonly steepness: Float64Array }) {
    const { flow, steepness } = parts;
    const latents = flow.network.latents.length;
    this.#flow = flow;
    this.#table = latents === 1 ? new TargetTable(flow, steepness) : null;
    this.#gains = new Float64Array(latents * latents);
  }

  /** Write S(y), K. */
  read(latents: Float64Array, out: Float64Array): void {
    const table = this.#chooseTable();
    if (table === null) {
      this.#flow.target(latents, out);
      return;
    }
    table.read(latents[0]!);
    out[0] = table.target;
  }

  /** The largest row sum of the Jacobian's magnitudes at y: no eigenvalue is larger. */
  stiffness(latents: Float64Array): number {
    const width = latents.length;
    const gains = this.#gains;
    const table = this.#chooseTable();
    if (table === null) this.#flow.gains(latents, gains);
    else {
      table.read(latents[0]!);
      gains[0] = table.gain;
    }
    for (let diagonal = 0; diagonal < gains.length; diagonal += width + 1)
      gains[diagonal] = gains[diagonal]! - 1;
    return largestRowSum(gains, width);
  }

  #chooseTable(): TargetTable | null {
    if (this.#table === null) return null;
    if (this.#version !== this.#flow.version) {
      this.#version = this.#flow.version;
      this.#evaluations = 0;
    }
    this.#evaluations += 1;
    return this.#evaluations > PATIENCE ? this.#table : null;
  }
}
