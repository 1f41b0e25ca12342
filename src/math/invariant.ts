/**
 * Throw when a condition that the code relies on does not hold.
 *
 * @param condition what must be true.
 * @param sentence what is wrong, in words that name the value and what is allowed.
 * @throws Error with that sentence.
 */
export function invariant(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}
