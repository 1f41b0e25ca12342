import type { EINeuron } from "./types.ts";

/** A population as columns of numbers, one entry a neuron: what many neurons are searched by. */
export interface Columns {
  /** Neurons that read |yI|: the lines that are not upright. A row of the columns is one of these. */
  readonly sloped: readonly EINeuron[];
  /** Neurons that do not. */
  readonly others: readonly EINeuron[];
  /** Slope of its line in a slice, readE / readI. */
  readonly slopes: Float64Array;
  /** T / readI: the line's height is slope yE - bound + tilt . x. */
  readonly bounds: Float64Array;
  /** F / readI, M a neuron. */
  readonly tilts: Float64Array;
  readonly inputs: number;
}

const known = new WeakMap<readonly EINeuron[], Columns>();

/** The columns of a population; the same list of neurons gives the same ones. */
export function columnsOf(neurons: readonly EINeuron[]): Columns {
  const found = known.get(neurons);
  if (found !== undefined) return found;
  const made = makeColumns(neurons);
  known.set(neurons, made);
  return made;
}

function makeColumns(neurons: readonly EINeuron[]): Columns {
  const sloped = neurons.filter(({ readI }) => readI > 0);
  const others = neurons.filter(({ readI }) => readI === 0);
  const inputs = neurons[0]?.feedforward.length ?? 0;
  const slopes = new Float64Array(sloped.length);
  const bounds = new Float64Array(sloped.length);
  const tilts = new Float64Array(sloped.length * inputs);
  let row = 0;
  for (const { feedforward, readE, readI, threshold } of sloped) {
    slopes[row] = readE / readI;
    bounds[row] = threshold / readI;
    for (let input = 0; input < inputs; input += 1)
      tilts[row * inputs + input] = (feedforward[input] ?? 0) / readI;
    row += 1;
  }
  return { sloped, others, slopes, bounds, tilts, inputs };
}

/**
 * Height |yI| of every row's line at yE = 0 and input x.
 *
 * @param x M numbers; missing ones count as 0.
 */
export function heightsAtZero(
  { bounds, tilts, inputs }: Columns,
  x: ArrayLike<number>,
): Float64Array {
  const heights = new Float64Array(bounds.length);
  if (inputs === 1) {
    const [only = 0] = Array.from(x);
    for (let row = 0; row < heights.length; row += 1)
      heights[row] = (tilts[row] ?? 0) * only - (bounds[row] ?? 0);
    return heights;
  }
  for (let row = 0; row < bounds.length; row += 1) {
    let height = -(bounds[row] ?? 0);
    for (let input = 0; input < inputs; input += 1)
      height += (tilts[row * inputs + input] ?? 0) * (x[input] ?? 0);
    heights[row] = height;
  }
  return heights;
}
