import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { presets } from "#content";
import { type ExperimentDoc, LIMITS, parseExperimentText } from "#document";
import { decodeLink } from "#share";
import { hasCode } from "./console.ts";
import type { Source } from "./readArguments.ts";

/** An experiment, or one sentence for each problem. */
export type Loaded =
  | {
      readonly ok: true;
      readonly experiment: ExperimentDoc;
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly sentences: readonly string[] };

/** A fragment or an address that has one; a file of such a name wins. */
const LINK = /^(?:[a-z]+:\/\/[^#]*|[^#\s]*)#|^v\d+\.[\w-]+$|^preset=/;

/** Find the experiment that the command line names. */
export async function loadExperiment(source: Source, folder: string): Promise<Loaded> {
  if (source.kind === "preset") return loadPreset(source.id);
  const path = resolve(folder, source.text);
  const found = await inspect(path);
  if (found === "nothing" && LINK.test(source.text)) return loadLink(source.text);
  const name = JSON.stringify(source.text);
  switch (found) {
    case "nothing":
      return refuse(
        `There is no file ${name}; give an experiment file, a share link or --preset <id>.`,
      );
    case "unreachable":
      return refuse(`The file ${name} cannot be reached; give a file that you may read.`);
    case "folder":
      return refuse(`${name} is a folder; give an experiment file.`);
    case "other":
      return refuse(`${name} is not an ordinary file; give an experiment file.`);
    case "too large":
      return refuse(
        `${name} is larger than ${LIMITS.fileCharacters} bytes, the most that is read.`,
      );
    case "file":
      return loadFile(path, name);
  }
}

type Found = "nothing" | "unreachable" | "folder" | "other" | "too large" | "file";

async function inspect(path: string): Promise<Found> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return "folder";
    if (!stats.isFile()) return "other";
    return stats.size > LIMITS.fileCharacters ? "too large" : "file";
  } catch (error) {
    const codes = ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"];
    return codes.some((code) => hasCode(error, code)) ? "nothing" : "unreachable";
  }
}

async function loadFile(path: string, name: string): Promise<Loaded> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return refuse(`The file ${name} cannot be read; give a file that you may read.`);
  }
  const text = decodeUtf8(bytes);
  if (text === null)
    return refuse(`The file ${name} is not UTF-8 text; an experiment is JSON in UTF-8.`);
  const parsed = parseExperimentText(text);
  return parsed.ok ? parsed : refuse(...parsed.problems.map(({ message }) => message));
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function loadLink(text: string): Loaded {
  const link = decodeLink(text);
  if (!link.ok) return refuse(link.message);
  if (link.kind === "preset") return loadPreset(link.preset);
  return { ok: true, experiment: link.workspace.experiment, warnings: link.dropped };
}

function loadPreset(id: string): Loaded {
  const preset = presets.find((candidate) => candidate.id === id);
  if (preset !== undefined) return { ok: true, experiment: preset.experiment, warnings: [] };
  const known = presets.map((candidate) => candidate.id).join(", ");
  return refuse(`There is no preset ${JSON.stringify(id.slice(0, 60))}; there are ${known}.`);
}

function refuse(...sentences: readonly string[]): Loaded {
  return { ok: false, sentences };
}
