import type { LowRankNetwork } from "#model";
import { requireSameShape } from "../shared/requireSameShape.ts";
import type { Stepper } from "../stepper.ts";
import type { EngineState, SimulationSpec } from "../types.ts";
import { LatentFlow } from "./LatentFlow.ts";
import { createRateParts, decodeRates, type RateParts } from "./RatePopulation.ts";

/** Part step times stiffness that Runge-Kutta may take: stable to 2.78, accurate below 1. */
const LARGEST_PRODUCT = 0.5;
/** A step is never cut finer than this. */
const MOST_PARTS = 1000;

/** The latent rate equations by classical Runge-Kutta, each step cut as finely as the slope's stiffness asks. */
export class LatentRateStepper implements Stepper {
  readonly state: EngineState;
  readonly fired: Stepper["fired"] = { neurons: new Uint32Array(0), count: 0 };
  readonly #parts: RateParts;
  readonly #flow: LatentFlow;
  readonly #dt: number;
  readonly #slope: Float64Array;
  readonly #sum: Float64Array;
  readonly #trial: Float64Array;

  constructor(spec: SimulationSpec) {
    const latents = spec.network.latents.length;
    this.#parts = createRateParts(spec);
    this.#dt = spec.dt;
    this.state = this.#parts.state;
    this.#flow = new LatentFlow({
      network: spec.network,
      injected: this.#parts.injection.values,
      beta: this.#parts.beta,
      tauS: this.#parts.tauS,
    });
    this.#slope = new Float64Array(latents);
    this.#sum = new Float64Array(latents);
    this.#trial = new Float64Array(latents);
    this.#start(spec);
    this.#describe(0);
  }

  takeStep(step: number): void {
    const { latents } = this.state;
    this.#parts.reader.read(step - 1, this.#flow.input);
    const wanted = Math.ceil((this.#dt * this.#flow.stiffness(latents)) / LARGEST_PRODUCT);
    const count = Math.min(Math.max(1, wanted), MOST_PARTS);
    for (let part = 0; part < count; part += 1)
      this.#rungeKutta(step - 1 + part / count, 1 / count);
    this.#parts.injection.moveTo(step);
    this.#describe(step);
  }

  retune(network: LowRankNetwork): void {
    requireSameShape(this.#flow.network, network);
    this.#flow.network = network;
  }

  holdInput(values: Float64Array): void {
    this.#parts.reader.hold(values);
  }

  holdCurrent(values: Float64Array): void {
    this.#parts.injection.hold(values);
  }

  /** One Runge-Kutta step of `length` dt from time `from` dt. */
  #rungeKutta(from: number, length: number): void {
    const h = length * this.#dt;
    this.#sum.fill(0);
    this.#trial.set(this.state.latents);
    this.#evaluate(from, 1);
    this.#tryAt(h / 2);
    this.#evaluate(from + length / 2, 2);
    this.#tryAt(h / 2);
    this.#evaluate(from + length / 2, 2);
    this.#tryAt(h);
    this.#evaluate(from + length, 1);
    const { latents } = this.state;
    for (let latent = 0; latent < latents.length; latent += 1)
      latents[latent] = latents[latent]! + (h / 6) * this.#sum[latent]!;
  }

  #evaluate(moment: number, weight: number): void {
    this.#parts.reader.read(moment, this.#flow.input);
    this.#flow.slope(this.#trial, this.#slope);
    for (let latent = 0; latent < this.#sum.length; latent += 1)
      this.#sum[latent] = this.#sum[latent]! + weight * this.#slope[latent]!;
  }

  #tryAt(h: number): void {
    const { latents } = this.state;
    for (let latent = 0; latent < latents.length; latent += 1)
      this.#trial[latent] = latents[latent]! + h * this.#slope[latent]!;
  }

  // Rates given at the start set y to what they would hold it at.
  #start(spec: SimulationSpec): void {
    const { initial, network } = spec;
    const { latents, rates } = this.state;
    if (initial.kind === "rest") return;
    if (initial.kind !== "rates") {
      latents.set(initial.latents);
      return;
    }
    for (let neuron = 0; neuron < network.neurons; neuron += 1)
      rates[neuron] = initial.rates[neuron]! / this.#parts.tauS[neuron]!;
    decodeRates(network, rates, latents);
  }

  #describe(step: number): void {
    const { input, latents, rates, voltages } = this.state;
    const { thresholds, neurons } = this.#flow.network;
    this.#parts.reader.read(step, input);
    this.#flow.input.set(input);
    for (let neuron = 0; neuron < neurons; neuron += 1) {
      voltages[neuron] = this.#flow.voltage(neuron, latents) + 1 - thresholds[neuron]!;
      rates[neuron] = this.#flow.rate(neuron, latents);
    }
  }
}
