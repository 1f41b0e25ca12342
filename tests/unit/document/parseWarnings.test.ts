import { describe, expect, it } from "vitest";
import { parseExperiment } from "#document";
import { eiFile, withField } from "../../support/experimentFiles.ts";

describe("parseExperiment, warnings", () => {
  const warningsOf = (file: unknown): readonly string[] => {
    const result = parseExperiment(file);
    return result.ok ? result.warnings : [];
  };

  it("names unknown fields at every depth", () => {
    const file = withField({ ...eiFile(), colour: 1 }, ["network", "populations", 0, "..."], "x");
    expect(warningsOf(withField(file, ["dynamics", "step"], 1))).toEqual([
      "colour is not a known field and is ignored.",
      "dynamics.step is not a known field and is ignored.",
      'network.populations[0]["..."] is not a known field and is ignored.',
    ]);
  });

  it("says which settings the engine does not use", () => {
    const dynamics = { engine: "event", dt: 0.01, beta: 10 };
    expect(warningsOf({ ...eiFile(), dynamics })).toEqual([
      "dynamics.dt is ignored, as the event engine has no time step.",
      "dynamics.beta is ignored, as the event engine does not use it.",
    ]);
    const rate = { engine: "rate", dt: 0.01, beta: 10, tauS: 1 };
    expect(warningsOf({ ...eiFile(), dynamics: rate })).toEqual([
      'dynamics.tauS is ignored, as only the rate rule "latent" uses it.',
    ]);
  });

  it("ignores what only other spiking engines use, and says so", () => {
    const exact = { engine: "event", overshoot: "clamp" };
    expect(warningsOf({ ...eiFile(), dynamics: exact })).toEqual([
      "dynamics.overshoot is ignored, as the event engine fires at the threshold, where there is none.",
    ]);
    const clock = { engine: "clock", dt: 0.01, minGap: 0.1 };
    expect(warningsOf({ ...eiFile(), dynamics: clock })).toEqual([
      "dynamics.minGap is ignored, as only the event engine uses it.",
    ]);
    const kept = { engine: "event", overshoot: "keep", minGap: 0.1 };
    expect(warningsOf({ ...eiFile(), dynamics: kept })).toEqual([]);
  });

  it("takes the view of a saved file without a warning", () => {
    expect(warningsOf({ ...eiFile(), view: { time: 1 } })).toEqual([]);
  });

  it("lists twenty warnings and counts the rest", () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, k) => [`extra${k}`, k]));
    const warnings = warningsOf({ ...eiFile(), ...many });
    expect(warnings).toHaveLength(21);
    expect(warnings.at(-1)).toBe("There are 10 more warnings, which are not listed.");
  });
});
