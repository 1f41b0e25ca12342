import type { LowRankNetwork } from "#model";
import type { Injection } from "../input/Injection.ts";
import type { InputReader } from "../input/InputReader.ts";
import { copyColumns, createColumns } from "../shared/transpose.ts";

/**
 * Where each voltage relaxes to without spikes: F c + 1 - T + injected current, with c = x + x' so that the
 * voltage tracks F x itself. Recomputed only when something in it has changed.
 */
export class Drive {
  /** x at the present step, M. */
  readonly input: Float64Array;
  readonly #values: Float64Array;
  readonly #reader: InputReader;
  readonly #injection: Injection;
  readonly #leak: number;
  readonly #previous: Float64Array;
  readonly #tracked: Float64Array;
  readonly #columns: readonly Float64Array[];
  readonly #bias: Float64Array;
  #seenInjection = -1;

  constructor(parts: {
    readonly network: LowRankNetwork;
    readonly reader: InputReader;
    readonly injection: Injection;
    readonly leak: number;
    /** Written by `update`, N. */
    readonly values: Float64Array;
  }) {
    const { inputs, neurons } = parts.network;
    this.input = new Float64Array(inputs);
    this.#previous = new Float64Array(inputs);
    this.#tracked = new Float64Array(inputs);
    this.#columns = createColumns(inputs, neurons);
    this.#bias = new Float64Array(neurons);
    this.#values = parts.values;
    this.#reader = parts.reader;
    this.#injection = parts.injection;
    this.#leak = parts.leak;
    this.#reader.read(0, this.input);
    this.retune(parts.network);
  }

  retune(network: LowRankNetwork): void {
    copyColumns(network.feedforward, this.#columns);
    const bias = this.#bias;
    for (let index = 0; index < bias.length; index += 1)
      bias[index] = 1 - network.thresholds[index]!;
    this.#seenInjection = -1;
  }

  /** Move x to `step` and the drive to what the update of that step needs. */
  update(step: number): void {
    this.#previous.set(this.input);
    this.#reader.read(step, this.input);
    const moved = this.#track();
    if (!moved && this.#seenInjection === this.#injection.version) return;
    this.#seenInjection = this.#injection.version;
    this.#fill();
  }

  // c = (x[t] - x[t-1]) / dt + x[t-1]
  #track(): boolean {
    const tracked = this.#tracked;
    let moved = false;
    for (let index = 0; index < tracked.length; index += 1) {
      const before = this.#previous[index]!;
      const value = (this.input[index]! - before) / this.#leak + before;
      if (value !== tracked[index]) moved = true;
      tracked[index] = value;
    }
    return moved;
  }

  #fill(): void {
    const values = this.#values;
    const bias = this.#bias;
    if (this.#columns.length === 1) {
      const first = this.#columns[0]!;
      const input = this.#tracked[0]!;
      for (let index = 0; index < values.length; index += 1)
        values[index] = first[index]! * input + bias[index]!;
    } else this.#fillFromMany();
    if (this.#injection.isActive) addTo(values, this.#injection.values);
  }

  #fillFromMany(): void {
    const values = this.#values;
    values.fill(0);
    for (const [column, weights] of this.#columns.entries()) {
      const input = this.#tracked[column]!;
      for (let index = 0; index < values.length; index += 1)
        values[index] = values[index]! + weights[index]! * input;
    }
    addTo(values, this.#bias);
  }
}

function addTo(target: Float64Array, added: Float64Array): void {
  for (let index = 0; index < target.length; index += 1)
    target[index] = target[index]! + added[index]!;
}
