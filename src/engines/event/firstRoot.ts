/** More than Newton's method ever takes, where two roots nearly meet included. */
const MOST_ROUNDS = 200;
/** Relative step at which a root is found. */
const RESOLUTION = 1e-15;

/** The excess V - T of a neuron over time while nothing outside changes: a + b t + c e^-t. */
export interface Excess {
  a: number;
  b: number;
  c: number;
}

/**
 * The first t in (0, until] at which a + b t + c e^-t rises through 0, given that it is below 0 at t = 0.
 *
 * Newton's method without brackets: for c <= 0 the excess is concave and steps from t = 0 never pass the root;
 * for c > 0 it is convex, rises through 0 at most once, and steps from a point beyond the root never pass it.
 *
 * @returns Infinity when there is none.
 */
export function firstRoot(excess: Readonly<Excess>, until: number): number {
  const { a, b, c } = excess;
  if (b === 0) return levelRoot(a, c, until);
  return c > 0 ? convexRoot(excess, until) : concaveRoot(excess, until);
}

/** As {@link firstRoot} for a neuron that may not fire before `held`; `held` itself when it is above 0 then. */
export function firstRootAfter({ a, b, c }: Readonly<Excess>, held: number, until: number): number {
  const later = { a: a + b * held, b, c: c * Math.exp(-held) };
  return later.a + later.c >= 0 ? held : held + firstRoot(later, until - held);
}

// e^-t = -a / c
function levelRoot(a: number, c: number, until: number): number {
  if (!(a > 0 && c < 0)) return Number.POSITIVE_INFINITY;
  const root = Math.max(0, Math.log(-c / a));
  return root <= until ? root : Number.POSITIVE_INFINITY;
}

function concaveRoot({ a, b, c }: Readonly<Excess>, until: number): number {
  let time = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const leaking = c * Math.exp(-time);
    const slope = b - leaking;
    if (slope <= 0) return Number.POSITIVE_INFINITY;
    const step = -(a + b * time + leaking) / slope;
    time += step;
    if (time > until) return Number.POSITIVE_INFINITY;
    if (step <= RESOLUTION * time) return time;
  }
  return time;
}

function convexRoot({ a, b, c }: Readonly<Excess>, until: number): number {
  if (b <= 0) return Number.POSITIVE_INFINITY;
  // Here the excess is c e^-t above 0, though rounding may lose that.
  const beyond = -a / b;
  if (until < beyond && a + b * until + c * Math.exp(-until) < 0) return Number.POSITIVE_INFINITY;
  let time = Math.min(until, beyond);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const leaking = c * Math.exp(-time);
    const step = (a + b * time + leaking) / (b - leaking);
    if (!(step > RESOLUTION * time)) return time;
    time = Math.max(0, time - step);
  }
  return time;
}
