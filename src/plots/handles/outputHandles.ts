import type { CrossingPiece, EINetwork, EINeuron, Side } from "#model";
import { neuronName } from "../neuronName.ts";
import { locateNeuron } from "../slice/neuronLine.ts";
import type { View } from "../view/view.ts";
import { type Handle, keepInside, type ParameterChange, valueText } from "./handle.ts";
import { liftToPartner, type NeuronPair, outputLine, type PairPoint } from "./outputLine.ts";
import {
  besideOnLine,
  endPosition,
  keepSide,
  middleOf,
  type PictureLine,
  type PicturePoint,
} from "./plane.ts";

/** What the handles of a view (x, yE) or (x, |yI|) are made from. */
export interface OutputHandlesPicture {
  readonly view: View;
  /** Readout that the view shows. */
  readonly side: Side;
  readonly network: EINetwork;
  readonly curve: readonly CrossingPiece[];
  /** Which input the axis shows. */
  readonly axis: number;
  /** x, M numbers. */
  readonly input: ArrayLike<number>;
}

interface Grip {
  readonly picture: OutputHandlesPicture;
  readonly pair: NeuronPair;
  readonly line: PictureLine;
  readonly base: PicturePoint;
  readonly name: string;
  readonly prefix: string;
}

const HEAD_INSET = 6;

/**
 * The line of a neuron in an output view: where it would cross the neuron of the other population that it meets on the
 * crossing curve, nearest to the present input. Null when it meets none or is out of view.
 */
export function chosenOutputLine(
  picture: OutputHandlesPicture,
  neuron: number,
): PictureLine | null {
  const pair = pairOf(picture, neuron);
  return pair === null ? null : outputLine(pair, picture.side, picture.view);
}

function pairOf(picture: OutputHandlesPicture, neuron: number): NeuronPair | null {
  const { network, curve, axis, input } = picture;
  const found = locateNeuron(network, neuron);
  if (found === null) return null;
  const piece =
    nearestPiece(curve, input[axis] ?? 0, (candidate) => owns(candidate, neuron)) ??
    nearestPiece(curve, input[axis] ?? 0, () => true);
  if (piece === null) return null;
  const other = found.side === "E" ? piece.inhibitory : piece.excitatory;
  const partner = locateNeuron(network, other)?.parts;
  return partner === undefined ? null : { neuron: found.parts, partner, axis, input };
}

function owns(piece: CrossingPiece, neuron: number): boolean {
  return piece.excitatory === neuron || piece.inhibitory === neuron;
}

function nearestPiece(
  curve: readonly CrossingPiece[],
  x: number,
  accepts: (piece: CrossingPiece) => boolean,
): CrossingPiece | null {
  let best: CrossingPiece | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const piece of curve) {
    if (!accepts(piece)) continue;
    const distance = Math.max(piece.from[0] - x, x - piece.to[0], 0) + (piece.stable ? 0 : 1e-6);
    if (distance >= bestDistance) continue;
    best = piece;
    bestDistance = distance;
  }
  return best;
}

/**
 * The handles of one neuron in an output view: its line moves T so that the crossing passes through the pointer; either
 * end turns it about the other, changing F (T follows, encoders stay); the head of its arrow sets D in the view of its
 * own readout.
 */
export function outputHandles(picture: OutputHandlesPicture, neuron: number): readonly Handle[] {
  const pair = pairOf(picture, neuron);
  const line = pair === null ? null : outputLine(pair, picture.side, picture.view);
  const side = locateNeuron(picture.network, neuron)?.side;
  if (pair === null || line === null || !isMovable(pair.partner, picture.side)) return [];
  const grip: Grip = {
    picture,
    pair,
    line,
    base: baseOf(picture, line, neuron),
    name: neuronName(picture.network, neuron),
    prefix: `output-${picture.side}-${neuron}`,
  };
  const own = side === picture.side ? [decoderHandle(grip)] : [];
  return [lineHandle(grip), slopeHandle(grip, "to"), slopeHandle(grip, "from"), ...own];
}

/** Whether the shown readout is left open by the partner's plane, so that this neuron decides it. */
function isMovable(partner: EINeuron, side: Side): boolean {
  return side === "E" ? partner.readI > 0 : partner.readE > 0;
}

/** Middle of the part of the line that is on the crossing curve, else of the line. */
function baseOf(
  { curve, side }: OutputHandlesPicture,
  line: PictureLine,
  neuron: number,
): PicturePoint {
  const at = side === "E" ? 1 : 2;
  const piece = curve.find((candidate) => owns(candidate, neuron));
  if (piece === undefined) return middleOf(line);
  const left = Math.max(piece.from[0], line.from[0]);
  const right = Math.min(piece.to[0], line.to[0]);
  if (left >= right) return middleOf(line);
  const x = (left + right) / 2;
  const share = (x - piece.from[0]) / (piece.to[0] - piece.from[0]);
  return [x, piece.from[at] + share * (piece.to[at] - piece.from[at])];
}

/** The threshold that puts a neuron's plane through a state: T = F . x + E_E yE - E_I |yI|. */
function thresholdThrough(
  { neuron, axis, input }: NeuronPair,
  { x, yE, yI }: PairPoint,
): ParameterChange {
  let value = neuron.readE * yE - neuron.readI * yI;
  for (let m = 0; m < neuron.feedforward.length; m += 1) {
    value += (neuron.feedforward[m] ?? 0) * (m === axis ? x : (input[m] ?? 0));
  }
  return { parameterId: "threshold", value };
}

function lineHandle({ picture, pair, base, name, prefix }: Grip): Handle {
  const { view, side } = picture;
  const { threshold, neuron } = pair.neuron;
  return {
    id: `${prefix}-line`,
    neuron,
    part: "line",
    position: { x: view.screenX(base[0]), y: view.screenY(base[1]) },
    tail: null,
    label: `Threshold of ${name}`,
    parameterId: "threshold",
    value: threshold,
    valueText: valueText(threshold),
    drag: (pointer) => {
      const x = view.modelX(pointer.x);
      const state = liftToPartner(pair, { side, x, readout: view.modelY(pointer.y) });
      return state === null ? [] : [thresholdThrough(pair, state)];
    },
    set: (value) => [{ parameterId: "threshold", value }],
  };
}

function slopeHandle({ picture, pair, line, name, prefix }: Grip, end: "from" | "to"): Handle {
  const { view, side } = picture;
  const { axis } = pair;
  const { feedforward, neuron, readE, readI } = pair.neuron;
  const fixed = end === "to" ? line.from : line.to;
  const pivot = liftToPartner(pair, { side, x: fixed[0], readout: fixed[1] });
  const value = feedforward[axis] ?? 0;
  const parameterId = axis === 0 ? "feedforward" : `feedforward.${axis}`;
  const turn = (weight: number): readonly ParameterChange[] => {
    if (pivot === null) return [];
    const turned = Float64Array.from(feedforward, (entry, m) => (m === axis ? weight : entry));
    const held = { ...pair, neuron: { ...pair.neuron, feedforward: turned } };
    return [{ parameterId, value: weight }, thresholdThrough(held, pivot)];
  };
  return {
    id: `${prefix}-slope-${end}`,
    neuron,
    part: "slope",
    position: endPosition(line, view, end),
    tail: null,
    label: `Input weight of ${name}, ${end === "to" ? "right" : "left"} end`,
    parameterId,
    value,
    valueText: valueText(value),
    drag: (pointer) => {
      const x = keepSide(view.modelX(pointer.x), { view, pivotX: fixed[0], end });
      const state = liftToPartner(pair, { side, x, readout: view.modelY(pointer.y) });
      if (state === null || pivot === null) return [];
      const change = readI * (state.yI - pivot.yI) - readE * (state.yE - pivot.yE);
      return turn(change / (state.x - pivot.x));
    },
    set: turn,
  };
}

function decoderHandle({ picture, pair, line, base: held, name, prefix }: Grip): Handle {
  const { view } = picture;
  const base = besideOnLine(line, view, held);
  const { decoder, neuron } = pair.neuron;
  const head = { x: view.screenX(base[0]), y: view.screenY(base[1] + decoder) };
  const set = (value: number): readonly ParameterChange[] => [
    { parameterId: "decoder", value: Math.max(0, value) },
  ];
  return {
    id: `${prefix}-decoder`,
    neuron,
    part: "decoder",
    position: keepInside(view.rect, head, HEAD_INSET),
    tail: view.toScreen({ x: base[0], y: base[1] }),
    label: `Decoder of ${name}`,
    parameterId: "decoder",
    value: decoder,
    valueText: valueText(decoder),
    drag: (pointer) => set(view.modelY(pointer.y) - base[1]),
    set,
  };
}
