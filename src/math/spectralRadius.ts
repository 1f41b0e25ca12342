/** Squarings of the matrix: the power 4,096 leaves an error of some 1e-3 even for matrices far from normal. */
const SQUARINGS = 12;

/**
 * Largest magnitude of the eigenvalues of a square matrix, by Gelfand's formula |A^n|^(1/n) with n = 4,096: no
 * iteration that complex pairs could keep from settling. Exact to rounding for diagonal matrices, never too small
 * by more than rounding.
 *
 * @param matrix n x n numbers, row-major; not written.
 * @param size n.
 */
export function spectralRadius(matrix: Float64Array, size: number): number {
  let power = Float64Array.from(matrix);
  let square = new Float64Array(matrix.length);
  let logarithm = 0;
  let exponent = 1;
  for (let round = 0; round <= SQUARINGS; round += 1) {
    const norm = largestRowSum(power, size);
    if (!(norm > 0)) return norm;
    logarithm += Math.log(norm) / exponent;
    for (let place = 0; place < power.length; place += 1) power[place] = power[place]! / norm;
    if (round === SQUARINGS) break;
    multiply(power, size, square);
    [power, square] = [square, power];
    exponent *= 2;
  }
  return Math.exp(logarithm);
}

/**
 * Largest row sum of magnitudes of a square matrix: a bound of {@link spectralRadius} that costs one pass.
 *
 * @param matrix n x n numbers, row-major.
 * @param size n.
 */
export function largestRowSum(matrix: Float64Array, size: number): number {
  let largest = 0;
  for (let row = 0; row < size; row += 1) {
    let sum = 0;
    for (let column = 0; column < size; column += 1) sum += Math.abs(matrix[row * size + column]!);
    largest = Math.max(largest, sum);
  }
  return largest;
}

function multiply(matrix: Float64Array, size: number, out: Float64Array): void {
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      let sum = 0;
      for (let inner = 0; inner < size; inner += 1)
        sum += matrix[row * size + inner]! * matrix[inner * size + column]!;
      out[row * size + column] = sum;
    }
}
