import type { Rng } from "#math";

/** Crossings less likely than exp(-28) are not looked at. */
export const UNLIKELY = 28;

/** A stretch of one neuron's path between two known ends. */
export interface Stretch {
  /** Distance to threshold at the beginning, above 0. */
  before: number;
  /** Distance at the end; 0 or less when the neuron ends at or above threshold. */
  after: number;
  /** sigma^2 times the length of the stretch. */
  spread: number;
}

/**
 * Allow for the bend of the mean path. Between its ends an Ornstein-Uhlenbeck path near the level u = L is drawn
 * towards 0 and strays from the chord by L t (h - t) / 2; both ends are moved by what that is at the likeliest moment
 * of a touch, where the chord of one end and the mirrored other meets the threshold.
 *
 * @param curve L h^2 / 2.
 */
export function bend(stretch: Stretch, curve: number): void {
  const { before, after } = stretch;
  const far = Math.abs(after);
  const sum = before + far;
  const shift = (curve * before * far) / (sum * sum);
  stretch.before = move(before, shift);
  stretch.after = after > 0 ? move(after, shift) : after + shift;
}

// The distance stays above 0 when it is moved towards the threshold by more than itself.
function move(distance: number, shift: number): number {
  return shift < 0 ? (distance * distance) / (distance - shift) : distance + shift;
}

/**
 * Decide whether a Brownian path between two ends has touched the threshold on the way: with probability
 * exp(-before after / spread) when both ends are below it.
 */
export function hasCrossed({ before, after, spread }: Readonly<Stretch>, rng: Rng): boolean {
  if (after <= 0) return true;
  const exponent = (before * after) / spread;
  return exponent < UNLIKELY && rng.uniform() < Math.exp(-exponent);
}

/**
 * Draw the moment of the first touch of a path that does touch: t = Z / (1 + Z) of the stretch, Z inverse Gaussian
 * with mean before / |after| and shape before^2 / (2 spread), by the transformation with multiple roots (Michael,
 * Schucany & Haas 1976), written for 1 / Z so that an end on the threshold needs no case of its own.
 *
 * @returns part of the stretch, 0 to 1.
 */
export function drawCrossing({ before, after, spread }: Readonly<Stretch>, rng: Rng): number {
  const inverseMean = Math.abs(after) / before;
  const normal = rng.normal();
  const excess = (normal * normal * spread) / (before * before);
  const larger = inverseMean + excess + Math.sqrt(excess * (2 * inverseMean + excess));
  const isFirstRoot = rng.uniform() * (larger + inverseMean) <= larger;
  const inverse = isFirstRoot ? larger : (inverseMean * inverseMean) / larger;
  return 1 / (1 + inverse);
}
