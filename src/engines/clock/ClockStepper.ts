import type { LowRankNetwork } from "#model";
import { Injection } from "../input/Injection.ts";
import { InputReader } from "../input/InputReader.ts";
import { dotRow } from "../shared/dotRow.ts";
import { requireSameShape } from "../shared/requireSameShape.ts";
import type { Stepper } from "../stepper.ts";
import type { EngineState, SimulationSpec } from "../types.ts";
import { Coupling } from "./Coupling.ts";
import { chooseSpike, collectCandidates } from "./chooseSpike.ts";
import { createTransmission } from "./createTransmission.ts";
import { DelayLine } from "./DelayLine.ts";
import { Drive } from "./Drive.ts";
import {
  type Kernel,
  relax,
  relaxCoupled,
  relaxCoupledNoisy,
  relaxNoisy,
  relaxTracking,
  relaxTrackingNoisy,
} from "./kernels.ts";
import { type Block, createMembrane, type Membrane } from "./membrane.ts";
import { type NormalSource, openNormals } from "./NormalTape.ts";
import { createBlocks, rankNeurons } from "./populationOrder.ts";
import { SpikeList } from "./SpikeList.ts";
import { addStationaryNoise, startState } from "./startState.ts";
import type { Transmission } from "./transmission.ts";

/**
 * The fixed-step method of the published simulator (Podlaski & Machens 2024), reproduced spike for spike at
 * a cost of N (K + M) a step. The rules are in the README of the engines.
 */
export class ClockStepper implements Stepper {
  readonly state: EngineState;
  readonly fired: SpikeList;
  #network: LowRankNetwork;
  readonly #reader: InputReader;
  readonly #injection: Injection;
  readonly #membrane: Membrane;
  readonly #drive: Drive;
  readonly #coupling: Coupling;
  readonly #blocks: readonly Block[];
  readonly #ranks: Uint8Array;
  readonly #candidates: SpikeList;
  readonly #normals: NormalSource | null;
  readonly #readout: Transmission;
  /** What is on its way to the voltages: the readout's own transmission unless axons delay it. */
  readonly #arriving: Transmission;
  readonly #delayLine: DelayLine | null;
  readonly #isOneSpikeRule: boolean;
  readonly #isClamped: boolean;
  readonly #refractorySteps: readonly number[];
  readonly #readoutDecay: number;

  constructor(spec: SimulationSpec) {
    const { network, dt, noise, synapse } = spec;
    this.#network = network;
    this.fired = new SpikeList(network.neurons);
    this.#candidates = new SpikeList(network.neurons);
    this.#membrane = createMembrane(network.neurons, dt);
    this.#reader = new InputReader(spec.input, network.inputs, dt);
    this.#injection = new Injection(spec);
    this.#drive = new Drive(network, this.#membrane, {
      reader: this.#reader,
      injection: this.#injection,
    });
    this.#coupling = new Coupling(network, synapse.kind);
    this.#blocks = createBlocks(network, noise.sigma, dt);
    this.#ranks = rankNeurons(network);
    this.#readout = createTransmission(network, synapse, dt);
    const delays = spec.delay.map((delay) => Math.round(delay / dt));
    this.#delayLine = delays.some((steps) => steps > 0) ? new DelayLine(network, delays) : null;
    this.#arriving =
      this.#delayLine === null ? this.#readout : createTransmission(network, synapse, dt);
    this.#isOneSpikeRule = synapse.kind === "delta";
    this.#isClamped = this.#isOneSpikeRule && spec.overshoot === "clamp";
    this.#refractorySteps = spec.refractory.map((time) => Math.round(time / dt));
    // The reference counts refractory steps down from 1, so that spread synapses stay silent in step 1.
    if (!this.#isOneSpikeRule) this.#membrane.readyStep.fill(2);
    this.#readoutDecay = Math.exp(-dt);
    this.state = {
      input: this.#drive.input,
      latents: new Float64Array(network.latents.length),
      voltages: this.#membrane.voltages,
      injected: this.#injection.values,
      rates: new Float64Array(0),
    };
    startState(spec, this.state);
    this.#normals = noise.sigma.some((sigma) => sigma > 0) ? openNormals(spec) : null;
    if (this.#normals !== null && noise.start === "stationary")
      addStationaryNoise(this.state.voltages, this.#blocks, { normals: this.#normals, dt });
  }

  takeStep(step: number): void {
    this.#drive.update(step);
    const hit = this.#moveVoltages();
    this.fired.clear();
    if (hit) this.#fire(step);
    this.#deliver(step);
    this.#injection.moveTo(step);
  }

  retune(network: LowRankNetwork): void {
    requireSameShape(this.#network, network);
    this.#shiftVoltages(network);
    this.#network = network;
    this.#drive.retune(network);
    this.#coupling.retune(network);
    this.#readout.retune(network);
    if (this.#arriving !== this.#readout) this.#arriving.retune(network);
  }

  holdInput(values: Float64Array): void {
    this.#reader.hold(values);
  }

  holdCurrent(values: Float64Array): void {
    this.#injection.hold(values);
  }

  #moveVoltages(): boolean {
    const membrane = this.#membrane;
    const isCoupled = this.#arriving.isActive || this.fired.count > 0;
    if (isCoupled) {
      this.#coupling.fill(membrane.received, this.#arriving, this.fired);
      if (this.#drive.isPending) this.#drive.complete();
    }
    const kernel = this.#chooseKernel(isCoupled);
    let hit = false;
    for (const block of this.#blocks) {
      this.#normals?.supply(membrane, block);
      if (kernel(membrane, block)) hit = true;
    }
    return hit;
  }

  #chooseKernel(isCoupled: boolean): Kernel {
    const isNoisy = this.#normals !== null;
    if (isCoupled) return isNoisy ? relaxCoupledNoisy : relaxCoupled;
    if (this.#drive.isPending) return isNoisy ? relaxTrackingNoisy : relaxTracking;
    return isNoisy ? relaxNoisy : relax;
  }

  #fire(step: number): void {
    const { voltages } = this.#membrane;
    const candidates = this.#candidates;
    collectCandidates(this.#membrane, step, candidates);
    if (candidates.count === 0) return;
    if (!this.#isOneSpikeRule) {
      for (let position = 0; position < candidates.count; position += 1)
        this.#spike(candidates.neurons[position]!, step);
      return;
    }
    const neuron = chooseSpike(candidates, voltages, this.#ranks);
    this.#spike(neuron, step);
    if (this.#isClamped) voltages[neuron] = 1;
  }

  #spike(neuron: number, step: number): void {
    this.fired.add(neuron);
    const population = this.#network.populationOf[neuron]!;
    this.#membrane.readyStep[neuron] = step + this.#refractorySteps[population]!;
  }

  #deliver(step: number): void {
    this.#readout.advance(step, this.fired);
    if (this.#delayLine !== null) {
      this.#delayLine.advance(step, this.fired);
      this.#arriving.advance(step, this.#delayLine.arrivals);
    }
    const { latents } = this.state;
    const { charge } = this.#readout;
    for (let latent = 0; latent < latents.length; latent += 1)
      latents[latent] = latents[latent]! * this.#readoutDecay + charge[latent]!;
  }

  // V += (F' - F) x + (E' - E) y - (T' - T). The charge that the readout has and the voltages have yet to
  // feel is left out of y: it arrives through the new encoders.
  #shiftVoltages(after: LowRankNetwork): void {
    const before = this.#network;
    const { voltages, latents, input } = this.state;
    const felt = latents.map((value, latent) => value - this.#readout.charge[latent]!);
    for (let neuron = 0; neuron < before.neurons; neuron += 1) {
      const feedforward =
        dotRow(after.feedforward, neuron, input) - dotRow(before.feedforward, neuron, input);
      const recurrent =
        dotRow(after.encoders, neuron, felt) - dotRow(before.encoders, neuron, felt);
      const threshold = after.thresholds[neuron]! - before.thresholds[neuron]!;
      voltages[neuron] = voltages[neuron]! + feedforward + recurrent - threshold;
    }
  }
}
