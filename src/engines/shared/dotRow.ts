/**
 * Multiply row `row` of a row-major matrix by a vector.
 *
 * @param matrix rows x C.
 * @param row index of the row.
 * @param vector C numbers.
 */
export function dotRow(matrix: Float64Array, row: number, vector: Float64Array): number {
  const width = vector.length;
  const start = row * width;
  let sum = 0;
  for (let column = 0; column < width; column += 1)
    sum += matrix[start + column]! * vector[column]!;
  return sum;
}
