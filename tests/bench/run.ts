/**
 * The performance table: `npm run bench`, with `-- --json` as JSON, `-- --long` streaming for a minute,
 * `-- --only event,bridge` for some groups. A run of all groups writes docs/PERFORMANCE.md too. Exit status 1 if a bar is
 * missed.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BenchGroup, GROUPS } from "./groups.ts";
import { describeMachine } from "./report/machine.ts";
import { formatPage, type PageSection } from "./report/page.ts";
import { formatTable } from "./report/table.ts";

const PAGE = fileURLToPath(new URL("../../docs/PERFORMANCE.md", import.meta.url));
const names = GROUPS.map(({ id }) => id);

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    long: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const chosen = options.only?.split(",") ?? names;
const unknown = chosen.find((name) => !names.includes(name));

async function measure(group: BenchGroup): Promise<PageSection> {
  const { title, note } = group;
  process.stderr.write(`${title} ...\n`);
  return { title, note, rows: await group.measure({ streamSeconds: options.long ? 60 : 20 }) };
}

async function run(): Promise<void> {
  const sections: PageSection[] = [];
  for (const group of GROUPS) if (chosen.includes(group.id)) sections.push(await measure(group));
  const rows = sections.flatMap((section) => section.rows);
  const machine = describeMachine();
  const table = options.json
    ? JSON.stringify({ machine, rows })
    : `${machine}\n\n${formatTable(rows)}`;
  process.stdout.write(`${table}\n`);
  if (sections.length === GROUPS.length) writeFileSync(PAGE, formatPage(machine, sections));
  process.exitCode = rows.every(({ pass }) => pass) ? 0 : 1;
}

if (unknown === undefined) await run();
else {
  process.stderr.write(`--only has "${unknown}"; it takes a list of ${names.join(", ")}.\n`);
  process.exitCode = 2;
}
