import { quote } from "./words.ts";

/**
 * Find how deep the brackets of a text are nested; stops early beyond `enough`. Nesting is cheap to write and
 * dear to read, so this comes before JSON.parse.
 */
export function measureDepth(text: string, enough: number): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length && deepest <= enough; index += 1) {
    const letter = text[index];
    if (letter === '"') index = skipString(text, index) - 1;
    else if (letter === "[" || letter === "{") deepest = Math.max(deepest, ++depth);
    else if (letter === "]" || letter === "}") depth -= 1;
  }
  return deepest;
}

/** @returns the place after the string's closing quote, or the end of the text. */
function skipString(text: string, from: number): number {
  let index = from + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === "\\" ? 2 : 1;
  return index + 1;
}

/** What may come next in a JSON text. */
type Expectation = "value" | "value or ]" | "key" | "key or }" | ":" | ", or ]" | ", or }" | "end";

const WORDS: Readonly<Record<Expectation, string>> = {
  value: "a value",
  "value or ]": "a value or ]",
  key: "a field name in double quotes",
  "key or }": "a field name in double quotes or }",
  ":": "a colon",
  ", or ]": "a comma or ]",
  ", or }": "a comma or }",
  end: "nothing more",
};

type Token = "[" | "]" | "{" | "}" | "," | ":" | "string" | "scalar";

/** For each token, where it is allowed and what follows; "after" depends on the bracket around it. */
const GRAMMAR: Readonly<
  Record<Token, Readonly<Partial<Record<Expectation, Expectation | "after">>>>
> = {
  "[": { value: "value or ]", "value or ]": "value or ]" },
  "{": { value: "key or }", "value or ]": "key or }" },
  "]": { "value or ]": "after", ", or ]": "after" },
  "}": { "key or }": "after", ", or }": "after" },
  ",": { ", or ]": "value", ", or }": "key" },
  ":": { ":": "value" },
  string: { key: ":", "key or }": ":", value: "after", "value or ]": "after" },
  scalar: { value: "after", "value or ]": "after" },
};

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Say where a text stops being JSON, and what should stand there.
 *
 * @param text a text that JSON.parse refuses, shallow enough to keep its open brackets in a list.
 */
export function findJsonFault(text: string): string {
  const open: Token[] = [];
  let expected: Expectation = "value";
  let position = match(SPACE, text, 0);
  while (position < text.length) {
    const token = readToken(text, position);
    const next: Expectation | "after" | undefined =
      token === null ? undefined : GRAMMAR[token.kind][expected];
    if (token === null || next === undefined) return describeFault(text, position, expected);
    if (token.kind === "[" || token.kind === "{") open.push(token.kind);
    else if (token.kind === "]" || token.kind === "}") open.pop();
    expected = next === "after" ? expectAfterValue(open) : next;
    position = match(SPACE, text, token.end);
  }
  if (text.trim() === "") return "The file is empty; it must hold an experiment as JSON.";
  return `The file is not valid JSON: it ends where ${WORDS[expected]} must stand.`;
}

function expectAfterValue(open: readonly Token[]): Expectation {
  const innermost = open.at(-1);
  if (innermost === undefined) return "end";
  return innermost === "[" ? ", or ]" : ", or }";
}

function readToken(text: string, from: number): { kind: Token; end: number } | null {
  const letter = text[from];
  switch (letter) {
    case "[":
    case "]":
    case "{":
    case "}":
    case ",":
    case ":":
      return { kind: letter, end: from + 1 };
    case '"': {
      const end = readString(text, from);
      return end === from ? null : { kind: "string", end };
    }
    default: {
      const end = match(SCALAR, text, from);
      return end === from ? null : { kind: "scalar", end };
    }
  }
}

/** @returns the place after a well-formed string, or `from`. A loop: a string may be millions long. */
function readString(text: string, from: number): number {
  let index = from + 1;
  while (index < text.length) {
    const letter = text[index] ?? "";
    if (letter === '"') return index + 1;
    if (letter < " ") return from;
    const next = letter === "\\" ? match(ESCAPE, text, index) : index + 1;
    if (next === index) return from;
    index = next;
  }
  return from;
}

/** End of a match that begins exactly at `from`; `from` itself where there is none. */
function match(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function describeFault(text: string, position: number, expected: Expectation): string {
  const lineStart = text.lastIndexOf("\n", position - 1) + 1;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) {
    line += 1;
  }
  const isText = text[position] === '"' && readString(text, position) === position;
  const found = isText
    ? "text that does not end or has a bad character"
    : quote(text.slice(position, position + 12));
  const place = `line ${line}, column ${position - lineStart + 1}`;
  return `The file is not valid JSON: ${place} has ${found} where ${WORDS[expected]} must stand.`;
}
