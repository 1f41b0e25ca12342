/** Where the experiment comes from. */
export type Source =
  | { readonly kind: "operand"; readonly text: string }
  | { readonly kind: "preset"; readonly id: string };

/** What the user asks for. */
export type Request =
  | { readonly kind: "help" }
  | { readonly kind: "list" }
  | {
      readonly kind: "run";
      readonly source: Source;
      /** File to write to instead of standard output. */
      readonly out: string | null;
      /** Spikes as CSV in place of the whole result. */
      readonly isCsv: boolean;
    };

export type ArgumentsResult =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly sentence: string };

export const USAGE = `Usage: npm run --silent simulate -- <experiment.json | share link> [--out <file>] [--spikes csv]
       npm run --silent simulate -- --preset <id> [--out <file>] [--spikes csv]
       npm run --silent simulate -- --list`;

const VALUES: ReadonlySet<string> = new Set(["--out", "--preset", "--spikes"]);
const FLAGS: ReadonlySet<string> = new Set(["--list", "--help"]);

/** Understand the words of the command line. */
export function readArguments(words: readonly string[]): ArgumentsResult {
  const operands: string[] = [];
  const options = new Map<string, string>();
  let rest = words;
  while (rest.length > 0) {
    const [word = "", ...others] = rest;
    rest = others;
    if (!word.startsWith("--")) {
      operands.push(word);
      continue;
    }
    const { name, value, taken } = readOption(word, others);
    const fault = findOptionFault(name, value, options);
    if (fault !== null) return refuse(fault);
    options.set(name, value ?? "");
    rest = others.slice(taken);
  }
  if (options.has("--help")) return { ok: true, request: { kind: "help" } };
  if (options.has("--list")) return { ok: true, request: { kind: "list" } };
  return toRun(operands, options);
}

/** `--name=value` and `--name value` mean the same. */
function readOption(
  word: string,
  others: readonly string[],
): { readonly name: string; readonly value: string | undefined; readonly taken: number } {
  const at = word.indexOf("=");
  if (at >= 0) return { name: word.slice(0, at), value: word.slice(at + 1), taken: 0 };
  return VALUES.has(word)
    ? { name: word, value: others[0], taken: 1 }
    : { name: word, value: undefined, taken: 0 };
}

function findOptionFault(
  name: string,
  value: string | undefined,
  known: ReadonlyMap<string, string>,
): string | null {
  if (known.has(name)) return `${name} is given twice; give it once.`;
  if (FLAGS.has(name)) return value === undefined ? null : `${name} takes no value.`;
  if (VALUES.has(name)) return value === undefined ? `${name} needs a value after it.` : null;
  return `${name} is not an option; there are ${[...VALUES, ...FLAGS].join(", ")}.`;
}

function toRun(operands: readonly string[], options: ReadonlyMap<string, string>): ArgumentsResult {
  const [operand, another] = operands;
  const preset = options.get("--preset");
  const spikes = options.get("--spikes");
  if (another !== undefined) {
    return refuse(`There are ${operands.length} experiments on the command line; give one.`);
  }
  if (operand !== undefined && preset !== undefined) {
    return refuse("There are an experiment and a preset on the command line; give one of them.");
  }
  if (spikes !== undefined && spikes !== "csv") {
    return refuse(`--spikes is ${JSON.stringify(spikes)}; it must be "csv".`);
  }
  const source = toSource(operand, preset);
  if (source === null) {
    return refuse(
      "There is no experiment on the command line; give a file, a link or --preset <id>.",
    );
  }
  const out = options.get("--out") ?? null;
  return { ok: true, request: { kind: "run", source, out, isCsv: spikes === "csv" } };
}

function toSource(operand: string | undefined, preset: string | undefined): Source | null {
  if (preset !== undefined) return { kind: "preset", id: preset };
  return operand === undefined || operand === "" ? null : { kind: "operand", text: operand };
}

function refuse(sentence: string): ArgumentsResult {
  return { ok: false, sentence };
}
