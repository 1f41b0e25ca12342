import type { Frame } from "./frames.ts";
import type { RunRequest } from "./service.ts";
import type { Traces } from "./traces.ts";

/** Traces of no run. */
export function createTraces(): Traces {
  const none = new Float64Array(0);
  return {
    version: 0,
    runId: 0,
    done: false,
    verdict: null,
    dt: 1,
    inputs: 0,
    latentCount: 0,
    sampleStart: 0,
    sampleEnd: 0,
    time: none,
    input: none,
    latents: none,
    voltageNeurons: [],
    voltages: none,
    currentNeurons: [],
    currents: none,
    spikeStart: 0,
    spikeEnd: 0,
    spikeTime: none,
    spikeStep: none,
    spikeNeuron: new Uint32Array(0),
  };
}

/** Room to reserve: samples and spikes. */
export interface TraceRoom {
  readonly samples: number;
  readonly spikes: number;
}

/** Empty the traces for a new run and reserve room; arrays that are large enough are kept. */
export function resetTraces(traces: Traces, request: RunRequest, room: TraceRoom): void {
  const { spec, record } = request;
  const latents = spec.network.latents.length;
  traces.runId = request.runId;
  traces.done = false;
  traces.verdict = null;
  traces.dt = spec.dt;
  traces.inputs = spec.network.inputs;
  traces.latentCount = latents;
  traces.voltageNeurons = record.voltages;
  traces.currentNeurons = record.currents;
  traces.sampleStart = 0;
  traces.sampleEnd = 0;
  traces.spikeStart = 0;
  traces.spikeEnd = 0;
  reserveSamples(traces, room.samples);
  reserveSpikes(traces, room.spikes);
}

/**
 * Append a frame and, for a rolling window, retire what is older than `window` tau.
 * When the end is reached, what is still valid moves to the front in place; arrays grow (by doubling) only
 * when even that leaves too little room.
 */
export function appendFrame(traces: Traces, frame: Frame, window: number): void {
  makeSampleRoom(traces, frame.samples);
  makeSpikeRoom(traces, frame.spikes);
  const at = traces.sampleEnd;
  const { columns } = frame;
  traces.time.set(columns.time, at);
  traces.input.set(columns.input, at * traces.inputs);
  traces.latents.set(columns.latents, at * traces.latentCount);
  traces.voltages.set(columns.voltages, at * traces.voltageNeurons.length);
  traces.currents.set(columns.currents, at * currentColumns(traces));
  traces.spikeTime.set(columns.spikeTime, traces.spikeEnd);
  traces.spikeStep.set(columns.spikeStep, traces.spikeEnd);
  traces.spikeNeuron.set(columns.spikeNeuron, traces.spikeEnd);
  traces.sampleEnd += frame.samples;
  traces.spikeEnd += frame.spikes;
  traces.done = frame.done;
  traces.verdict = frame.verdict;
  retire(traces, frame.lastStep * traces.dt - window);
}

/** Copy the valid part, to keep a run (ghost, export) while the original goes on. */
export function copyTraces(traces: Traces): Traces {
  const { sampleStart: from, sampleEnd: to, spikeStart, spikeEnd } = traces;
  const columns = (values: Float64Array, width: number): Float64Array =>
    values.slice(from * width, to * width);
  return {
    ...traces,
    sampleStart: 0,
    sampleEnd: to - from,
    time: columns(traces.time, 1),
    input: columns(traces.input, traces.inputs),
    latents: columns(traces.latents, traces.latentCount),
    voltages: columns(traces.voltages, traces.voltageNeurons.length),
    currents: columns(traces.currents, currentColumns(traces)),
    spikeStart: 0,
    spikeEnd: spikeEnd - spikeStart,
    spikeTime: traces.spikeTime.slice(spikeStart, spikeEnd),
    spikeStep: traces.spikeStep.slice(spikeStart, spikeEnd),
    spikeNeuron: traces.spikeNeuron.slice(spikeStart, spikeEnd),
  };
}

function currentColumns(traces: Traces): number {
  return traces.currentNeurons.length * (2 + traces.latentCount);
}

/** Drop samples and spikes before a time, tau. */
function retire(traces: Traces, before: number): void {
  while (
    traces.sampleStart < traces.sampleEnd &&
    (traces.time[traces.sampleStart] ?? before) < before
  ) {
    traces.sampleStart += 1;
  }
  while (
    traces.spikeStart < traces.spikeEnd &&
    (traces.spikeTime[traces.spikeStart] ?? before) < before
  ) {
    traces.spikeStart += 1;
  }
}

function makeSampleRoom(traces: Traces, extra: number): void {
  if (traces.sampleEnd + extra <= traces.time.length) return;
  const { sampleStart: from, sampleEnd: to } = traces;
  const shift = (values: Float64Array, width: number): void => {
    values.copyWithin(0, from * width, to * width);
  };
  shift(traces.time, 1);
  shift(traces.input, traces.inputs);
  shift(traces.latents, traces.latentCount);
  shift(traces.voltages, traces.voltageNeurons.length);
  shift(traces.currents, currentColumns(traces));
  traces.sampleStart = 0;
  traces.sampleEnd = to - from;
  const needed = traces.sampleEnd + extra;
  if (needed > traces.time.length) reserveSamples(traces, 2 * needed);
}

function makeSpikeRoom(traces: Traces, extra: number): void {
  if (traces.spikeEnd + extra <= traces.spikeTime.length) return;
  const { spikeStart: from, spikeEnd: to } = traces;
  traces.spikeTime.copyWithin(0, from, to);
  traces.spikeStep.copyWithin(0, from, to);
  traces.spikeNeuron.copyWithin(0, from, to);
  traces.spikeStart = 0;
  traces.spikeEnd = to - from;
  const needed = traces.spikeEnd + extra;
  if (needed > traces.spikeTime.length) reserveSpikes(traces, 2 * needed);
}

/** Every column gets the same room, though the arrays of an earlier run may differ in width. */
function reserveSamples(traces: Traces, wanted: number): void {
  const samples = Math.max(wanted, traces.time.length);
  traces.time = enlarge(traces.time, samples);
  traces.input = enlarge(traces.input, samples * traces.inputs);
  traces.latents = enlarge(traces.latents, samples * traces.latentCount);
  traces.voltages = enlarge(traces.voltages, samples * traces.voltageNeurons.length);
  traces.currents = enlarge(traces.currents, samples * currentColumns(traces));
}

function reserveSpikes(traces: Traces, spikes: number): void {
  traces.spikeTime = enlarge(traces.spikeTime, spikes);
  traces.spikeStep = enlarge(traces.spikeStep, spikes);
  if (traces.spikeNeuron.length >= spikes) return;
  const neurons = new Uint32Array(spikes);
  neurons.set(traces.spikeNeuron);
  traces.spikeNeuron = neurons;
}

function enlarge(values: Float64Array, length: number): Float64Array {
  if (values.length >= length) return values;
  const larger = new Float64Array(length);
  larger.set(values);
  return larger;
}
