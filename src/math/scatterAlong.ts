import { largestEigenvalue } from "./largestEigenvalue.ts";

/** How far filtered rates scatter along what a readout sees and along the noisiest direction that it does not. */
export interface Scatter {
  /** SD along the unit vector of the decoders. */
  readonly readout: number;
  /** Largest SD along a unit vector at right angles to it. */
  readonly hidden: number;
}

/**
 * Compare the noise of a readout y = D.r with the noise it is blind to: many patterns of rates give the same
 * readout, and noise moves freely among them (Podlaski & Machens 2024, figure 7).
 *
 * @param covariance of the filtered rates r, n x n, row-major.
 * @param decoders D, n.
 * @returns NaN where the decoders are all 0; hidden is 0 for a single neuron.
 */
export function scatterAlong(covariance: Float64Array, decoders: ArrayLike<number>): Scatter {
  const n = decoders.length;
  let square = 0;
  for (let k = 0; k < n; k += 1) square += decoders[k]! ** 2;
  if (square === 0) return { readout: Number.NaN, hidden: Number.NaN };
  const length = Math.sqrt(square);
  const unit = Float64Array.from({ length: n }, (_, k) => decoders[k]! / length);
  const along = multiply(covariance, unit);
  let variance = 0;
  for (let k = 0; k < n; k += 1) variance += along[k]! * unit[k]!;
  // (1 - u u') C (1 - u u') = C - u (Cu)' - (Cu) u' + (u'Cu) u u'
  const hidden = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1)
    for (let column = 0; column < n; column += 1) {
      const u = unit[row]!;
      const v = unit[column]!;
      hidden[row * n + column] =
        covariance[row * n + column]! - u * along[column]! - along[row]! * v + variance * u * v;
    }
  const largest = n < 2 ? 0 : largestEigenvalue(hidden, n);
  return {
    readout: Math.sqrt(Math.max(0, variance)),
    hidden: Math.sqrt(Math.max(0, largest)),
  };
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return Float64Array.from({ length: n }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < n; column += 1)
      sum += matrix[row * n + column]! * vector[column]!;
    return sum;
  });
}
