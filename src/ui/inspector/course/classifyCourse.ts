import type { InputRecipe } from "#document";

/** How the inspector names an input course. */
export type CourseKind = "constant" | "step" | "ramp" | "sine" | "steps" | "drawn" | "samples";

/** Time in tau and the first input's value there. */
export type CoursePoint = readonly [number, number];

function pointsOf(input: InputRecipe): readonly CoursePoint[] {
  if (input.kind !== "piecewise-linear") return [];
  return input.points.map(([time, values]): CoursePoint => [time, values[0] ?? 0]);
}

/**
 * The first input's points without those that only repeat the value the course begins or ends with. Two points
 * stay two: a ramp whose ends are dragged to one height is still a ramp.
 */
export function bendsOf(input: InputRecipe): readonly CoursePoint[] {
  const points = pointsOf(input);
  if (points.length < 3) return points;
  let first = 0;
  let last = points.length - 1;
  while (first < last && points[first]?.[1] === points[first + 1]?.[1]) first += 1;
  while (last > first && points[last]?.[1] === points[last - 1]?.[1]) last -= 1;
  return points.slice(first, last + 1);
}

/** Levels of a staircase. */
export function countLevels(input: InputRecipe): number {
  const points = pointsOf(input);
  if (isLevelStaircase(points)) return points.length / 2;
  const bends = bendsOf(input);
  return (
    1 + bends.filter(([, value], index) => index > 0 && value !== bends[index - 1]?.[1]).length
  );
}

/** The plainest name that fits a course. */
export function classifyCourse(input: InputRecipe): CourseKind {
  if (input.kind !== "piecewise-linear") return input.kind;
  if (isLevelStaircase(pointsOf(input))) return "steps";
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

/** A staircase whose levels have been dragged to one height: pairs of points that meet in time. */
function isLevelStaircase(points: readonly CoursePoint[]): boolean {
  if (points.length < 4 || points.length % 2 === 1) return false;
  return points.every(([time, value], index) => {
    const isEnd = index % 2 === 1;
    const next = points[index + 1];
    return value === points[0]?.[1] && (!isEnd || next === undefined || next[0] === time);
  });
}
