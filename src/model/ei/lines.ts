import { dot, type Envelope, envelopeOwners, upperEnvelope } from "#math";
import { columnsOf, heightsAtZero } from "./columns.ts";
import type { EINeuron, InputValue } from "./types.ts";

/** More neurons than this are searched by columns of numbers before they are looked at one by one. */
const MANY = 256;

/** A neuron's half-plane at one input: below threshold while readE yE - readI |yI| < bound. */
export interface SliceLine {
  readonly neuron: number;
  readonly readE: number;
  readonly readI: number;
  /** T - F . x. */
  readonly bound: number;
}

/** Half-plane of a neuron at input x. */
export function lineAt(neuron: EINeuron, x: InputValue): SliceLine {
  const drive = dot(neuron.feedforward, typeof x === "number" ? [x] : x);
  const { readE, readI, threshold } = neuron;
  return { neuron: neuron.neuron, readE, readI, bound: threshold - drive };
}

/** |yI| on a neuron's line at yE; meaningless for a wall. */
export function heightOf(line: SliceLine, yE: number): number {
  return (line.readE * yE - line.bound) / line.readI;
}

/** Slope of a neuron's line; infinite for a wall. */
export function slopeOf(line: SliceLine): number {
  return line.readI === 0 ? Number.POSITIVE_INFINITY : line.readE / line.readI;
}

/**
 * The boundary of one population at one input: below threshold is what lies above the envelope of its lines and
 * left of its first wall.
 */
export interface Boundary {
  /** Lines that own a part of the envelope, from left to right; none when no neuron reads yI. */
  readonly owners: readonly SliceLine[];
  /** yE where the next owner takes over. */
  readonly breaks: Float64Array;
  /** The leftmost wall (readI = 0 < readE), or null. */
  readonly wall: SliceLine | null;
  /** yE of the wall; infinite without one. */
  readonly wallAt: number;
}

/**
 * Boundary of a population at input x; of neurons with the same line the first owns it.
 *
 * @returns null when a neuron that reads neither latent is above threshold, so that no state is below.
 */
export function boundaryAt(neurons: readonly EINeuron[], x: InputValue): Boundary | null {
  if (neurons.length <= MANY) return findBoundary(neurons, x);
  const key = typeof x === "number" ? `${x}` : Array.from(x).join(" ");
  const last = lastBoundaries.get(neurons);
  if (last?.key === key) return last.boundary;
  const boundary = findBoundary(neurons, x);
  lastBoundaries.set(neurons, { key, boundary });
  return boundary;
}

/** Regions, crossings and lines of a picture ask for the same boundary one after the other. */
const lastBoundaries = new WeakMap<
  readonly EINeuron[],
  { readonly key: string; readonly boundary: Boundary | null }
>();

function findBoundary(neurons: readonly EINeuron[], x: InputValue): Boundary | null {
  const lines = ownersAmong(neurons, x).map((neuron) => lineAt(neuron, x));
  if (lines.some((line) => isBlind(line) && line.bound <= 0)) return null;
  const sloped = lines.filter((line) => line.readI > 0);
  const envelope = envelopeOf(sloped);
  let wall: SliceLine | null = null;
  let wallAt = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.readI > 0 || isBlind(line)) continue;
    const at = line.bound / line.readE;
    if (at >= wallAt) continue;
    wall = line;
    wallAt = at;
  }
  const owners = Array.from(envelope.owners).flatMap((owner) => sloped[owner] ?? []);
  return { owners, breaks: envelope.breaks, wall, wallAt };
}

/** Of many neurons the few that can have a part in the boundary at x; of few all. */
function ownersAmong(neurons: readonly EINeuron[], x: InputValue): readonly EINeuron[] {
  if (neurons.length <= MANY) return neurons;
  const columns = columnsOf(neurons);
  const heights = heightsAtZero(columns, typeof x === "number" ? [x] : x);
  const owners = envelopeOwners(columns.slopes, heights);
  return [...columns.others, ...Array.from(owners).flatMap((row) => columns.sloped[row] ?? [])];
}

function isBlind(line: SliceLine): boolean {
  return line.readI === 0 && line.readE === 0;
}

function envelopeOf(lines: readonly SliceLine[]): Envelope {
  return upperEnvelope(
    Float64Array.from(lines, slopeOf),
    Float64Array.from(lines, (line) => heightOf(line, 0)),
  );
}
