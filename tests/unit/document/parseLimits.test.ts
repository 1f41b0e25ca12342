import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../support/documents.ts";
import { eiFile, withField } from "../../support/experimentFiles.ts";

const I = ["network", "populations", 1] as const;

describe("names and limits of a network", () => {
  it.each([
    ["time"],
    ["1E"],
    [""],
    ["a b"],
    ["__proto__"],
    ["constructor"],
    [3],
    ["E".repeat(201)],
  ])("refuses %j as the id of a population", (id) => {
    const [sentence] = sentencesOf(withField(eiFile(), [...I, "id"], id));
    expect(sentence).toMatch(
      /it must be a name of letters, digits, "_" and "-" that begins with a letter/,
    );
  });

  it("refuses more populations than the limit before it looks at them", () => {
    const populations = Array.from({ length: 65 }, () => 0);
    expect(sentencesOf(withField(eiFile(), ["network", "populations"], populations))).toEqual([
      "network.populations is a list of 65; it must be a list of at most 64.",
    ]);
  });

  it("refuses more latents than the limit", () => {
    const latents = Array.from({ length: 64 }, (_, k) => `y${k}`);
    expect(sentencesOf(withField(eiFile(), [...I, "latents"], latents))).toContain(
      "network.populations write 65 latents; at most 64 are allowed.",
    );
  });

  it("refuses more neurons than the limit", () => {
    const thresholds = new Array<number>(1_000_001).fill(0);
    expect(sentencesOf(withField(eiFile(), [...I, "thresholds"], thresholds))).toEqual([
      "network.populations have 1000003 neurons; at most 1000000 are allowed.",
    ]);
  });

  it("refuses more weights than the limit", () => {
    const latents = Array.from({ length: 63 }, (_, k) => `y${k}`);
    const file = withField(eiFile(), [...I, "latents"], latents);
    const thresholds = new Array<number>(400_000).fill(0);
    expect(sentencesOf(withField(file, [...I, "thresholds"], thresholds))).toEqual([
      "network.populations have 400002 neurons with 65 inputs and latents each; at most 20000000 weights are allowed.",
    ]);
  });
});
