import type { LowRankNetwork } from "#model";
import type { Injection } from "../input/Injection.ts";
import type { InputReader } from "../input/InputReader.ts";
import { copyColumns, createColumns } from "../shared/transpose.ts";
import type { Membrane } from "./membrane.ts";

/**
 * Keeps `membrane.drive` = F c + 1 - T + injected current, with c = x + x' so that the voltage tracks F x
 * itself. Computed only when something in it has changed, and put off when a kernel can make it on the way.
 */
export class Drive {
  /** x at the present step, M. */
  readonly input: Float64Array;
  /** True when the kernels must make the drive themselves from `membrane.tracked`. */
  isPending = false;
  readonly #membrane: Membrane;
  readonly #reader: InputReader;
  readonly #injection: Injection;
  readonly #previous: Float64Array;
  readonly #tracked: Float64Array;
  readonly #columns: readonly Float64Array[];
  #seenInjection = -1;

  constructor(
    network: LowRankNetwork,
    membrane: Membrane,
    sources: { readonly reader: InputReader; readonly injection: Injection },
  ) {
    this.input = new Float64Array(network.inputs);
    this.#membrane = membrane;
    this.#reader = sources.reader;
    this.#injection = sources.injection;
    this.#previous = new Float64Array(network.inputs);
    this.#tracked = new Float64Array(network.inputs);
    this.#columns =
      network.inputs === 1 ? [membrane.slopes] : createColumns(network.inputs, network.neurons);
    this.#reader.read(0, this.input);
    this.retune(network);
  }

  retune(network: LowRankNetwork): void {
    const { bias } = this.#membrane;
    copyColumns(network.feedforward, this.#columns);
    for (let index = 0; index < bias.length; index += 1)
      bias[index] = 1 - network.thresholds[index]!;
    this.#seenInjection = -1;
  }

  /** Move x to `step` and the drive to what the update of that step needs. */
  update(step: number): void {
    const moved = this.#track(step);
    const injection = this.#injection;
    if (!moved && !this.isPending && this.#seenInjection === injection.version) return;
    this.#seenInjection = injection.version;
    if (this.#columns.length === 1 && !injection.isActive && moved) this.isPending = true;
    else this.complete();
  }

  /** Compute a drive that was put off. */
  complete(): void {
    this.isPending = false;
    const { drive, bias, slopes, tracked } = this.#membrane;
    if (this.#columns.length === 1)
      for (let index = 0; index < drive.length; index += 1)
        drive[index] = slopes[index]! * tracked + bias[index]!;
    else this.#sumInputs();
    if (this.#injection.isActive) addTo(drive, this.#injection.values);
  }

  // c = (x[t] - x[t-1]) / dt + x[t-1]
  #track(step: number): boolean {
    const { input } = this;
    const tracked = this.#tracked;
    const previous = this.#previous;
    for (let index = 0; index < input.length; index += 1) previous[index] = input[index]!;
    this.#reader.read(step, input);
    let moved = false;
    for (let index = 0; index < input.length; index += 1) {
      const before = previous[index]!;
      const value = (input[index]! - before) / this.#membrane.leak + before;
      if (value !== tracked[index]!) moved = true;
      tracked[index] = value;
    }
    if (input.length > 0) this.#membrane.tracked = tracked[0]!;
    return moved;
  }

  #sumInputs(): void {
    const { drive, bias } = this.#membrane;
    drive.fill(0);
    for (const [column, weights] of this.#columns.entries()) {
      const input = this.#tracked[column]!;
      for (let index = 0; index < drive.length; index += 1)
        drive[index] = drive[index]! + weights[index]! * input;
    }
    addTo(drive, bias);
  }
}

function addTo(target: Float64Array, added: Float64Array): void {
  for (let index = 0; index < target.length; index += 1)
    target[index] = target[index]! + added[index]!;
}
