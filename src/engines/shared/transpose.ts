/**
 * Copy a row-major matrix into columns, so that a loop over neurons reads memory in order.
 *
 * @param rows N x C numbers.
 * @param columns C arrays of N, written.
 */
export function copyColumns(rows: Float64Array, columns: readonly Float64Array[]): void {
  const width = columns.length;
  for (const [column, values] of columns.entries())
    for (let row = 0; row < values.length; row += 1) values[row] = rows[row * width + column]!;
}

/** Make C empty columns of N numbers. */
export function createColumns(count: number, length: number): readonly Float64Array[] {
  return Array.from({ length: count }, () => new Float64Array(length));
}
