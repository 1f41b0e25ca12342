import { countBelow, invariant } from "#math";
import { type Boundary, boundaryAt, heightOf, type SliceLine, slopeOf } from "./lines.ts";
import { judgeStability } from "./stability.ts";
import type { Crossing, EINetwork, InputValue } from "./types.ts";

/**
 * All points with yE >= 0 and |yI| >= 0 where the boundaries of both populations meet at input x, by rising yE.
 * Exact: both boundaries are chains of straight pieces. Where they run along each other the first common point counts;
 * at a corner the crossing is stable only if the pieces on both of its sides say so.
 */
export function findCrossings(ei: EINetwork, x: InputValue): readonly Crossing[] {
  const boundaryE = boundaryAt(ei.E, x);
  const boundaryI = boundaryAt(ei.I, x);
  if (boundaryE === null || boundaryI === null) return [];
  const pair = { E: boundaryE, I: boundaryI };
  const crossings = [...crossEnvelopes(pair), ...crossWalls(pair)];
  return crossings.filter((crossing) => crossing.yE >= 0 && crossing.yI >= 0);
}

interface Pair {
  readonly E: Boundary;
  readonly I: Boundary;
}

type SideOfCorner = "left" | "right";

function ownerAt(boundary: Boundary, yE: number, side: SideOfCorner): SliceLine | undefined {
  return boundary.owners[countBelow(boundary.breaks, yE, side)];
}

/** Crossings of the two envelopes left of both walls. */
function crossEnvelopes(pair: Pair): readonly Crossing[] {
  const end = Math.min(pair.E.wallAt, pair.I.wallAt);
  const crossings: Crossing[] = [];
  let alongside = false;
  for (const [from, to] of stretches(pair, end)) {
    const ownerE = ownerAt(pair.E, from, "right");
    const ownerI = ownerAt(pair.I, from, "right");
    if (ownerE === undefined || ownerI === undefined) return [];
    const before = gapAt(pair, from);
    const after =
      to === Number.POSITIVE_INFINITY ? slopeOf(ownerE) - slopeOf(ownerI) : gapAt(pair, to);
    if (before === 0 && !alongside) crossings.push(crossAtCorner(pair, from));
    if (before * after < 0) {
      const meets =
        (heightOf(ownerI, 0) - heightOf(ownerE, 0)) / (slopeOf(ownerE) - slopeOf(ownerI));
      const yE = Math.min(to, Math.max(from, meets));
      crossings.push(describe(ownerE, ownerI, [yE, heightOf(ownerI, yE)]));
    }
    alongside = before === 0 && after === 0;
  }
  return crossings;
}

/** Intervals of yE from 0 to `end` in which neither envelope changes its owner. */
function stretches(pair: Pair, end: number): readonly (readonly [number, number])[] {
  const inner = [...pair.E.breaks, ...pair.I.breaks].filter((at) => at > 0 && at < end);
  const ends = [0, ...new Set(inner.sort((a, b) => a - b)), end];
  return ends.slice(1).flatMap((to, at) => {
    const from = ends[at] ?? 0;
    return from < to ? [[from, to] as const] : [];
  });
}

/** Height of the E envelope above the I envelope. */
function gapAt(pair: Pair, yE: number): number {
  const ownerE = ownerAt(pair.E, yE, "right");
  const ownerI = ownerAt(pair.I, yE, "right");
  return ownerE === undefined || ownerI === undefined
    ? Number.NaN
    : heightOf(ownerE, yE) - heightOf(ownerI, yE);
}

/** The crossing where the envelopes meet at a corner of either (or at yE = 0): the less stable pair of neighbours. */
function crossAtCorner(pair: Pair, yE: number): Crossing {
  const sides: readonly SideOfCorner[] = yE > 0 ? ["right", "left"] : ["right"];
  const candidates = sides.flatMap((side) => {
    const ownerE = ownerAt(pair.E, yE, side);
    const ownerI = ownerAt(pair.I, yE, side);
    if (ownerE === undefined || ownerI === undefined) return [];
    return [describe(ownerE, ownerI, [yE, heightOf(ownerI, yE)])];
  });
  const [first] = candidates;
  invariant(first !== undefined, "Envelopes that meet have owners there.");
  return candidates.find((candidate) => !candidate.stable) ?? first;
}

/** Crossings on the wall of one population, where the other's boundary runs into it. */
function crossWalls(pair: Pair): readonly Crossing[] {
  const { E, I } = pair;
  const end = Math.min(E.wallAt, I.wallAt);
  const ownerE = ownerAt(E, end, "right");
  const ownerI = ownerAt(I, end, "right");
  const heightE = ownerE === undefined ? Number.NEGATIVE_INFINITY : heightOf(ownerE, end);
  const heightI = ownerI === undefined ? Number.NEGATIVE_INFINITY : heightOf(ownerI, end);
  const yI = Math.max(heightE, heightI);
  if (!Number.isFinite(end) || !Number.isFinite(yI)) return [];
  const meetsE = E.wallAt === end && (heightI >= heightE || I.wallAt === end) ? E.wall : ownerE;
  const meetsI = I.wallAt === end && (heightE >= heightI || E.wallAt === end) ? I.wall : ownerI;
  const onWall = meetsE === E.wall || meetsI === I.wall;
  if (!onWall || !meetsE || !meetsI) return [];
  return [describe(meetsE, meetsI, [end, yI])];
}

function describe(ownerE: SliceLine, ownerI: SliceLine, at: readonly [number, number]): Crossing {
  const slopeE = slopeOf(ownerE);
  const slopeI = slopeOf(ownerI);
  return {
    yE: at[0],
    yI: at[1],
    excitatory: ownerE.neuron,
    inhibitory: ownerI.neuron,
    slopeE,
    slopeI,
    ...judgeStability({ slopeE, slopeI, boundE: ownerE.bound }),
  };
}
