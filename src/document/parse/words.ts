const MOST_CHARACTERS = 40;

/**
 * Say a found value in a few words that fit in a sentence.
 *
 * @returns e.g. `"abc"`, `3`, `an empty list`, `a list of 7`, `an object`, `null`.
 */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (value === null || typeof value === "boolean" || typeof value === "number") {
    return String(value);
  }
  if (Array.isArray(value))
    return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `of type ${typeof value}`;
}

/** Put text in quotes, shortened and without control characters, so that a message stays one line. */
export function quote(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}...` : text;
  return JSON.stringify(short);
}

/** Join words as in a sentence: `"a", "b" or "c"`. */
export function listChoices(choices: readonly string[]): string {
  const quoted = choices.map(quote);
  const last = quoted.at(-1) ?? "";
  if (quoted.length < 2) return last;
  return `${quoted.slice(0, -1).join(", ")} or ${last}`;
}
