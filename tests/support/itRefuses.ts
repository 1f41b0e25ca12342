import { expect, it } from "vitest";
import { sentencesOf } from "./documents.ts";
import { eiFile, type Json, withField } from "./experimentFiles.ts";

/** A change of a good file and the one sentence that it must give. */
export type Refusal = readonly [
  what: string,
  path: readonly (string | number)[],
  value: unknown,
  sentence: string,
];

/** Declare one test for each refusal. */
export function itRefuses(refusals: readonly Refusal[], makeFile: () => Json = eiFile): void {
  it.each(refusals)("refuses %s", (_what, path, value, sentence) => {
    expect(sentencesOf(withField(makeFile(), path, value))).toEqual([sentence]);
  });
}
