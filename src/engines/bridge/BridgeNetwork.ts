import { invariant } from "#math";
import type { LowRankNetwork } from "#model";
import { rankNeurons } from "../clock/populationOrder.ts";
import { Injection } from "../input/Injection.ts";
import { dotRow } from "../shared/dotRow.ts";
import { requireSameShape } from "../shared/requireSameShape.ts";
import type { SimulationSpec } from "../types.ts";
import { BridgeState } from "./BridgeState.ts";
import { InputPath } from "./InputPath.ts";
import { Jumps } from "./Jumps.ts";
import { Levels } from "./Levels.ts";
import { NoisyPaths } from "./NoisyPaths.ts";
import { Waiting } from "./Waiting.ts";
import { whoFires } from "./whoFires.ts";

/**
 * A noisy network that moves from one event to the next: spikes, corners of the input, arrivals at the end of an
 * axon, ends of refractory times. Between events u = V - F x - I only relaxes.
 */
export class BridgeNetwork {
  readonly state: BridgeState;
  /** The present, tau. */
  time = 0;
  /** The weights in use. */
  weights: LowRankNetwork;
  readonly #input: InputPath;
  readonly #injection: Injection;
  readonly #paths: NoisyPaths;
  readonly #levels: Levels;
  readonly #jumps: Jumps;
  readonly #ranks: Uint8Array;
  /** The current that u is measured from, N. */
  readonly #felt: Float64Array;
  #seenInjection = -1;
  /** Spikes on their way through axons, and neurons that must rest. */
  readonly #axons: Waiting;
  readonly #resting: Waiting;
  /** True when somebody may be at threshold: something has jumped or crossed. */
  #mayFire = true;

  constructor(spec: SimulationSpec) {
    const { network } = spec;
    const { neurons } = network;
    this.weights = network;
    this.#input = new InputPath(spec);
    this.#injection = new Injection(spec);
    this.#paths = new NoisyPaths(spec);
    this.#levels = new Levels(network);
    this.#jumps = new Jumps(network);
    this.#ranks = rankNeurons(network);
    this.#felt = new Float64Array(neurons);
    this.#axons = new Waiting(spec.delay);
    this.#resting = new Waiting(spec.refractory);
    this.state = new BridgeState({
      input: this.#input.now,
      latents: new Float64Array(network.latents.length),
      injected: this.#injection.values,
      neurons,
      fill: (voltages) => this.#fillVoltages(voltages),
    });
    this.#start(spec);
    this.#feelCurrent();
  }

  /** Who fires now, -1 when everybody is below threshold. */
  findFiring(): number {
    if (!this.#mayFire) return -1;
    const neuron = whoFires(this.#paths.relaxing, this.#levels.now, this.#ranks);
    this.#mayFire = neuron >= 0;
    return neuron;
  }

  /** A neuron fires now. */
  fire(neuron: number): void {
    const population = this.weights.populationOf[neuron]!;
    const { relaxing } = this.#paths;
    this.#jumps.writeReadout(this.state.latents, neuron);
    if (this.#axons.isInstant(population)) {
      this.#jumps.pushAll(relaxing, neuron);
      relaxing[neuron] = relaxing[neuron]! - this.weights.selfResets[neuron]!;
    } else {
      relaxing[neuron] = relaxing[neuron]! + this.#jumps.ownPush(neuron);
      this.#axons.push(neuron, population, this.time);
    }
    if (this.#resting.isInstant(population)) return;
    this.#levels.rest(neuron);
    this.#resting.push(neuron, population, this.time);
  }

  /** Let time pass up to the next event, at most to `end`, which lies after the present. */
  moveOn(end: number): void {
    const stop = Math.min(end, this.#input.nextCorner, this.#axons.due, this.#resting.due);
    this.state.isStale = true;
    if (stop > this.time && this.#relax(stop)) return;
    this.time = stop;
    this.#levels.arrive();
    const hasTurned = this.#input.arrive(stop);
    const hasWoken = this.#wake();
    if (hasTurned || hasWoken) this.#levels.moveTo(this.#input.now);
    const hasReceived = this.#receive();
    this.#mayFire = hasTurned || hasWoken || hasReceived;
  }

  /** Take over the injected current of the update after `step`. */
  moveCurrent(step: number): void {
    this.#injection.moveTo(step);
    this.#feelCurrent();
  }

  /** Change the weights; voltages move by (F' - F) x + (E' - E) y - (T' - T) at once. */
  retune(network: LowRankNetwork): void {
    const before = this.weights;
    requireSameShape(before, network);
    const { relaxing } = this.#paths;
    for (let neuron = 0; neuron < network.neurons; neuron += 1)
      relaxing[neuron] =
        relaxing[neuron]! +
        (dotRow(network.encoders, neuron, this.state.latents) -
          dotRow(before.encoders, neuron, this.state.latents));
    this.weights = network;
    this.#jumps.retune(network);
    this.#rebuild();
  }

  holdInput(values: Float64Array): void {
    this.#input.hold(values);
    this.#rebuild();
  }

  holdCurrent(values: Float64Array): void {
    this.#injection.hold(values);
    this.#feelCurrent();
  }

  // Returns true when a neuron has reached threshold before the stop.
  #relax(stop: number): boolean {
    const length = stop - this.time;
    const levels = this.#levels;
    const paths = this.#paths;
    this.#input.aim(stop);
    levels.aim(this.#input);
    paths.draw(length, levels);
    const { firstNeuron } = paths;
    if (firstNeuron < 0) {
      paths.finish();
      this.#decayReadout(length);
      return false;
    }
    paths.stopAtFirst(levels);
    this.time = Math.min(this.time + paths.firstDelay, stop);
    this.#decayReadout(paths.firstDelay);
    if (this.#input.isMoving) {
      this.#input.follow(paths.firstDelay / length);
      levels.moveTo(this.#input.now);
    }
    paths.relaxing[firstNeuron] = levels.now[firstNeuron]!;
    this.#mayFire = true;
    return true;
  }

  #decayReadout(length: number): void {
    const { latents } = this.state;
    const keep = Math.exp(-length);
    for (let latent = 0; latent < latents.length; latent += 1)
      latents[latent] = latents[latent]! * keep;
  }

  #receive(): boolean {
    let hasReceived = false;
    for (
      let sender = this.#axons.take(this.time);
      sender >= 0;
      sender = this.#axons.take(this.time)
    ) {
      this.#jumps.pushOthers(this.#paths.relaxing, sender);
      hasReceived = true;
    }
    return hasReceived;
  }

  #wake(): boolean {
    let hasWoken = false;
    for (
      let neuron = this.#resting.take(this.time);
      neuron >= 0;
      neuron = this.#resting.take(this.time)
    ) {
      this.#levels.wake(neuron);
      hasWoken = true;
    }
    return hasWoken;
  }

  // V goes on where it was when the current that u is measured from changes.
  #feelCurrent(): void {
    if (this.#seenInjection === this.#injection.version) return;
    this.#seenInjection = this.#injection.version;
    const felt = this.#felt;
    const { relaxing } = this.#paths;
    const { values } = this.#injection;
    for (let neuron = 0; neuron < felt.length; neuron += 1)
      relaxing[neuron] = relaxing[neuron]! - values[neuron]! + felt[neuron]!;
    felt.set(values);
    this.#rebuild();
  }

  #rebuild(): void {
    this.#levels.rebuild(this.weights, this.#felt, this.#input.now);
    this.#mayFire = true;
    this.state.isStale = true;
  }

  #start({ initial, network }: SimulationSpec): void {
    invariant(initial.kind !== "rates", "Initial rates belong to the rate engine; use voltages.");
    if (initial.kind === "rest") return;
    const { relaxing } = this.#paths;
    const { latents, input } = this.state;
    latents.set(initial.latents);
    for (let neuron = 0; neuron < network.neurons; neuron += 1)
      relaxing[neuron] =
        relaxing[neuron]! +
        (initial.kind === "latents"
          ? dotRow(network.encoders, neuron, latents)
          : initial.voltages[neuron]! -
            1 +
            network.thresholds[neuron]! -
            dotRow(network.feedforward, neuron, input));
  }

  #fillVoltages(voltages: Float64Array): void {
    const { feedforward, thresholds } = this.weights;
    const { relaxing } = this.#paths;
    for (let neuron = 0; neuron < voltages.length; neuron += 1)
      voltages[neuron] =
        relaxing[neuron]! +
        dotRow(feedforward, neuron, this.state.input) +
        this.#felt[neuron]! +
        1 -
        thresholds[neuron]!;
  }
}
