import { type Path, parsePath, replaceAt, startsWith } from "./paths.ts";

/** What a reader of #document says: a value with every default filled in, or what is wrong and where. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly string[] }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    };

/** A part that fell back, and the sentence that said why. */
interface Loss {
  readonly message: string;
  readonly path: Path;
}

/** After so many rounds the whole is given up; each takes larger parts away, so few are needed. */
const ROUNDS = 8;

/**
 * Read a value in which some fields may be bad: each falls back to the base's, or to the reader's own default where
 * the base has none; what still does not fit then falls back with the part that it belongs to.
 *
 * @returns the value, and one sentence for each thing that was not taken as it stands.
 */
export function readHealed<Value>(
  given: unknown,
  base: Value,
  read: (value: unknown) => Reading<Value>,
): { readonly value: Value; readonly dropped: readonly string[] } {
  let losses: readonly Loss[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const tree = losses.reduce<unknown>((healed, { path }) => replaceAt(healed, base, path), given);
    const reading = read(tree);
    if (reading.ok) {
      return { value: reading.value, dropped: [...losses.map(describe), ...reading.warnings] };
    }
    const before = losses;
    losses = reading.problems.reduce(
      (known, { path, message }) => lose(known, before, { message, path: parsePath(path) }),
      before,
    );
  }
  return {
    value: base,
    dropped: losses.slice(0, 1).map(({ message }) => describe({ message, path: [] })),
  };
}

/** The losses with one more; a problem in or around a part that fell back already makes that part larger. */
function lose(known: readonly Loss[], before: readonly Loss[], problem: Loss): readonly Loss[] {
  const again = before.find((loss) => isRelated(loss.path, problem.path));
  if (again !== undefined) {
    const path = problem.path.length < again.path.length ? problem.path : again.path.slice(0, -1);
    return known.map((loss) => (loss.message === again.message ? { ...loss, path } : loss));
  }
  return known.some(({ path }) => startsWith(problem.path, path)) ? known : [...known, problem];
}

function isRelated(left: Path, right: Path): boolean {
  return startsWith(left, right) || startsWith(right, left);
}

function describe({ message, path }: Loss): string {
  const part = path.length === 0 ? "everything" : path.join(".");
  return `${message.replace(/\.$/, "")}, so ${part} is as in the default.`;
}
