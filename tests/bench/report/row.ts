/** One line of the performance table. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against, or null. */
  readonly bar: number | null;
  readonly direction: ">=" | "<=";
  /** True when the bar is met or there is none. */
  readonly pass: boolean;
}

/** Judge a value against its bar. */
export function createRow(row: Omit<BenchRow, "pass">): BenchRow {
  const { value, bar, direction } = row;
  const pass = bar === null || (direction === ">=" ? value >= bar : value <= bar);
  return { ...row, pass };
}
