import type { RunVerdict } from "#engines";
import { invariant } from "#math";
import type { RunRequest } from "./service.ts";

/**
 * Where everything lies in a frame: one ArrayBuffer, a header of Float64 and then one contiguous column a
 * quantity (a structure of arrays), each with room for a full frame. Declared once a run, known to both sides.
 */
export interface FrameLayout {
  /** M, numbers of `input` a sample. */
  readonly inputs: number;
  /** K, numbers of `latents` a sample. */
  readonly latents: number;
  /** Numbers of `voltages` a sample, one a recorded neuron. */
  readonly voltages: number;
  /** Numbers of `currents` a sample, 2 + K a recorded neuron. */
  readonly currents: number;
  /** Samples that fit. */
  readonly frameSamples: number;
  /** Spikes that fit. */
  readonly frameSpikes: number;
}

/** What a frame says of itself. */
export interface FrameHeader {
  readonly runId: number;
  /** Steps of the engine before and after the frame. */
  readonly firstStep: number;
  readonly lastStep: number;
  /** Samples and spikes in use. */
  readonly samples: number;
  readonly spikes: number;
  /** True when the run is complete. */
  readonly done: boolean;
  /** What the engine knows of the run's future. */
  readonly verdict: RunVerdict | null;
}

/** The columns of a frame as views of its buffer; the names and strides are those of `Traces`. */
export interface FrameColumns {
  readonly time: Float64Array;
  readonly input: Float64Array;
  readonly latents: Float64Array;
  readonly voltages: Float64Array;
  readonly currents: Float64Array;
  readonly spikeTime: Float64Array;
  readonly spikeStep: Float64Array;
  readonly spikeNeuron: Uint32Array;
}

/** A frame as received: columns hold exactly `samples` samples and `spikes` spikes. */
export interface Frame extends FrameHeader {
  readonly columns: FrameColumns;
}

/** Float64 slots of the header; from {@link VERDICT_SLOT} on the verdict: kind, time, spikes, period. */
const HEADER_SLOTS = 10;
const VERDICT_SLOT = 6;
const VERDICT_KINDS = ["none", "explosive", "silent", "periodic"] as const;

/** Derive the layout of a run's frames. */
export function createFrameLayout(request: RunRequest): FrameLayout {
  const { network } = request.spec;
  const latents = network.latents.length;
  return {
    inputs: network.inputs,
    latents,
    voltages: request.record.voltages.length,
    currents: request.record.currents.length * (2 + latents),
    frameSamples: request.frameSamples,
    frameSpikes: request.frameSpikes,
  };
}

/** Size of a frame in bytes. */
export function frameBytes(layout: FrameLayout): number {
  const { inputs, latents, voltages, currents, frameSamples, frameSpikes } = layout;
  const slots = HEADER_SLOTS + frameSamples * (1 + inputs + latents + voltages + currents);
  return 8 * (slots + 2 * frameSpikes) + 4 * frameSpikes;
}

/**
 * View the columns of a frame, without copying.
 *
 * @param used how many samples and spikes the views span; a full frame when left out.
 * @throws Error when the buffer is not of this layout.
 */
export function viewColumns(
  buffer: ArrayBuffer,
  layout: FrameLayout,
  used: { readonly samples: number; readonly spikes: number } = {
    samples: layout.frameSamples,
    spikes: layout.frameSpikes,
  },
): FrameColumns {
  const bytes = frameBytes(layout);
  invariant(
    buffer.byteLength === bytes,
    `A frame of this run has ${bytes} bytes, got ${buffer.byteLength}.`,
  );
  let offset = 8 * HEADER_SLOTS;
  const column = (width: number, room: number, count: number): Float64Array => {
    const view = new Float64Array(buffer, offset, width * count);
    offset += 8 * width * room;
    return view;
  };
  const perSample = (width: number): Float64Array =>
    column(width, layout.frameSamples, used.samples);
  return {
    time: perSample(1),
    input: perSample(layout.inputs),
    latents: perSample(layout.latents),
    voltages: perSample(layout.voltages),
    currents: perSample(layout.currents),
    spikeTime: column(1, layout.frameSpikes, used.spikes),
    spikeStep: column(1, layout.frameSpikes, used.spikes),
    spikeNeuron: new Uint32Array(buffer, offset, used.spikes),
  };
}

/** Write a frame's header. */
export function writeHeader(buffer: ArrayBuffer, header: FrameHeader): void {
  const slots = new Float64Array(buffer, 0, HEADER_SLOTS);
  slots[0] = header.runId;
  slots[1] = header.firstStep;
  slots[2] = header.lastStep;
  slots[3] = header.samples;
  slots[4] = header.spikes;
  slots[5] = header.done ? 1 : 0;
  writeVerdict(slots, header.verdict);
}

function writeVerdict(slots: Float64Array, verdict: RunVerdict | null): void {
  slots[VERDICT_SLOT] = VERDICT_KINDS.indexOf(verdict?.kind ?? "none");
  if (verdict === null) return;
  slots[VERDICT_SLOT + 1] = verdict.time;
  slots[VERDICT_SLOT + 2] = verdict.kind === "silent" ? 0 : verdict.spikes;
  slots[VERDICT_SLOT + 3] = verdict.kind === "periodic" ? verdict.period : 0;
}

function readVerdict(slots: Float64Array): RunVerdict | null {
  const [code = 0, time = 0, spikes = 0, period = 0] = slots.subarray(VERDICT_SLOT);
  const kind = VERDICT_KINDS[code] ?? "none";
  switch (kind) {
    case "none":
      return null;
    case "explosive":
      return { kind, time, spikes };
    case "silent":
      return { kind, time };
    case "periodic":
      return { kind, time, spikes, period };
  }
}

/**
 * Read a frame without copying: its columns are views of the buffer and die when it is given back.
 *
 * @throws Error when the buffer is not of this layout.
 */
export function readFrame(buffer: ArrayBuffer, layout: FrameLayout): Frame {
  const slots = new Float64Array(buffer, 0, HEADER_SLOTS);
  const [runId = 0, firstStep = 0, lastStep = 0, samples = 0, spikes = 0, done = 0] = slots;
  const columns = viewColumns(buffer, layout, { samples, spikes });
  const verdict = readVerdict(slots);
  return { runId, firstStep, lastStep, samples, spikes, done: done === 1, verdict, columns };
}
