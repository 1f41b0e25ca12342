import { median } from "./numbers.ts";
import { type BenchRow, createRow } from "./report/row.ts";

/** Repeats of every measurement; their median counts. */
export const REPEATS = 5;

/** CPU seconds that one call takes, all threads of the process. */
export function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** One side of a comparison: measures its own speed once, in units of `Duel.unit` a CPU second. */
export type Side = () => number;

/** Something of ours against its baselines. */
export interface Duel {
  readonly name: string;
  /** What is counted, e.g. "steps". */
  readonly unit: string;
  readonly ours: Side;
  readonly baselines: readonly Baseline[];
}

/** What something of ours is compared with. */
export interface Baseline {
  /** Completes "..., to ". */
  readonly label: string;
  readonly speed: Side;
  /** Least ratio of the speeds. */
  readonly bar: number | null;
}

/**
 * Measure both sides in turn, so that a busy machine slows both, and take the medians: a row for our speed and one for
 * its ratio to each baseline.
 */
export function duelRows({ name, unit, ours, baselines }: Duel): readonly BenchRow[] {
  const speeds: number[] = [];
  const ratios = baselines.map((): number[] => []);
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const speed = ours();
    speeds.push(speed);
    for (const [index, baseline] of baselines.entries())
      ratios[index]?.push(speed / baseline.speed());
  }
  return [
    createRow({ name, value: median(speeds), unit: `${unit}/s`, bar: null, direction: ">=" }),
    ...baselines.map(({ label, bar }, index) => {
      const value = median(ratios[index] ?? []);
      return createRow({ name: `${name}, to ${label}`, value, unit: "x", bar, direction: ">=" });
    }),
  ];
}
