import { WORD } from "./tags.ts";

/** First bytes of a text and of an object in version 1; written out here, as the bytes below must never change. */
const TEXT = 4;
const OBJECT = 6;

/**
 * Spell what the deflater starts from, as a packed document would hold it: the phrases as texts, then the rows of keys
 * as objects begin. Nothing here may follow later changes of the packer: links of the version need the very same bytes.
 *
 * @param phrases texts of fewer than 128 ASCII letters.
 * @param keys rows of keys in alphabetical order, each in one text with spaces between.
 */
export function spellDictionary(
  phrases: readonly string[],
  keys: readonly string[],
  words: readonly string[],
): Uint8Array {
  const texts = phrases.flatMap((phrase) => [TEXT, phrase.length, ...lettersOf(phrase)]);
  const objects = keys
    .map((row) => row.split(" ").map((key) => WORD + words.indexOf(key)))
    .flatMap((row) => [OBJECT, row.length, ...row]);
  return Uint8Array.from([...texts, ...objects]);
}

function lettersOf(phrase: string): readonly number[] {
  return Array.from(phrase, (letter) => letter.charCodeAt(0));
}
