import { LIMITS } from "../limits.ts";
import { type ParseResult, parseExperiment } from "./experiment.ts";
import { findJsonFault, measureDepth } from "./json.ts";
import type { Problem } from "./report.ts";

/** JSON data, or why the text is none. */
export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Read text as JSON. A byte-order mark is accepted; size and depth are checked before any work.
 *
 * @returns one sentence with line and column where the text is malformed.
 */
export function parseJson(text: string): JsonResult {
  const refused = (message: string): JsonResult => ({
    ok: false,
    problems: [{ path: "", message }],
  });
  if (text.length > LIMITS.fileCharacters) {
    return refused(
      `The file has ${text.length} characters; at most ${LIMITS.fileCharacters} are allowed.`,
    );
  }
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (measureDepth(content, LIMITS.depth) > LIMITS.depth) {
    return refused(
      `The file has lists or objects nested more than ${LIMITS.depth} deep; an experiment needs fewer.`,
    );
  }
  try {
    return { ok: true, value: JSON.parse(content) };
  } catch {
    return refused(findJsonFault(content));
  }
}

/** Read an experiment from the text of a file. Never throws. */
export function parseExperimentText(text: string): ParseResult {
  const json = parseJson(text);
  return json.ok ? parseExperiment(json.value) : json;
}
