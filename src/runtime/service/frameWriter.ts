import {
  countCurrentColumns,
  type EngineState,
  type Recorder,
  type RunVerdict,
  readNeuronCurrent,
} from "#engines";
import { invariant } from "#math";
import type { LowRankNetwork } from "#model";
import {
  createFrameLayout,
  type FrameColumns,
  type FrameLayout,
  frameBytes,
  type RunRequest,
  viewColumns,
  writeHeader,
} from "#runtime/protocol";

/** An engine's recorder that fills frames: begin a buffer, let the engine write, finish it. */
export interface FrameWriter extends Recorder {
  /** Size of a buffer in bytes. */
  readonly bytes: number;
  /** Samples and spikes in the present frame. */
  readonly samples: number;
  readonly spikes: number;
  /** Start a frame in this buffer; `step` is the engine's before it moves. */
  begin(buffer: ArrayBuffer, step: number): void;
  /** Complete the header; the buffer may leave. */
  finish(step: number, done: boolean, verdict: RunVerdict | null): void;
  /** Currents are those of this network from now on. */
  retune(network: LowRankNetwork): void;
}

const NO_COLUMNS: FrameColumns = {
  time: new Float64Array(0),
  input: new Float64Array(0),
  latents: new Float64Array(0),
  voltages: new Float64Array(0),
  currents: new Float64Array(0),
  spikeTime: new Float64Array(0),
  spikeStep: new Float64Array(0),
  spikeNeuron: new Uint32Array(0),
};

/**
 * Make the writer of one run's frames. It has no room once a step of one spike a neuron might not fit.
 *
 * @throws Error when a frame cannot hold one such step or one sample.
 */
export function createFrameWriter(request: RunRequest): FrameWriter {
  return new ColumnWriter(request);
}

class ColumnWriter implements FrameWriter {
  readonly bytes: number;
  readonly everySteps: number;
  samples = 0;
  spikes = 0;
  readonly #request: RunRequest;
  readonly #layout: FrameLayout;
  readonly #lastRoomySpike: number;
  #network: LowRankNetwork;
  #buffer: ArrayBuffer = new ArrayBuffer(0);
  #columns: FrameColumns = NO_COLUMNS;
  #firstStep = 0;

  constructor(request: RunRequest) {
    const { network } = request.spec;
    invariant(request.frameSamples >= 1, "A frame must have room for one sample.");
    invariant(
      request.frameSpikes >= network.neurons,
      `A frame must have room for ${network.neurons} spikes, one a neuron, not ${request.frameSpikes}.`,
    );
    this.everySteps = request.record.everySteps;
    this.#request = request;
    this.#lastRoomySpike = request.frameSpikes - network.neurons;
    this.#network = network;
    this.#layout = createFrameLayout(request);
    this.bytes = frameBytes(this.#layout);
  }

  begin(buffer: ArrayBuffer, step: number): void {
    this.#columns = viewColumns(buffer, this.#layout);
    this.#buffer = buffer;
    this.#firstStep = step;
    this.samples = 0;
    this.spikes = 0;
  }

  finish(step: number, done: boolean, verdict: RunVerdict | null): void {
    writeHeader(this.#buffer, {
      runId: this.#request.runId,
      firstStep: this.#firstStep,
      lastStep: step,
      samples: this.samples,
      spikes: this.spikes,
      done,
      verdict,
    });
    this.#columns = NO_COLUMNS;
  }

  retune(network: LowRankNetwork): void {
    this.#network = network;
  }

  hasRoom(): boolean {
    return this.samples < this.#request.frameSamples && this.spikes <= this.#lastRoomySpike;
  }

  spike(neuron: number, step: number, time: number): void {
    const index = this.spikes;
    invariant(
      index < this.#request.frameSpikes,
      "One step held more spikes than there are neurons.",
    );
    this.#columns.spikeNeuron[index] = neuron;
    this.#columns.spikeStep[index] = step;
    this.#columns.spikeTime[index] = time;
    this.spikes = index + 1;
  }

  sample(step: number, state: EngineState): void {
    const { spec, record } = this.#request;
    const index = this.samples;
    const { time, input, latents, voltages } = this.#columns;
    time[index] = step * spec.dt;
    input.set(state.input, index * state.input.length);
    latents.set(state.latents, index * state.latents.length);
    let cell = index * record.voltages.length;
    for (const neuron of record.voltages) {
      voltages[cell] = state.voltages[neuron] ?? Number.NaN;
      cell += 1;
    }
    this.#writeCurrents(index, state);
    this.samples = index + 1;
  }

  #writeCurrents(index: number, state: EngineState): void {
    const source = { network: this.#network, state };
    const columns = countCurrentColumns(this.#network);
    let cell = index * this.#layout.currents;
    for (const neuron of this.#request.record.currents) {
      for (let column = 0; column < columns; column += 1) {
        this.#columns.currents[cell] = readNeuronCurrent(source, neuron, column);
        cell += 1;
      }
    }
  }
}
