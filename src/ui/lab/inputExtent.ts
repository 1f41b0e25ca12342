import type { ExperimentDoc, InputRecipe } from "#document";

const known = new WeakMap<InputRecipe, readonly [number, number]>();

/** Smallest and largest value of the first input, in the experiment and in the visible range. */
export function inputExtent(
  { input }: ExperimentDoc,
  visible: readonly [number, number],
): readonly [number, number] {
  const [low, high] = known.get(input) ?? remember(input);
  return [Math.min(low, visible[0]), Math.max(high, visible[1])];
}

// Asked several times a frame, of a course that may have a row for every step.
function remember(input: InputRecipe): readonly [number, number] {
  const extent = extentOf(input);
  known.set(input, extent);
  return extent;
}

function extentOf(input: InputRecipe): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const visit = (value: number | undefined): void => {
    if (value === undefined) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  switch (input.kind) {
    case "piecewise-linear":
      for (const [, values] of input.points) visit(values[0]);
      break;
    case "samples":
      for (const values of input.values) visit(values[0]);
      break;
    case "sine":
      visit((input.offset[0] ?? 0) - Math.abs(input.amplitude[0] ?? 0));
      visit((input.offset[0] ?? 0) + Math.abs(input.amplitude[0] ?? 0));
      break;
  }
  return [low, high];
}
