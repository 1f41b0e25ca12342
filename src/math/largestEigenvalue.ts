/** Relative change of the eigenvalue at which the iteration stops. */
const SETTLED = 1e-12;
/** By then two eigenvalues that are not told apart differ by less than anybody measures. */
const MOST_ROUNDS = 500;

/**
 * Largest eigenvalue of a symmetric matrix without negative ones (a covariance), by power iteration from a fixed
 * start, so that equal matrices give equal bits.
 *
 * @param matrix n x n, row-major.
 * @param n >= 0; 0 for an empty matrix.
 */
export function largestEigenvalue(matrix: Float64Array, n: number): number {
  // No symmetry of a matrix leaves this direction out.
  let vector = Float64Array.from({ length: n }, (_, k) => 1 + Math.sin(12.9898 * (k + 1)));
  let next = new Float64Array(n);
  let before = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const scale = 1 / lengthOf(vector);
    if (!Number.isFinite(scale)) return 0;
    let found = 0;
    for (let row = 0; row < n; row += 1) {
      let sum = 0;
      for (let column = 0; column < n; column += 1)
        sum += matrix[row * n + column]! * vector[column]! * scale;
      next[row] = sum;
      found += sum * vector[row]! * scale;
    }
    [vector, next] = [next, vector];
    if (Math.abs(found - before) <= SETTLED * found) return found;
    before = found;
  }
  return before;
}

function lengthOf(vector: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < vector.length; k += 1) sum += vector[k]! ** 2;
  return Math.sqrt(sum);
}
