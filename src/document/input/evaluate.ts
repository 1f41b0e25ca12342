import type { InputRecipe } from "../types.ts";

/**
 * Value of x(t), M numbers. Outside the points of a piecewise-linear course x is constant; of two points at one
 * time the later holds from there on.
 *
 * @param time tau.
 * @param dt step of the run, for one sample a step.
 */
export function evaluateInput(
  input: InputRecipe,
  time: number,
  dt: number | null,
): readonly number[] {
  switch (input.kind) {
    case "piecewise-linear":
      return evaluatePoints(input.points, time);
    case "samples": {
      const step = Math.round(time / (dt ?? 1));
      return input.values[Math.min(input.values.length - 1, Math.max(0, step))] ?? [];
    }
    case "sine": {
      const wave = Math.sin(2 * Math.PI * (time / input.period + input.phase));
      return input.offset.map((offset, index) => offset + (input.amplitude[index] ?? 0) * wave);
    }
  }
}

type Points = readonly (readonly [number, readonly number[]])[];

function evaluatePoints(points: Points, time: number): readonly number[] {
  const after = findAfter(points, time);
  const left = points[after - 1] ?? points[0];
  const right = points[after] ?? left;
  if (left === undefined || right === undefined) return [];
  if (after === 0 || right === left) return left[1];
  const share = (time - left[0]) / (right[0] - left[0]);
  return left[1].map((value, index) => value + share * ((right[1][index] ?? value) - value));
}

/** Index of the first point later than `time`. */
function findAfter(points: Points, time: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.[0] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
