import type { LowRankNetwork } from "#model";
import { explosionLimit, LEAST_EXPLOSION } from "../event/explosionLimit.ts";
import type { Engine, EngineState, Recorder, RunVerdict, SimulationSpec } from "../types.ts";
import { BridgeNetwork } from "./BridgeNetwork.ts";

/**
 * Noisy networks with delta synapses in coarse steps: exact Ornstein-Uhlenbeck increments, crossings inside a step
 * by Brownian bridges, spikes at their own times. The method is in the README of the engines.
 */
export class BridgeEngine implements Engine {
  readonly #network: BridgeNetwork;
  readonly #dt: number;
  readonly #lastStep: number;
  #step = 0;
  #verdict: RunVerdict | null = null;
  #hasBegun = false;
  #instant = 0;
  #spikesInInstant = 0;
  #mostInInstant = LEAST_EXPLOSION;

  constructor(spec: SimulationSpec) {
    this.#network = new BridgeNetwork(spec);
    this.#dt = spec.dt;
    this.#lastStep = spec.steps - 1;
  }

  get step(): number {
    return this.#step;
  }

  get state(): EngineState {
    return this.#network.state;
  }

  get verdict(): RunVerdict | null {
    return this.#verdict;
  }

  get isOver(): boolean {
    return this.#step >= this.#lastStep || this.#verdict !== null;
  }

  advance(count: number, recorder: Recorder): number {
    const from = this.#step;
    if (!this.#hasBegun) {
      if (!this.#reach(0, recorder)) return 0;
      this.#hasBegun = true;
      recorder.sample(0, this.state);
    }
    while (this.#step - from < count && !this.isOver && recorder.hasRoom()) {
      if (!this.#reach(this.#step + 1, recorder)) break;
      this.#step += 1;
      if (this.#step % recorder.everySteps === 0) recorder.sample(this.#step, this.state);
    }
    return this.#step - from;
  }

  retune(network: LowRankNetwork): void {
    this.#network.retune(network);
  }

  holdInput(values: Float64Array): void {
    this.#network.holdInput(values);
  }

  holdCurrent(values: Float64Array): void {
    this.#network.holdCurrent(values);
  }

  // Returns false when the recorder is full or an instant does not end; the next call goes on from there.
  #reach(step: number, recorder: Recorder): boolean {
    const network = this.#network;
    const end = step * this.#dt;
    while (this.#settle(step, recorder)) {
      if (network.time >= end) {
        network.moveCurrent(step);
        return true;
      }
      network.moveOn(end);
    }
    return false;
  }

  // All spikes of the present instant. Returns false when it could not be finished.
  #settle(step: number, recorder: Recorder): boolean {
    const network = this.#network;
    // Noise beyond measure crosses again within less than a clock of doubles can tell: that is one instant too.
    if (network.time !== this.#instant) this.#spikesInInstant = 0;
    this.#instant = network.time;
    for (let neuron = network.findFiring(); neuron >= 0; neuron = network.findFiring()) {
      if (this.#isExplosive()) {
        this.#verdict = { kind: "explosive", time: network.time, spikes: this.#spikesInInstant };
        return false;
      }
      if (!recorder.hasRoom()) return false;
      network.fire(neuron);
      recorder.spike(neuron, step, network.time);
      this.#spikesInInstant += 1;
    }
    return true;
  }

  // The limit takes a search for the crossing, so nobody asks for it before there is a reason to.
  #isExplosive(): boolean {
    if (this.#spikesInInstant < LEAST_EXPLOSION) return false;
    if (this.#spikesInInstant === LEAST_EXPLOSION)
      this.#mostInInstant = explosionLimit(this.#network.weights, this.state.input);
    return this.#spikesInInstant >= this.#mostInInstant;
  }
}
