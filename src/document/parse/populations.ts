import type { PopulationType } from "#model";
import { LIMITS } from "../limits.ts";
import {
  type Cursor,
  child,
  has,
  isSafeKey,
  item,
  type NumberRule,
  type ObjectCursor,
  readChoice,
  readList,
  readObject,
  refuse,
} from "./cursor.ts";

/** What every population says first, whatever its recipe. */
export interface PopulationHead {
  readonly cursor: ObjectCursor;
  readonly id: string;
  readonly type: PopulationType;
  /** Names of the latents that it writes. */
  readonly latents: readonly string[];
}

const TYPES = ["excitatory", "inhibitory", "unconstrained"] as const;
const ID = /^[A-Za-z][A-Za-z0-9_-]*$/;

/**
 * Read who the populations are, before anything refers to them.
 *
 * @returns null when a reference could not be resolved, after the problems were reported.
 */
export function readPopulationHeads(
  network: ObjectCursor,
  known: readonly string[],
): readonly PopulationHead[] | null {
  const cursor = child(network, "populations");
  const before = cursor.report.faults;
  const list = readList(cursor, "a list of populations", LIMITS.populations);
  if (list === null) return null;
  if (list.length === 0) refuse(cursor, "a list of at least one population");
  const heads = list
    .map((value, index) => readHead(item(cursor, value, index), known))
    .filter((head) => head !== null);
  refuseRepeats(heads);
  return cursor.report.faults === before ? heads : null;
}

function readHead(cursor: Cursor, known: readonly string[]): PopulationHead | null {
  const object = readObject(cursor, known, "a population");
  if (object === null) return null;
  const id = readName(child(object, "id"));
  const type = readChoice(child(object, "type"), TYPES);
  const latents =
    known.includes("latents") && has(object, "latents") ? readLatentNames(object) : [id];
  return type === null || id === "" ? null : { cursor: object, id, type, latents };
}

function readName(cursor: Cursor): string {
  const { value } = cursor;
  const isName = typeof value === "string" && ID.test(value) && value.length <= LIMITS.text;
  if (isName && value !== "time" && isSafeKey(value)) return value;
  refuse(
    cursor,
    'a name of letters, digits, "_" and "-" that begins with a letter and is not "time" or a word that programs reserve',
  );
  return "";
}

function readLatentNames(population: ObjectCursor): readonly string[] {
  const cursor = child(population, "latents");
  const list = readList(cursor, "a list of latent names", LIMITS.latents);
  if (list?.length === 0) refuse(cursor, "a list of at least one latent name");
  return (list ?? []).map((value, index) => readName(item(cursor, value, index)));
}

function refuseRepeats(heads: readonly PopulationHead[]): void {
  const ids = new Set<string>();
  const latents = new Set<string>();
  for (const { cursor, id, latents: names } of heads) {
    if (ids.has(id)) {
      refuse(child(cursor, "id"), "unique in the network");
      continue;
    }
    ids.add(id);
    for (const name of names) {
      const field = { ...child(cursor, has(cursor, "latents") ? "latents" : "id"), value: name };
      if (latents.has(name)) refuse(field, "a latent name that is unique in the network");
      latents.add(name);
    }
  }
  const report = heads[0]?.cursor.report;
  if (latents.size <= LIMITS.latents) return;
  report?.refuse(
    "network.populations",
    `network.populations write ${latents.size} latents; at most ${LIMITS.latents} are allowed.`,
  );
}

/** Which decoders a population may have (Dale's law; Podlaski & Machens 2024, section 2). */
export function decoderRule({ id, type }: PopulationHead): NumberRule {
  if (type === "unconstrained") return {};
  const because = `as population "${id}" is ${type} (Dale's law)`;
  return type === "excitatory" ? { min: 0, because } : { max: 0, because };
}

/** Which encoders a population may have. */
export function encoderRule({ id, type }: PopulationHead): NumberRule {
  if (type === "unconstrained") return {};
  return { min: 0, because: `as population "${id}" is ${type} (Dale's law)` };
}
