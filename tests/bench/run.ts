/**
 * The performance table: `npm run bench`, with `-- --json` as JSON, `-- --long` streaming for a minute,
 * `-- --only engines` or `-- --only browser` for one half of it. Exit status 1 if a bar is missed.
 */
import { arch, cpus, platform, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { findBrowser } from "../support/findBrowser.ts";
import { serveSite } from "../support/serveSite.ts";
import { dragRows } from "./browser/drag.ts";
import { streamRows } from "./browser/stream.ts";
import { engineRows } from "./engines.ts";
import type { BenchRow } from "./row.ts";

const FOLDER = "node_modules/.cache/bench-site";

async function browserRows(seconds: number): Promise<BenchRow[]> {
  const browserPath = findBrowser();
  const site = await serveSite(FOLDER);
  try {
    const stage = { url: site.url, browserPath };
    return [...(await dragRows(stage)), ...(await streamRows(stage, seconds))];
  } finally {
    await site.close();
  }
}

function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const processor = `${cpus().length} x ${first?.model.trim() ?? "unknown processor"}`;
  return `${processor}, ${memory} GB, ${platform()} ${arch()}, Node ${process.versions.node}`;
}

function formatNumber(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function formatTable(rows: readonly BenchRow[]): string {
  const cells = rows.map(({ name, value, unit, bar, direction, pass }) => [
    name,
    `${formatNumber(value)} ${unit}`,
    bar === null ? "" : `${direction} ${formatNumber(bar)}`,
    bar === null ? "" : pass ? "pass" : "FAIL",
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 1 || column === 2
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return cells.map(line).join("\n");
}

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    long: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const table: BenchRow[] = [];
if (options.only !== "browser") table.push(...(await engineRows()));
if (options.only !== "engines") table.push(...(await browserRows(options.long ? 60 : 20)));
const machine = describeMachine();
const text = options.json
  ? JSON.stringify({ machine, rows: table })
  : `${machine}\n\n${formatTable(table)}`;
process.stdout.write(`${text}\n`);
process.exitCode = table.every(({ pass }) => pass) ? 0 : 1;
