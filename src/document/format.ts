import { type ExperimentFile, serialiseExperiment } from "./serialise.ts";
import type { ExperimentDoc, Workspace } from "./types.ts";

/** Lists of plain values stay on one line up to this many characters. */
const LINE = 100;

/** Write an experiment as the text of a file: short lists on one line, two spaces a level. */
export function formatExperiment(experiment: ExperimentDoc): string {
  return `${formatJson(serialiseExperiment(experiment))}\n`;
}

/** Write experiment and view as JSON data; the view stands in the optional field `view`. */
export function serialiseWorkspace({ experiment, view }: Workspace): ExperimentFile {
  return { ...serialiseExperiment(experiment), view };
}

/** Write JSON data as text that people can read. */
export function formatJson(value: unknown, indent: string = ""): string {
  const flat = JSON.stringify(value) ?? "null";
  if (flat.length + indent.length <= LINE || typeof value !== "object" || value === null) {
    return spaceOut(value);
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${formatJson(item, inner)}`);
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  const fields = Object.entries(value).map(
    ([key, field]) => `${inner}${JSON.stringify(key)}: ${formatJson(field, inner)}`,
  );
  return `{\n${fields.join(",\n")}\n${indent}}`;
}

/** One line with a space after each comma and colon. */
function spaceOut(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaceOut).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).map(
    ([key, field]) => `${JSON.stringify(key)}: ${spaceOut(field)}`,
  );
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}
