import { describe, expect, it } from "vitest";
import { LIMITS, parseExperiment } from "#document";
import { sentencesOf } from "../../support/documents.ts";
import { eiFile, withField } from "../../support/experimentFiles.ts";

describe("parseExperiment, problems", () => {
  it("gives path and sentence of every problem at once", () => {
    const file = { ...eiFile(), duration: "long", seed: -1, dynamics: { engine: "clock", dt: 2 } };
    expect(parseExperiment(file)).toEqual({
      ok: false,
      problems: [
        {
          path: "dynamics.dt",
          message: "dynamics.dt is 2; it must be a number above 0 and at most 1.",
        },
        {
          path: "duration",
          message: 'duration is "long"; it must be a number above 0 and at most 1000000000.',
        },
        { path: "seed", message: "seed is -1; it must be a whole number from 0 to 4294967295." },
      ],
    });
  });

  it("lists twenty problems and counts the rest", () => {
    const feedforward = Array.from({ length: 50 }, () => ["x"]);
    const population = {
      id: "I",
      type: "inhibitory",
      feedforward,
      encoders: {},
      thresholds: feedforward.map(() => 1),
      decoders: feedforward.map(() => -1),
    };
    const sentences = sentencesOf({
      ...eiFile(),
      network: { kind: "explicit", populations: [population] },
    });
    expect(sentences).toHaveLength(21);
    expect(sentences.at(-1)).toBe("There are 30 more problems, which are not listed.");
  });

  it.each([[null], [undefined], [3], ["text"], [[]], [true]])(
    "refuses %j as a document",
    (value) => {
      expect(sentencesOf(value)).toHaveLength(1);
      expect(sentencesOf(value)[0]).toMatch(
        /^The document is .*; it must be an object with the format/,
      );
    },
  );

  it.each(["format", "version", "network", "input", "dynamics", "duration"])(
    "says that the required field %s is missing",
    (field) => {
      const [sentence] = sentencesOf(withField(eiFile(), [field], undefined));
      expect(sentence).toMatch(new RegExp(`^${field} is missing; it must be `));
    },
  );

  it("says that a newer program wrote a newer version", () => {
    expect(sentencesOf({ ...eiFile(), version: 2 })).toEqual([
      "version is 2, which a newer program wrote; this one reads versions up to 1.",
    ]);
  });

  it.each([[0], [1.5], ["1"], [null]])("refuses version %j", (version) => {
    const [sentence] = sentencesOf({ ...eiFile(), version });
    expect(sentence).toBe(`version is ${JSON.stringify(version)}; it must be 1.`);
  });

  it("does not take inherited names for fields", () => {
    const [sentence] = sentencesOf(JSON.parse('{"__proto__": {"format": 1}}'));
    expect(sentence).toMatch(/^format is missing/);
  });

  it("refuses more than it can count, with the limit named", () => {
    expect(sentencesOf({ ...eiFile(), duration: 1e7 })).toEqual([
      `duration is 10000000, which is 1000000000 steps of 0.01; it must be from 1 to ${LIMITS.steps} steps.`,
    ]);
    expect(sentencesOf({ ...eiFile(), duration: 0.001 })).toEqual([
      "duration is 0.001, which is 0 steps of 0.01; it must be from 1 to 100000000 steps.",
    ]);
  });
});
