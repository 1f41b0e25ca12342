import type { LatentFlow } from "./LatentFlow.ts";

/** Nodes kept; a node is filled when it is first met and makes room for another far away. */
const NODES = 512;
/** Largest error of the table, in the unit of y'. */
const TOLERANCE = 1e-8;
/** Largest fourth derivative of 1 / (1 + exp(-z)), rounded up. */
const FOURTH_DERIVATIVE = 0.13;

/**
 * S(y) of one latent from a table: cubic Hermite pieces with exact slopes between nodes. While neither the input nor
 * a current moves, a step costs nothing that grows with the number of neurons. Nodes are as close as the bound
 * sum_i |D_i| / tau_s (beta_i E_i)^4 max |sigma''''| w^4 / 384 <= 1e-8 on the error of a piece asks.
 */
export class TargetTable {
  /** S at the y last read. */
  target = 0;
  /** dS/dy there. */
  gain = 0;
  readonly #flow: LatentFlow;
  readonly #steepness: Float64Array;
  readonly #keys: Float64Array = new Float64Array(NODES);
  readonly #targets: Float64Array = new Float64Array(NODES);
  readonly #gains: Float64Array = new Float64Array(NODES);
  readonly #latent: Float64Array = new Float64Array(1);
  readonly #out: Float64Array = new Float64Array(1);
  #version = -1;
  #width = 1;

  /**
   * @param flow of a network with one latent.
   * @param steepness beta^4 / tau_s of each neuron, N.
   */
  constructor(flow: LatentFlow, steepness: Float64Array) {
    this.#flow = flow;
    this.#steepness = steepness;
  }

  /** Read S and its slope at y. */
  read(latent: number): void {
    if (this.#version !== this.#flow.version) this.#forget();
    const width = this.#width;
    const cell = Math.floor(latent / width);
    const left = this.#node(cell);
    const right = this.#node(cell + 1);
    const part = latent / width - cell;
    const from = this.#targets[left]!;
    const rise = this.#targets[right]! - from;
    const bendLeft = this.#gains[left]! * width - rise;
    const bendRight = rise - this.#gains[right]! * width;
    const rest = 1 - part;
    this.target = from + part * (rise + rest * (rest * bendLeft + part * bendRight));
    this.gain =
      (rise + rest * (rest - 2 * part) * bendLeft + part * (2 * rest - part) * bendRight) / width;
  }

  /** Place of a node in the table, filled. */
  #node(cell: number): number {
    const slot = ((cell % NODES) + NODES) % NODES;
    if (this.#keys[slot] === cell) return slot;
    this.#keys[slot] = cell;
    this.#latent[0] = cell * this.#width;
    this.#flow.target(this.#latent, this.#out);
    this.#targets[slot] = this.#out[0]!;
    this.#flow.gains(this.#latent, this.#out);
    this.#gains[slot] = this.#out[0]!;
    return slot;
  }

  #forget(): void {
    this.#version = this.#flow.version;
    this.#keys.fill(Number.NaN);
    const { network } = this.#flow;
    const { decoders, encoders, neurons } = network;
    let fourth = 0;
    for (let neuron = 0; neuron < neurons; neuron += 1)
      fourth += Math.abs(decoders[neuron]!) * encoders[neuron]! ** 4 * this.#steepness[neuron]!;
    const width = ((384 * TOLERANCE) / (FOURTH_DERIVATIVE * fourth)) ** 0.25;
    this.#width = Math.min(1, width);
  }
}
