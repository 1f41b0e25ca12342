import type { Workspace } from "#document";
import { KEYS_V1 } from "./bases/keysV1.ts";
import { PHRASES_V1 } from "./bases/phrasesV1.ts";
import { BASE_V1 } from "./bases/v1.ts";
import { WORDS_V1 } from "./bases/wordsV1.ts";
import { spellDictionary } from "./packing/dictionary.ts";

/** Everything that a version of the link format fixes for ever. */
export interface LinkVersion {
  /** What links are the difference from, and what a bad field falls back to. */
  readonly base: Workspace;
  /** What keys and texts are spelled with in one byte. */
  readonly words: readonly string[];
  /** What the deflater starts from. */
  readonly dictionary: Uint8Array;
  /** Bring `{experiment, view}` of this version to what the readers of today take; they fill in newer fields. */
  upgrade(workspace: unknown): unknown;
}

const version1: LinkVersion = {
  base: BASE_V1,
  words: WORDS_V1,
  dictionary: spellDictionary(PHRASES_V1, KEYS_V1, WORDS_V1),
  upgrade: (workspace) => workspace,
};

/** Every version that was ever written. */
export const LINK_VERSIONS: ReadonlyMap<number, LinkVersion> = new Map([[1, version1]]);

/** The version that is written, the newest that is read. */
export const WRITTEN_VERSION = 1;
export const writtenVersion: LinkVersion = version1;
