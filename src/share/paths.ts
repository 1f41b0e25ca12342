import { isPlainObject } from "./patch.ts";

/** Keys and list indices from the outside in. */
export type Path = readonly string[];

/** `name`, `["any name"]` or `[index]`. */
const STEP = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g;

/**
 * Read a path as the readers of #document write it, e.g. `network.populations[0].thresholds[2]`.
 *
 * @returns the steps, without indices at the end: a list is good or bad as a whole.
 */
export function parsePath(text: string): Path {
  const steps = [...text.matchAll(STEP)];
  const last = steps.findLastIndex((step) => step[2] === undefined);
  return steps.slice(0, last + 1).map((step) => step[1] ?? step[2] ?? step[3] ?? "");
}

export function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

/** Put what the base has at a path in place of what the tree has there; take it away where the base has nothing. */
export function replaceAt(tree: unknown, base: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof tree !== "object" || tree === null) return base;
  const inner = replaceAt(getChild(tree, step), getChild(base, step), rest);
  if (Array.isArray(tree)) {
    return tree.map((element: unknown, index) => (String(index) === step ? inner : element));
  }
  return { ...tree, [step]: inner };
}

function getChild(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value.find((_, index) => String(index) === step);
  return isPlainObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
