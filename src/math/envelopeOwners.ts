/** Two neighbours on the envelope found so far, and the lines that rise above where they meet. */
interface Gap {
  readonly left: number;
  readonly right: number;
  readonly above: Uint32Array;
}

/**
 * Lines that own a part of the upper envelope max_i (slopes[i] u + intercepts[i]), by rising slope: the owners of
 * `upperEnvelope` without sorting all lines, for many lines of which few own anything. Between two owners the line that
 * is highest where they meet owns as well; lines below both new meetings are dropped (the quick-hull scheme in the
 * plane of lines). About O(N log k) for k owners.
 */
export function envelopeOwners(slopes: Float64Array, intercepts: Float64Array): Uint32Array {
  const ends = findEnds(slopes, intercepts);
  if (ends === null) return new Uint32Array(0);
  const all = new Uint32Array(slopes.length);
  for (let line = 0; line < all.length; line += 1) all[line] = line;
  const lines = { slopes, intercepts };
  const owners = [ends.left];
  if (ends.left !== ends.right) {
    const gaps = [openGap(lines, { ...ends, lines: all })];
    for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
      if (gap.above.length === 0) {
        owners.push(gap.right);
        continue;
      }
      const middle = highest(lines, gap);
      // The left part is taken up first, so that owners come out by rising slope.
      gaps.push(openGap(lines, { lines: gap.above, left: middle, right: gap.right }));
      gaps.push(openGap(lines, { lines: gap.above, left: gap.left, right: middle }));
    }
  }
  return Uint32Array.from(owners);
}

interface Lines {
  readonly slopes: Float64Array;
  readonly intercepts: Float64Array;
}

/** The flattest and the steepest line, the highest (then first) of each slope; null without lines. */
function findEnds(
  slopes: Float64Array,
  intercepts: Float64Array,
): { readonly left: number; readonly right: number } | null {
  if (slopes.length === 0) return null;
  let left = 0;
  let right = 0;
  for (let line = 1; line < slopes.length; line += 1) {
    const flatter = slopes[line]! - slopes[left]!;
    if (flatter < 0 || (flatter === 0 && intercepts[line]! > intercepts[left]!)) left = line;
    const steeper = slopes[line]! - slopes[right]!;
    if (steeper > 0 || (steeper === 0 && intercepts[line]! > intercepts[right]!)) right = line;
  }
  return { left, right };
}

function meetingOf({ slopes, intercepts }: Lines, left: number, right: number): number {
  return (intercepts[left]! - intercepts[right]!) / (slopes[right]! - slopes[left]!);
}

interface Candidates {
  readonly lines: Uint32Array;
  readonly left: number;
  readonly right: number;
}

/** Between two owners: of some lines those with a slope between theirs and above the point where they meet. */
function openGap(lines: Lines, { lines: some, left, right }: Candidates): Gap {
  const { slopes, intercepts } = lines;
  const at = meetingOf(lines, left, right);
  const height = intercepts[left]! + slopes[left]! * at;
  const low = slopes[left]!;
  const high = slopes[right]!;
  const above = new Uint32Array(some.length);
  let count = 0;
  for (let place = 0; place < some.length; place += 1) {
    const line = some[place]!;
    const slope = slopes[line]!;
    if (!(slope > low && slope < high && intercepts[line]! + slope * at > height)) continue;
    above[count] = line;
    count += 1;
  }
  return { left, right, above: above.subarray(0, count) };
}

/** Of the lines above a meeting the highest there, of equals the steepest, then the first. */
function highest(lines: Lines, { left, right, above }: Gap): number {
  const { slopes, intercepts } = lines;
  const at = meetingOf(lines, left, right);
  let best = above[0]!;
  let top = Number.NEGATIVE_INFINITY;
  for (const line of above) {
    const height = intercepts[line]! + slopes[line]! * at;
    if (height < top || (height === top && slopes[line]! <= slopes[best]!)) continue;
    top = height;
    best = line;
  }
  return best;
}
