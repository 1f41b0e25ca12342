/** Round a time so that 3 steps of 0.1 are written 0.3; 12 digits are finer than any step. */
export function tidyTime(time: number): number {
  return Number(time.toPrecision(12));
}
