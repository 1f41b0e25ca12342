/**
 * How many of the ascending `values` lie at or below u (`side` "right"), or strictly below it ("left");
 * binary search.
 */
export function countBelow(
  values: ArrayLike<number>,
  u: number,
  side: "left" | "right" = "right",
): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const passed = side === "right" ? values[middle]! <= u : values[middle]! < u;
    if (passed) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Middle of each pair of neighbours, one fewer than values. */
export function midpoints(values: ArrayLike<number>): Float64Array {
  const middles = new Float64Array(Math.max(0, values.length - 1));
  for (let k = 0; k < middles.length; k += 1) middles[k] = (values[k]! + values[k + 1]!) / 2;
  return middles;
}
