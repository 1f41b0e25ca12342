import type { BenchRow } from "./row.ts";

/** A row as words: what, value, bar, verdict. */
export type TableCells = readonly [string, string, string, string];

/** What a table says of a row. */
export function toCells({ name, value, unit, bar, direction, pass }: BenchRow): TableCells {
  const verdict = bar === null ? "" : pass ? "pass" : "FAIL";
  const limit = bar === null ? "" : `${direction} ${formatNumber(bar)}`;
  return [name, `${formatNumber(value)} ${unit}`.trim(), limit, verdict];
}

/** The rows as a text table for a terminal. */
export function formatTable(rows: readonly BenchRow[]): string {
  const cells = rows.map(toCells);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: TableCells): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return cells.map(line).join("\n");
}

/** Three digits of what is small, whole numbers of what is large. */
function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 1e-3) return value.toExponential(1);
  if (size < 1 && !Number.isInteger(value)) return value.toPrecision(2);
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
