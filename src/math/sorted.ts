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
