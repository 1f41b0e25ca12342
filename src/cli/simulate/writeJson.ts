/** Numbers in one piece of text. */
const PIECE = 10_000;

/**
 * Write JSON data piece by piece: a result may be longer than the longest string. Short data stays on one line;
 * numbers that are not finite become null.
 */
export function* writeJson(value: unknown): Generator<string, void, undefined> {
  if (Array.isArray(value)) yield* writeList(value);
  else if (typeof value === "object" && value !== null) yield* writeObject(value);
  else yield JSON.stringify(value) ?? "null";
}

function* writeList(list: readonly unknown[]): Generator<string, void, undefined> {
  if (list.length <= PIECE) {
    yield JSON.stringify(list);
    return;
  }
  yield "[";
  for (let from = 0; from < list.length; from += PIECE) {
    const piece = JSON.stringify(list.slice(from, from + PIECE)).slice(1, -1);
    yield from === 0 ? piece : `,${piece}`;
  }
  yield "]";
}

function* writeObject(object: object): Generator<string, void, undefined> {
  yield "{";
  let separator = "";
  for (const [key, field] of Object.entries(object)) {
    yield `${separator}${JSON.stringify(key)}:`;
    yield* writeJson(field);
    separator = ",";
  }
  yield "}";
}
