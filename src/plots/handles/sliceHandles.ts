import {
  type EINetwork,
  type EINeuron,
  type InputValue,
  type LinePiece,
  neuronDrive,
} from "#model";
import { neuronName } from "../neuronName.ts";
import { locateNeuron, type SidedNeuron } from "../slice/neuronLine.ts";
import type { SlicePicture } from "../slice/slicePicture.ts";
import { type Handle, keepInside, type ParameterChange, valueText } from "./handle.ts";
import { besideOnLine, endPosition, keepSide, middleOf, type PicturePoint } from "./plane.ts";

/** What slice handles are made from. */
export interface SliceHandlesPicture
  extends Pick<SlicePicture, "view" | "network" | "slice" | "lines"> {
  /** Input of the slice. */
  readonly x: InputValue;
}

interface Grip {
  readonly picture: SliceHandlesPicture;
  readonly found: SidedNeuron;
  readonly line: LinePiece;
  /** Where the line is held and its decoder arrow starts: middle of its part of the boundary, else of the line. */
  readonly base: PicturePoint;
  readonly name: string;
  readonly prefix: string;
}

/** Heads of decoder arrows stay this far inside the view; px. */
const HEAD_INSET = 6;

/**
 * The handles of one neuron in the slice: its line moves T; either end turns it about the other, changing the encoder
 * of yE (never below 0) while that of yI stays and T follows; the head of its arrow sets D.
 *
 * @returns none when the neuron's line is out of view; no ends for a vertical wall, which cannot be turned.
 */
export function sliceHandles(picture: SliceHandlesPicture, neuron: number): readonly Handle[] {
  const found = locateNeuron(picture.network, neuron);
  const line = found === null ? null : picture.lines[found.side][found.index];
  if (found === null || line === null || line === undefined) return [];
  const grip: Grip = {
    picture,
    found,
    line,
    base: baseOf(picture, found, line),
    name: neuronName(picture.network, neuron),
    prefix: `slice-${neuron}`,
  };
  const ends = found.parts.readI === 0 ? [] : [slopeHandle(grip, "to"), slopeHandle(grip, "from")];
  return [lineHandle(grip), ...ends, decoderHandle(grip)];
}

function baseOf(
  { slice }: SliceHandlesPicture,
  { side, parts }: SidedNeuron,
  line: LinePiece,
): PicturePoint {
  return middleOf(slice.boundary[side].find((piece) => piece.neuron === parts.neuron) ?? line);
}

function lineHandle({ picture, found, base, name, prefix }: Grip): Handle {
  const { view, x } = picture;
  const { parts } = found;
  return {
    id: `${prefix}-line`,
    neuron: parts.neuron,
    part: "line",
    position: { x: view.screenX(base[0]), y: view.screenY(base[1]) },
    tail: null,
    label: `Threshold of ${name}`,
    parameterId: "threshold",
    value: parts.threshold,
    valueText: valueText(parts.threshold),
    drag: (pointer) => [
      thresholdThrough(parts, x, [view.modelX(pointer.x), view.modelY(pointer.y)]),
    ],
    set: (value) => [{ parameterId: "threshold", value }],
  };
}

/** The threshold that puts a neuron's line through a point: T = F . x + E_E yE - E_I |yI|. */
function thresholdThrough(parts: EINeuron, x: InputValue, [yE, yI]: PicturePoint): ParameterChange {
  const { feedforward, excitation, inhibition } = neuronDrive(parts, { x, yE, yI });
  return { parameterId: "threshold", value: feedforward + excitation - inhibition };
}

function slopeHandle({ picture, found, line, name, prefix }: Grip, end: "from" | "to"): Handle {
  const { view, x, network } = picture;
  const { parts } = found;
  const pivot = end === "to" ? line.from : line.to;
  const { parameterId, value, weight } = encoderOfE(network, found);
  const turn = (encoder: number): readonly ParameterChange[] => {
    const readE = encoder * weight;
    return [{ parameterId, value: encoder }, thresholdThrough({ ...parts, readE }, x, pivot)];
  };
  return {
    id: `${prefix}-slope-${end}`,
    neuron: parts.neuron,
    part: "slope",
    position: endPosition(line, view, end),
    tail: null,
    label: `Slope of ${name}, ${end === "to" ? "right" : "left"} end`,
    parameterId,
    value,
    valueText: valueText(value),
    drag: (pointer) => {
      const at = keepSide(view.modelX(pointer.x), { view, pivotX: pivot[0], end });
      const slope = (view.modelY(pointer.y) - pivot[1]) / (at - pivot[0]);
      return turn(Math.max(0, slope * parts.readI) / weight);
    },
    set: (encoder) => turn(Math.max(0, encoder)),
  };
}

interface EncoderOfE {
  readonly parameterId: string;
  /** The encoder as the experiment has it. */
  readonly value: number;
  /** How much of yE the latent it reads carries: 1, or alpha of eq. 3.12 for a cross latent. */
  readonly weight: number;
}

function encoderOfE({ network, latentE }: EINetwork, { side, parts }: SidedNeuron): EncoderOfE {
  const writer = network.latents[latentE]?.writer;
  let value = 0;
  for (const [k, latent] of network.latents.entries()) {
    if (latent.writer !== writer) continue;
    value += network.encoders[parts.neuron * network.latents.length + k] ?? 0;
  }
  return {
    parameterId: `encoder.${side}E`,
    value,
    weight: value > 0 && parts.readE > 0 ? parts.readE / value : 1,
  };
}

function decoderHandle({ picture, found, line, base: held, name, prefix }: Grip): Handle {
  const { view } = picture;
  const { parts, side } = found;
  const base = besideOnLine(line, view, held);
  const excites = side === "E";
  const head = excites
    ? { x: view.screenX(base[0] + parts.decoder), y: view.screenY(base[1]) }
    : { x: view.screenX(base[0]), y: view.screenY(base[1] + parts.decoder) };
  const set = (value: number): readonly ParameterChange[] => [
    { parameterId: "decoder", value: Math.max(0, value) },
  ];
  return {
    id: `${prefix}-decoder`,
    neuron: parts.neuron,
    part: "decoder",
    position: keepInside(view.rect, head, HEAD_INSET),
    tail: view.toScreen({ x: base[0], y: base[1] }),
    label: `Decoder of ${name}`,
    parameterId: "decoder",
    value: parts.decoder,
    valueText: valueText(parts.decoder),
    drag: (pointer) =>
      set(excites ? view.modelX(pointer.x) - base[0] : view.modelY(pointer.y) - base[1]),
    set,
  };
}
