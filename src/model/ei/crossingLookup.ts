import { countBelow, midpoints } from "#math";
import type { Crossing, CrossingPiece } from "./types.ts";

/** The crossing that the network follows at x, or null where the curve has none. */
export type CrossingLookup = (x: number) => CrossingSample | null;

/** A crossing on the curve with its slopes over x. */
export interface CrossingSample extends Crossing {
  /** Change of yE and |yI| for a unit of x. */
  readonly perInput: { readonly yE: number; readonly yI: number };
}

/**
 * Prepare a crossing curve for fast look-ups by binary search. Of several crossings at one x the stable one with the
 * lowest yE is taken, without a stable one the lowest.
 */
export function createCrossingLookup(curve: readonly CrossingPiece[]): CrossingLookup {
  const pieces = curve.filter((piece) => piece.from[0] < piece.to[0]);
  const breaks = mergeBreaks(pieces);
  const chosen = Array.from(midpoints(breaks), (x) => chooseAt(pieces, x));
  const find = (x: number) => chosen[countBelow(breaks, x) - 1];
  return (x) => {
    // The outermost ends belong to the curve, however they were rounded.
    const piece = find(x) ?? find(x - SAME_INPUT) ?? find(x + SAME_INPUT);
    return piece === undefined ? null : sampleAt(piece, x);
  };
}

/** Ends of neighbouring pieces are computed apart: closer than this they are the same. */
const SAME_INPUT = 1e-9;

function mergeBreaks(pieces: readonly CrossingPiece[]): Float64Array {
  const ends = pieces.flatMap((piece) => [piece.from[0], piece.to[0]]).sort((a, b) => a - b);
  const merged: number[] = [];
  for (const end of ends) {
    const last = merged.at(-1);
    if (last === undefined || end - last > SAME_INPUT) merged.push(end);
  }
  return Float64Array.from(merged);
}

function chooseAt(pieces: readonly CrossingPiece[], x: number): CrossingPiece | undefined {
  const here = pieces.filter(({ from, to }) => from[0] <= x && x <= to[0]);
  const stable = here.filter((piece) => piece.stable);
  const [first, ...others] = stable.length > 0 ? stable : here;
  if (first === undefined) return undefined;
  return others.reduce(
    (lowest, piece) => (sampleAt(piece, x).yE < sampleAt(lowest, x).yE ? piece : lowest),
    first,
  );
}

function sampleAt(piece: CrossingPiece, x: number): CrossingSample {
  const { from, to, excitatory, inhibitory, slopeE, slopeI, stable, reason } = piece;
  const perInput = {
    yE: (to[1] - from[1]) / (to[0] - from[0]),
    yI: (to[2] - from[2]) / (to[0] - from[0]),
  };
  const along = x - from[0];
  const yE = from[1] + perInput.yE * along;
  const yI = from[2] + perInput.yI * along;
  return { yE, yI, excitatory, inhibitory, slopeE, slopeI, stable, reason, perInput };
}
