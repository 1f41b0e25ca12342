import { isSameData } from "#math";
import { demand } from "./linkFault.ts";

/** How a value differs from a base: replaced as a whole, or changed in some of its keys (indices of a list). */
export type Patch =
  | { readonly kind: "set"; readonly value: unknown }
  | { readonly kind: "merge"; readonly entries: readonly (readonly [string, Patch])[] };

export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Find the canonical difference: the same two values give the same patch, whatever the order of their keys.
 *
 * @returns what `applyPatch` needs to make `value` of `base`; a merge without entries when they are equal.
 */
export function findPatch(base: unknown, value: unknown): Patch {
  const from = keyed(base);
  const to = keyed(value);
  const isMergeable = from !== null && to !== null && keepsKeys(base, from, value, to);
  if (!isMergeable) return { kind: "set", value };
  const changed = Object.keys(to)
    .filter((key) => to[key] !== undefined && !isSameData(from[key], to[key]))
    .sort();
  return {
    kind: "merge",
    entries: changed.map((key) => [
      key,
      Object.hasOwn(from, key) ? findPatch(from[key], to[key]) : { kind: "set", value: to[key] },
    ]),
  };
}

/**
 * Make a value of a base and a patch; neither is changed.
 *
 * @throws LinkFault when the patch does not fit the base.
 */
export function applyPatch(base: unknown, patch: Patch): unknown {
  if (patch.kind === "set") return patch.value;
  const from = keyed(base);
  demand(from !== null, "it changes a part that is not there");
  const changes = patch.entries.map(([key, change]) => {
    demand(!Array.isArray(base) || Object.hasOwn(from, key), "it changes a row that is not there");
    return [key, applyPatch(from[key], change)] as const;
  });
  const merged = { ...from, ...Object.fromEntries(changes) };
  return Array.isArray(base) ? Object.values(merged) : merged;
}

/** An object as it is; a list of objects by its indices; null for what is only replaced as a whole. */
function keyed(value: unknown): PlainObject | null {
  if (isPlainObject(value)) return value;
  return Array.isArray(value) && value.every(isPlainObject) ? { ...value } : null;
}

/** A merge adds and changes, it never takes away; lists keep their length. */
function keepsKeys(base: unknown, from: PlainObject, value: unknown, to: PlainObject): boolean {
  const keeps = Object.keys(from).every((key) => to[key] !== undefined);
  if (Array.isArray(base) !== Array.isArray(value)) return false;
  return keeps && (!Array.isArray(base) || Object.keys(to).length === Object.keys(from).length);
}
