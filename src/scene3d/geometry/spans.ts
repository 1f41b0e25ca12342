/** A stretch of a straight line, as shares of its length. */
export type Span = readonly [from: number, to: number];

/** Stretches nearer than this touch. */
const TOUCH = 1e-6;

/** Join stretches that overlap or touch; in order. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + TOUCH) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** What is left of a line between stretches in order. */
export function gapsBetween(spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let end = 0;
  for (const [from, to] of spans) {
    if (from > end + TOUCH) gaps.push([end, from]);
    end = to;
  }
  if (end < 1 - TOUCH) gaps.push([end, 1]);
  return gaps;
}

/** What two lists of stretches in order have in common. */
export function commonSpans(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap(([from, to]) =>
    b
      .map(([start, end]): Span => [Math.max(from, start), Math.min(to, end)])
      .filter(([start, end]) => start < end),
  );
}

/** The dashes of a line whose ends lie at lengths `along` of a longer one; all of it without dashes. */
export function dashSpans(
  along: readonly [number, number],
  [on, off]: readonly [on: number, off: number],
): readonly Span[] {
  const [start, end] = along;
  if (on <= 0 || end <= start) return [[0, 1]];
  const period = on + off;
  const spans: Span[] = [];
  for (let dash = Math.floor(start / period) * period; dash < end; dash += period) {
    const from = Math.max(start, dash);
    const to = Math.min(end, dash + on);
    if (from < to) spans.push([(from - start) / (end - start), (to - start) / (end - start)]);
  }
  return spans;
}
