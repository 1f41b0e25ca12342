import type { ExperimentDoc } from "#document";

/** Smallest and largest value of the first input, in the experiment and in the visible range. */
export function inputExtent(
  experiment: ExperimentDoc,
  visible: readonly [number, number],
): readonly [number, number] {
  let [low, high] = visible;
  const visit = (value: number | undefined): void => {
    if (value === undefined) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  const { input } = experiment;
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
