import { countBelow } from "./sorted.ts";

/**
 * Upper or lower envelope of lines as a chain of owners: owner k holds from `breaks[k - 1]` to `breaks[k]`,
 * the first from minus infinity, the last to infinity.
 */
export interface Envelope {
  /** Line indices from left to right. */
  readonly owners: Int32Array;
  /** Where the next owner takes over, ascending; one fewer than owners. */
  readonly breaks: Float64Array;
}

/**
 * Upper envelope max_i (slopes[i] u + intercepts[i]) of N lines in O(N log N), exact: no sampling.
 * Of equal lines the lowest index owns; a line that touches in a single point owns nothing.
 */
export function upperEnvelope(slopes: Float64Array, intercepts: Float64Array): Envelope {
  const owners: number[] = [];
  const breaks: number[] = [];
  for (const line of steepestLast(slopes, intercepts)) {
    const slope = slopes[line]!;
    const intercept = intercepts[line]!;
    while (owners.length > 0) {
      const top = owners.at(-1)!;
      const meets = (intercepts[top]! - intercept) / (slope - slopes[top]!);
      if (breaks.length === 0 || meets > breaks.at(-1)!) {
        breaks.push(meets);
        break;
      }
      owners.pop();
      breaks.pop();
    }
    owners.push(line);
  }
  return { owners: Int32Array.from(owners), breaks: Float64Array.from(breaks) };
}

/** Lower envelope min_i (slopes[i] u + intercepts[i]); rules as in {@link upperEnvelope}. */
export function lowerEnvelope(slopes: Float64Array, intercepts: Float64Array): Envelope {
  return upperEnvelope(
    slopes.map((slope) => -slope),
    intercepts.map((intercept) => -intercept),
  );
}

/** Lines by rising slope, of each slope only the highest (then lowest index). */
function steepestLast(slopes: Float64Array, intercepts: Float64Array): readonly number[] {
  const order = Array.from(slopes, (_, line) => line);
  order.sort((a, b) => slopes[a]! - slopes[b]! || intercepts[b]! - intercepts[a]! || a - b);
  return order.filter((line, at) => at === 0 || slopes[line] !== slopes[order[at - 1]!]);
}

/**
 * The line that owns an envelope at u, or -1 when there are no lines; at a break the owner on its right
 * (`side` "right", the default) or on its left.
 */
export function findOwner(envelope: Envelope, u: number, side: "left" | "right" = "right"): number {
  return envelope.owners[countBelow(envelope.breaks, u, side)] ?? -1;
}
