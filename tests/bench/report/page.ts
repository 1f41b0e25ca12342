import type { BenchRow } from "./row.ts";
import { toCells } from "./table.ts";

/** One part of the page. */
export interface PageSection {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly BenchRow[];
}

const INTRODUCTION = `Ratios are what counts: they hold on other machines, the absolute figures do not.

- Engines are measured by CPU time, both sides of a ratio in turn in one process or script, and the median of at least
  5 repeats is given.
- There are two baselines, both in \`tests/bench/baselines\` and written for clarity: a plain engine with a full N x N matrix
  in TypeScript, and a numpy simulator with one Python loop a step, dense \`W @ g\`, everything recorded, one trial at a
  time and one BLAS thread. Rows "to numpy" are there when python3 with numpy is.
- A row without a bar is for information.`;

/** The performance page, in Markdown. */
export function formatPage(machine: string, sections: readonly PageSection[]): string {
  return [
    "# Performance",
    "Written by `npm run bench`; an edit by hand is lost with the next run.",
    `Machine: ${machine}.`,
    INTRODUCTION,
    ...sections.flatMap(({ title, note, rows }) => [`## ${title}`, note, formatRows(rows)]),
  ]
    .join("\n\n")
    .concat("\n");
}

function formatRows(rows: readonly BenchRow[]): string {
  const head = ["| what | measured | bar | |", "|---|--:|--:|---|"];
  return [...head, ...rows.map((row) => `| ${toCells(row).join(" | ")} |`)].join("\n");
}
