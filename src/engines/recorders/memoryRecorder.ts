import type { EngineState, Recorder, RecordingPlan, SimulationSpec } from "../types.ts";
import { GrowableArray } from "./GrowableArray.ts";
import { countCurrentColumns, readNeuronCurrent } from "./neuronCurrents.ts";
import { SpikeTable } from "./SpikeTable.ts";

/** A run stops, with a warning, when it has written this many spikes. */
export const SPIKE_LIMIT = 100_000_000;

/** A whole run in memory; every table is row-major, one row a sample. */
export interface Recording {
  /** Step of each sample. */
  readonly steps: Float64Array;
  /** Time of each sample, tau. */
  readonly time: Float64Array;
  /** M a sample. */
  readonly input: Float64Array;
  /** K a sample, after the spikes of that step. */
  readonly latents: Float64Array;
  /** Normalised voltages of the planned neurons. */
  readonly voltages: Float64Array;
  /** 2 + K input currents of each planned neuron. */
  readonly currents: Float64Array;
  readonly spikeNeuron: Uint32Array;
  readonly spikeStep: Uint32Array;
  /** tau. */
  readonly spikeTime: Float64Array;
  /** True when the spike limit ended the run early. */
  readonly isCut: boolean;
}

/** A recorder that keeps everything. */
export interface MemoryRecorder extends Recorder {
  /** What has been written so far, copied. */
  read(): Recording;
}

/**
 * Make a recorder that grows as the run goes on.
 *
 * @param spec the run.
 * @param plan what to sample.
 * @param spikeLimit spikes after which the recorder has no more room.
 */
export function createMemoryRecorder(
  spec: SimulationSpec,
  plan: RecordingPlan,
  spikeLimit: number = SPIKE_LIMIT,
): MemoryRecorder {
  return new GrowingRecorder(spec, plan, spikeLimit);
}

class GrowingRecorder implements MemoryRecorder {
  readonly everySteps: number;
  readonly #spec: SimulationSpec;
  readonly #plan: RecordingPlan;
  readonly #spikeLimit: number;
  readonly #steps = createFloats();
  readonly #input = createFloats();
  readonly #latents = createFloats();
  readonly #voltages = createFloats();
  readonly #currents = createFloats();
  readonly #spikes = new SpikeTable();

  constructor(spec: SimulationSpec, plan: RecordingPlan, spikeLimit: number) {
    this.everySteps = plan.everySteps;
    this.#spec = spec;
    this.#plan = plan;
    this.#spikeLimit = spikeLimit;
  }

  hasRoom(): boolean {
    return this.#spikes.count < this.#spikeLimit;
  }

  spike(neuron: number, step: number, time: number): void {
    this.#spikes.add(neuron, step, time);
  }

  sample(step: number, state: EngineState): void {
    const { voltages, currents } = this.#plan;
    this.#steps.push(step);
    this.#input.pushAll(state.input);
    this.#latents.pushAll(state.latents);
    for (const neuron of voltages) this.#voltages.push(state.voltages[neuron]!);
    if (currents.length > 0) this.#sampleCurrents(state);
  }

  #sampleCurrents(state: EngineState): void {
    const { network } = this.#spec;
    const columns = countCurrentColumns(network);
    const source = { network, state };
    for (const neuron of this.#plan.currents)
      for (let column = 0; column < columns; column += 1)
        this.#currents.push(readNeuronCurrent(source, neuron, column));
  }

  read(): Recording {
    const { dt } = this.#spec;
    const steps = this.#steps.toArray();
    return {
      steps,
      time: steps.map((step) => step * dt),
      input: this.#input.toArray(),
      latents: this.#latents.toArray(),
      voltages: this.#voltages.toArray(),
      currents: this.#currents.toArray(),
      ...this.#spikes.read(),
      isCut: !this.hasRoom(),
    };
  }
}

function createFloats(): GrowableArray<Float64Array<ArrayBuffer>> {
  return new GrowableArray((length) => new Float64Array(length));
}
