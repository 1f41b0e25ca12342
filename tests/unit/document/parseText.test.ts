import { describe, expect, it } from "vitest";
import { formatExperiment, LIMITS, parseExperimentText, parseJson } from "#document";
import { eiDocument } from "../../support/documents.ts";
import { eiFile } from "../../support/experimentFiles.ts";

function sentenceOf(text: string): string {
  const result = parseJson(text);
  return result.ok ? "" : (result.problems[0]?.message ?? "");
}

describe("parseExperimentText", () => {
  it("reads a file with a byte-order mark", () => {
    expect(parseExperimentText(`\uFEFF${JSON.stringify(eiFile())}`)).toMatchObject({ ok: true });
  });

  it("reads what formatExperiment writes", () => {
    const text = formatExperiment(eiDocument({ name: "Two and three" }));
    expect(parseExperimentText(text)).toEqual({
      ok: true,
      experiment: eiDocument({ name: "Two and three" }),
      warnings: [],
    });
    expect(text.split("\n").every((line) => line.length <= 110)).toBe(true);
  });

  it("hands the problems of malformed JSON on", () => {
    expect(parseExperimentText("{")).toMatchObject({ ok: false });
  });
});

describe("parseJson", () => {
  it.each([
    ["", "The file is empty; it must hold an experiment as JSON."],
    [" \n\t\r ", "The file is empty; it must hold an experiment as JSON."],
    ["\uFEFF", "The file is empty; it must hold an experiment as JSON."],
    [
      "{",
      "The file is not valid JSON: it ends where a field name in double quotes or } must stand.",
    ],
    ['{"a"', "The file is not valid JSON: it ends where a colon must stand."],
    ['{"a":', "The file is not valid JSON: it ends where a value must stand."],
    ['{"a":1', "The file is not valid JSON: it ends where a comma or } must stand."],
    ["[", "The file is not valid JSON: it ends where a value or ] must stand."],
    ["[1, [2, 3]", "The file is not valid JSON: it ends where a comma or ] must stand."],
  ])("says where %j ends too early", (text, sentence) => {
    expect(sentenceOf(text)).toBe(sentence);
  });

  it.each([
    ["{'a': 1}", 1, 2, "\"'a': 1}\"", "a field name in double quotes or }"],
    ['{"a" 1}', 1, 6, '"1}"', "a colon"],
    ['{\n  "a": 1,\n}', 3, 1, '"}"', "a field name in double quotes"],
    ["[1,,2]", 1, 4, '",2]"', "a value"],
    ["[1 2]", 1, 4, '"2]"', "a comma or ]"],
    ["[1}", 1, 3, '"}"', "a comma or ]"],
    ['{"a": 1]', 1, 8, '"]"', "a comma or }"],
    ["{} {}", 1, 4, '"{}"', "nothing more"],
    ["01", 1, 1, '"01"', "a value"],
    ["1.", 1, 1, '"1."', "a value"],
    ["+1", 1, 1, '"+1"', "a value"],
    ["NaN", 1, 1, '"NaN"', "a value"],
    ["True", 1, 1, '"True"', "a value"],
    ['{"a": undefined}', 1, 7, '"undefined}"', "a value"],
    ["// note\n{}", 1, 1, '"// note\\n{}"', "a value"],
    ["<!doctype html>", 1, 1, '"<!doctype ht..."', "a value"],
    ["\u0000\u0000", 1, 1, '"\\u0000\\u0000"', "a value"],
    ['{"a": 1, 2: 3}', 1, 10, '"2: 3}"', "a field name in double quotes"],
    ['{"a":: 1}', 1, 6, '": 1}"', "a value"],
  ])("says where %j goes wrong", (text, line, column, found, expected) => {
    const shown = found.replace("ht...", "ht");
    expect(sentenceOf(text)).toBe(
      `The file is not valid JSON: line ${line}, column ${column} has ${shown} where ${expected} must stand.`,
    );
  });

  it.each([['"abc'], ['"a\nb"'], ['"\\x"'], ['"\\u12"'], ['"\\'], [`["a", "b`]])(
    "says that the text %j is damaged",
    (text) => {
      expect(sentenceOf(text)).toMatch(/has text that does not end or has a bad character/);
    },
  );

  it("reads escapes, numbers and words of every form on its way to a fault", () => {
    const text = String.raw`{"a\"\\\/\b\f\n\r\t\u00e9": [-1.5e+3, 0, 1E-2, true, false, null, "x", {}], "b": }`;
    expect(sentenceOf(text)).toMatch(/column \d+ has "}" where a value must stand/);
  });

  it("refuses deep nesting before it reads it, but not brackets in text", () => {
    expect(sentenceOf("[".repeat(1_000_000))).toBe(
      `The file has lists or objects nested more than ${LIMITS.depth} deep; an experiment needs fewer.`,
    );
    expect(parseJson(`"${'[\\"'.repeat(100)}"`)).toMatchObject({ ok: true });
    expect(parseJson("[]".padStart(3).concat(" ")).ok).toBe(true);
    expect(parseJson(`[${"[],".repeat(100)}{}]`).ok).toBe(true);
  });

  it("refuses a text that is too long before it reads it", () => {
    expect(sentenceOf(" ".repeat(LIMITS.fileCharacters + 1))).toBe(
      "The file has 256000001 characters; at most 256000000 are allowed.",
    );
  });

  it("answers on megabytes of nothing", () => {
    for (const text of [
      " ".repeat(2e6),
      "\u0000".repeat(2e6),
      `"${"a".repeat(2e6)}`,
      "[".concat("1,".repeat(2e5)),
    ]) {
      expect(parseJson(text).ok).toBe(false);
    }
  });
});
