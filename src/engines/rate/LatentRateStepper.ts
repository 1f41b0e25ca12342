import type { LowRankNetwork } from "#model";
import { requireSameShape } from "../shared/requireSameShape.ts";
import type { Stepper } from "../stepper.ts";
import type { SimulationSpec } from "../types.ts";
import { countParts } from "./countParts.ts";
import { LatentFlow } from "./LatentFlow.ts";
import type { LatentHistory } from "./LatentHistory.ts";
import { LatentRateState } from "./LatentRateState.ts";
import { LatentTarget } from "./LatentTarget.ts";
import { createHistory, createRateParts, decodeRates, type RateParts } from "./RatePopulation.ts";

/** The latent rate equations by classical Runge-Kutta or by exponential Euler. */
export class LatentRateStepper implements Stepper {
  readonly state: LatentRateState;
  readonly fired: Stepper["fired"] = { neurons: new Uint32Array(0), count: 0 };
  readonly #parts: RateParts;
  readonly #flow: LatentFlow;
  readonly #target: LatentTarget;
  readonly #history: LatentHistory;
  readonly #spec: Pick<SimulationSpec, "dt" | "rate">;
  readonly #slope: Float64Array;
  readonly #sum: Float64Array;
  readonly #trial: Float64Array;
  /** y as it is heard, K. */
  readonly #heard: Float64Array;
  #step = 0;

  constructor(spec: SimulationSpec) {
    const latents = spec.network.latents.length;
    const parts = createRateParts(spec);
    const { beta, tauS } = parts;
    this.#parts = parts;
    this.#spec = spec;
    this.#flow = new LatentFlow({ network: spec.network, ...parts });
    this.#target = new LatentTarget({
      flow: this.#flow,
      steepness: beta.map((steepness, neuron) => steepness ** 4 / tauS[neuron]!),
    });
    this.#history = createHistory(spec);
    this.#slope = new Float64Array(latents);
    this.#sum = new Float64Array(latents);
    this.#trial = new Float64Array(latents);
    this.#heard = new Float64Array(latents);
    this.state = new LatentRateState(parts.state, this.#flow, (out) =>
      this.#history.read(this.#step, parts.state.latents, out),
    );
    this.#start(spec);
    this.#history.begin(parts.state.latents);
  }

  takeStep(step: number): void {
    const before = step - 1;
    if (this.#history.isActive) this.#remember(before);
    if (this.#spec.rate?.integrator === "exponential-euler") this.#exponentialEuler(before);
    else this.#rungeKutta(before);
    this.#step = step;
    this.#parts.injection.moveTo(step);
    this.#parts.reader.read(step, this.state.input);
    this.state.expire();
  }

  retune(network: LowRankNetwork): void {
    requireSameShape(this.#flow.network, network);
    this.#flow.retune(network);
    this.state.expire();
  }

  holdInput(values: Float64Array): void {
    this.#parts.reader.hold(values);
  }

  holdCurrent(values: Float64Array): void {
    this.#parts.injection.hold(values);
  }

  #exponentialEuler(step: number): void {
    const { latents } = this.state;
    const keep = Math.exp(-this.#spec.dt);
    this.#hear(step, latents);
    this.#target.read(this.#heard, this.#slope);
    for (let latent = 0; latent < latents.length; latent += 1)
      latents[latent] = keep * latents[latent]! + (1 - keep) * this.#slope[latent]!;
  }

  /** A whole step in as many equal parts as the stiffness at its start asks. */
  #rungeKutta(step: number): void {
    const { latents } = this.state;
    this.#hear(step, latents);
    const count = countParts(this.#spec.dt * this.#target.stiffness(this.#heard));
    for (let part = 0; part < count; part += 1) this.#takePart(step + part / count, 1 / count);
  }

  /** One Runge-Kutta step of `length` dt from time `from` dt. */
  #takePart(from: number, length: number): void {
    const { latents } = this.state;
    const h = length * this.#spec.dt;
    this.#sum.fill(0);
    this.#trial.set(latents);
    this.#evaluate(from, 1);
    this.#tryAt(h / 2);
    this.#evaluate(from + length / 2, 2);
    this.#tryAt(h / 2);
    this.#evaluate(from + length / 2, 2);
    this.#tryAt(h);
    this.#evaluate(from + length, 1);
    for (let latent = 0; latent < latents.length; latent += 1)
      latents[latent] = latents[latent]! + (h / 6) * this.#sum[latent]!;
  }

  #evaluate(moment: number, weight: number): void {
    this.#findSlope(moment, this.#trial);
    for (let latent = 0; latent < this.#sum.length; latent += 1)
      this.#sum[latent] = this.#sum[latent]! + weight * this.#slope[latent]!;
  }

  #tryAt(h: number): void {
    const { latents } = this.state;
    for (let latent = 0; latent < latents.length; latent += 1)
      this.#trial[latent] = latents[latent]! + h * this.#slope[latent]!;
  }

  #findSlope(moment: number, latents: Float64Array): void {
    this.#hear(moment, latents);
    this.#target.read(this.#heard, this.#slope);
    for (let latent = 0; latent < latents.length; latent += 1)
      this.#slope[latent] = this.#slope[latent]! - latents[latent]!;
  }

  /** Bring x and the latents as heard to a moment. */
  #hear(moment: number, latents: Float64Array): void {
    this.#parts.reader.read(moment, this.#flow.input);
    this.#flow.prepare();
    this.#history.read(moment, latents, this.#heard);
  }

  #remember(step: number): void {
    const { latents } = this.state;
    this.#findSlope(step, latents);
    this.#history.remember(step, latents, this.#slope);
  }

  // Rates given at the start set y to what they would hold it at.
  #start(spec: SimulationSpec): void {
    const { initial, network } = spec;
    const { latents } = this.state;
    if (initial.kind === "rest") return;
    if (initial.kind !== "rates") {
      latents.set(initial.latents);
      return;
    }
    const { tauS } = this.#parts;
    const held = initial.rates.map((rate, neuron) => rate / tauS[neuron]!);
    decodeRates(network, held, latents);
  }
}
