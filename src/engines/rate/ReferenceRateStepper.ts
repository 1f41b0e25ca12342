import type { LowRankNetwork } from "#model";
import { dotRow } from "../shared/dotRow.ts";
import { requireSameShape } from "../shared/requireSameShape.ts";
import type { Stepper } from "../stepper.ts";
import type { EngineState, SimulationSpec } from "../types.ts";
import type { LatentHistory } from "./LatentHistory.ts";
import { createHistory, createRateParts, decodeRates, type RateParts } from "./RatePopulation.ts";
import { sigmoid } from "./sigmoid.ts";

/**
 * The rate rule of the published simulator (Podlaski & Machens 2024, figures 10 and 12): the voltage is
 * filtered by forward Euler, V += dt (-V + F x + E y), r = sigma_beta(V - T) and the readout y = D r is not.
 * x enters as of the step before and without its derivative. An axonal delay holds y back by whole steps.
 */
export class ReferenceRateStepper implements Stepper {
  readonly state: EngineState;
  readonly fired: Stepper["fired"] = { neurons: new Uint32Array(0), count: 0 };
  readonly #parts: RateParts;
  readonly #dt: number;
  /** V itself, not normalised, N. */
  readonly #voltages: Float64Array;
  readonly #history: LatentHistory;
  /** y as it is heard, K. */
  readonly #heard: Float64Array;
  /** The history is read at whole steps only, where slopes have no part. */
  readonly #noSlope: Float64Array;
  #network: LowRankNetwork;

  constructor(spec: SimulationSpec) {
    this.#parts = createRateParts(spec);
    this.#dt = spec.dt;
    this.#network = spec.network;
    this.#voltages = new Float64Array(spec.network.neurons);
    this.state = this.#parts.state;
    this.#history = createHistory(spec);
    this.#heard = new Float64Array(spec.network.latents.length);
    this.#noSlope = new Float64Array(spec.network.latents.length);
    this.#start(spec);
    this.#history.begin(this.state.latents);
    this.#normalise();
  }

  takeStep(step: number): void {
    const { reader, injection, beta, state } = this.#parts;
    const { feedforward, encoders, thresholds, neurons } = this.#network;
    const voltages = this.#voltages;
    if (this.#history.isActive) this.#history.remember(step - 1, state.latents, this.#noSlope);
    this.#history.read(step - 1, state.latents, this.#heard);
    for (let neuron = 0; neuron < neurons; neuron += 1) {
      const before = voltages[neuron]!;
      const outside = dotRow(feedforward, neuron, state.input) + injection.values[neuron]!;
      const voltage =
        before + this.#dt * (-before + outside + dotRow(encoders, neuron, this.#heard));
      voltages[neuron] = voltage;
      state.rates[neuron] = sigmoid(beta[neuron]! * (voltage - thresholds[neuron]!));
    }
    decodeRates(this.#network, state.rates, state.latents);
    this.#normalise();
    reader.read(step, state.input);
    injection.moveTo(step);
  }

  retune(network: LowRankNetwork): void {
    const before = this.#network;
    requireSameShape(before, network);
    const { input, latents, rates } = this.state;
    for (let neuron = 0; neuron < network.neurons; neuron += 1) {
      const feedforward =
        dotRow(network.feedforward, neuron, input) - dotRow(before.feedforward, neuron, input);
      const recurrent =
        dotRow(network.encoders, neuron, latents) - dotRow(before.encoders, neuron, latents);
      this.#voltages[neuron] = this.#voltages[neuron]! + feedforward + recurrent;
    }
    this.#network = network;
    decodeRates(network, rates, latents);
    this.#normalise();
  }

  holdInput(values: Float64Array): void {
    this.#parts.reader.hold(values);
  }

  holdCurrent(values: Float64Array): void {
    this.#parts.injection.hold(values);
  }

  #start(spec: SimulationSpec): void {
    const { initial, network } = spec;
    if (initial.kind === "rest") return;
    const { input, latents, rates } = this.state;
    const { beta } = this.#parts;
    for (let neuron = 0; neuron < network.neurons; neuron += 1) {
      const threshold = network.thresholds[neuron]!;
      if (initial.kind === "rates") {
        const rate = initial.rates[neuron]!;
        this.#voltages[neuron] = Math.log(rate / (1 - rate)) / beta[neuron]! + threshold;
        rates[neuron] = rate;
        continue;
      }
      this.#voltages[neuron] =
        initial.kind === "voltages"
          ? initial.voltages[neuron]! + threshold - 1
          : dotRow(network.feedforward, neuron, input) +
            dotRow(network.encoders, neuron, initial.latents);
      rates[neuron] = sigmoid(beta[neuron]! * (this.#voltages[neuron]! - threshold));
    }
    // Latents given with the voltages are the first readout; after that y = D r.
    if (initial.kind === "latents") latents.set(initial.latents);
    else decodeRates(network, rates, latents);
  }

  #normalise(): void {
    const { voltages } = this.state;
    const { thresholds } = this.#network;
    for (let neuron = 0; neuron < voltages.length; neuron += 1)
      voltages[neuron] = this.#voltages[neuron]! + 1 - thresholds[neuron]!;
  }
}
