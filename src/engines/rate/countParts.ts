/** Part step times stiffness that Runge-Kutta takes: stable to 2.78, accurate below 1. */
const LARGEST_PRODUCT = 0.5;
/** A step is never cut finer than this. */
const MOST_PARTS = 1000;

/** Into how many parts Runge-Kutta cuts a step, given the step times a bound of the Jacobian's eigenvalues. */
export function countParts(product: number): number {
  return Math.min(Math.max(1, Math.ceil(product / LARGEST_PRODUCT)), MOST_PARTS);
}
