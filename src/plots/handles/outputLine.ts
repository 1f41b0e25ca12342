import type { EINeuron, Side } from "#model";
import type { View } from "../view/view.ts";
import type { PictureLine } from "./plane.ts";

/** A neuron and the one of the other population that it crosses; inputs but one are held. */
export interface NeuronPair {
  readonly neuron: EINeuron;
  readonly partner: EINeuron;
  /** Which input the picture's axis shows. */
  readonly axis: number;
  /** x, M numbers; the entry of `axis` is not read. */
  readonly input: ArrayLike<number>;
}

/** A state where a pair could cross. */
export interface PairPoint {
  readonly x: number;
  readonly yE: number;
  readonly yI: number;
}

/** T less the drive of all inputs but the shown one. */
export function heldThreshold(
  neuron: EINeuron,
  { axis, input }: Omit<NeuronPair, "neuron" | "partner">,
): number {
  let held = neuron.threshold;
  for (let m = 0; m < neuron.feedforward.length; m += 1) {
    if (m !== axis) held -= (neuron.feedforward[m] ?? 0) * (input[m] ?? 0);
  }
  return held;
}

/** Where the lines of a pair meet at a value of the shown input; null when they are parallel there. */
export function crossPair(pair: NeuronPair, x: number): PairPoint | null {
  const { neuron: a, partner: b, axis } = pair;
  const boundA = heldThreshold(a, pair) - (a.feedforward[axis] ?? 0) * x;
  const boundB = heldThreshold(b, pair) - (b.feedforward[axis] ?? 0) * x;
  // Cramer's rule for readE yE - readI |yI| = bound of both.
  const determinant = a.readI * b.readE - a.readE * b.readI;
  if (determinant === 0) return null;
  return {
    x,
    yE: (a.readI * boundB - b.readI * boundA) / determinant,
    yI: (a.readE * boundB - b.readE * boundA) / determinant,
  };
}

/**
 * The state on the partner's plane under a point (x, readout) of an output view: the crossing that the pair must have
 * there. Null when the partner alone fixes that readout, so that the neuron cannot move it.
 */
export function liftToPartner(
  pair: NeuronPair,
  { side, x, readout }: { readonly side: Side; readonly x: number; readonly readout: number },
): PairPoint | null {
  const { partner, axis } = pair;
  const bound = heldThreshold(partner, pair) - (partner.feedforward[axis] ?? 0) * x;
  if (side === "E") {
    if (partner.readI === 0) return null;
    return { x, yE: readout, yI: (partner.readE * readout - bound) / partner.readI };
  }
  if (partner.readE === 0) return null;
  return { x, yE: (bound + partner.readI * readout) / partner.readE, yI: readout };
}

/** The line of a pair's crossings in an output view, cut to the view; null when it is not in view. */
export function outputLine(pair: NeuronPair, side: Side, view: View): PictureLine | null {
  const atLeft = crossPair(pair, view.x[0]);
  const atRight = crossPair(pair, view.x[1]);
  if (atLeft === null || atRight === null) return null;
  const left = side === "E" ? atLeft.yE : atLeft.yI;
  const right = side === "E" ? atRight.yE : atRight.yI;
  return clipToHeight([view.x[0], left], [view.x[1], right], view.y);
}

type Point = readonly [number, number];

function clipToHeight(a: Point, b: Point, [low, high]: Point): PictureLine | null {
  const rise = b[1] - a[1];
  if (rise === 0) return a[1] < low || a[1] > high ? null : { from: a, to: b };
  const shares = [(low - a[1]) / rise, (high - a[1]) / rise];
  const first = Math.max(0, Math.min(...shares));
  const last = Math.min(1, Math.max(...shares));
  if (first >= last) return null;
  const at = (share: number): Point => [a[0] + share * (b[0] - a[0]), a[1] + share * rise];
  return { from: at(first), to: at(last) };
}
