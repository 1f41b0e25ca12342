import type { InputRecipe } from "#document";

/** How the inspector names an input course. */
export type CourseKind = "constant" | "step" | "ramp" | "sine" | "steps" | "drawn" | "samples";

/** Time in tau and the first input's value there. */
export type CoursePoint = readonly [number, number];

/** The first input's points without those that only repeat the value the course begins or ends with. */
export function bendsOf(input: InputRecipe): readonly CoursePoint[] {
  if (input.kind !== "piecewise-linear") return [];
  const points = input.points.map(([time, values]): CoursePoint => [time, values[0] ?? 0]);
  let first = 0;
  let last = points.length - 1;
  while (first < last && points[first]?.[1] === points[first + 1]?.[1]) first += 1;
  while (last > first && points[last]?.[1] === points[last - 1]?.[1]) last -= 1;
  return points.slice(first, last + 1);
}

/** The plainest name that fits a course. */
export function classifyCourse(input: InputRecipe): CourseKind {
  if (input.kind !== "piecewise-linear") return input.kind;
  const bends = bendsOf(input);
  if (bends.length < 2) return "constant";
  const [first, second] = bends;
  if (bends.length === 2) return first?.[0] === second?.[0] ? "step" : "ramp";
  return isStaircase(bends) ? "steps" : "drawn";
}

/** Whether every piece is level or a jump. */
function isStaircase(bends: readonly CoursePoint[]): boolean {
  return bends.every(([time, value], index) => {
    const next = bends[index + 1];
    return next === undefined || next[0] === time || next[1] === value;
  });
}
