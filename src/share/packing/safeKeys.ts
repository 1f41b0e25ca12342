/** Names that every object answers to, so never the key of a table: `__proto__`, `constructor`, `toString`, ... */
const RESERVED: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
]);

/** Tell a key that can be set on an object without touching what it inherits. */
export function isSafeKey(key: string): boolean {
  return !RESERVED.has(key);
}
