import { describe, expect, it } from "vitest";
import {
  defaultView,
  parseView,
  resolveChoice,
  sweepChoices,
  sweepPoints,
  sweepValues,
  usualRange,
  usualTrials,
} from "#document";
import { decodeLink, encodeLink } from "#share";
import { eiDocument, tangentDocument } from "../../support/documents.ts";

const experiment = eiDocument();

describe("what the panel begins with", () => {
  it("is noise, with at least a few trials however large the network", () => {
    const usual = usualTrials(experiment, [0, 1]);
    expect(usual).toMatchObject({ vary: { parameter: "noise.sigma" }, measure: "countCv" });
    expect(usual.trials).toBeGreaterThanOrEqual(4);
    const long = eiDocument({ duration: 1e5, dynamics: { engine: "clock", dt: 0.001 } });
    expect(usualTrials(long, [0, 1]).trials).toBe(4);
  });

  it("is the input where the engine has no noise", () => {
    const rates = eiDocument({
      dynamics: { engine: "rate", dt: 0.01, beta: 10 },
    });
    const usual = usualTrials(rates, [-2, 3]);
    expect(usual).toMatchObject({
      vary: { parameter: "input.held" },
      range: { from: -2, to: 3 },
      trials: 1,
    });
  });

  it("can be run", () => {
    const { vary, range: usual } = usualTrials(experiment, [0, 1]);
    if (vary === null) throw new Error("Something is varied.");
    const variable = resolveChoice(experiment, vary, []);
    if (variable === null) throw new Error("It means something.");
    const spread = sweepValues(usual, variable.parameter);
    if (!spread.ok) throw new Error(spread.problem.message);
    expect(sweepPoints(experiment, variable, spread.values)).toMatchObject({ ok: true });
  });

  it("gives every choice a range that its sweep accepts", () => {
    for (const of of [experiment, tangentDocument()]) {
      for (const choice of sweepChoices(of, [{ population: "I", index: 0 }])) {
        const variable = resolveChoice(of, choice, [{ population: "I", index: 0 }]);
        if (variable === null) throw new Error("A choice means something.");
        const spread = sweepValues(usualRange(of, variable, [-1, 1]), variable.parameter);
        expect(spread, choice.parameter).toMatchObject({ ok: true });
      }
    }
  });
});

describe("the settings in a view", () => {
  const view = defaultView(experiment);
  const settings = usualTrials(experiment, view.ranges.x);

  it("are absent until somebody sets them", () => {
    expect(parseView(view, experiment).view).not.toHaveProperty("trials");
  });

  it("are read back, nothing varied included", () => {
    for (const vary of [settings.vary, null, { parameter: "decoder", population: null }]) {
      const given = { ...view, trials: { ...settings, vary, trials: 7, spread: "quartiles" } };
      expect(parseView(given, experiment)).toEqual({ ok: true, view: given, warnings: [] });
    }
  });

  it("travel in a link", () => {
    const given = { ...view, trials: { ...settings, trials: 123 } };
    const link = encodeLink({ experiment, view: given });
    if (!link.ok) throw new Error(link.message);
    expect(decodeLink(link.fragment)).toMatchObject({
      ok: true,
      workspace: { view: given },
      dropped: [],
    });
  });

  it.each([
    ["trials", { trials: 0 }, "view.trials.trials"],
    ["points", { range: { points: 1e9 } }, "view.trials.range.points"],
    ["ends", { range: { from: "0" } }, "view.trials.range.from"],
    ["spacing", { range: { spacing: "wide" } }, "view.trials.range.spacing"],
    ["measure", { measure: "beauty" }, "view.trials.measure"],
    ["subject", { subject: "all" }, "view.trials.subject"],
    ["picture", { picture: 3 }, "view.trials.picture"],
    ["spread", { spread: null }, "view.trials.spread"],
    ["parameter", { vary: { parameter: "__proto__" } }, "view.trials.vary"],
    ["population", { vary: { parameter: "dt", population: 4 } }, "view.trials.vary"],
    ["range", { range: 4 }, "view.trials.range"],
    ["choice", { vary: "dt" }, "view.trials.vary"],
  ])("fall back in their %s, with a sentence", (_, change, path) => {
    const read = parseView({ ...view, trials: change }, experiment);
    expect(read.view.trials).toEqual(settings);
    expect(read.warnings).toHaveLength(1);
    expect(read.warnings[0]).toContain(path);
  });

  it("fall away as a whole where they are no settings", () => {
    const read = parseView({ ...view, trials: [] }, experiment);
    expect(read.view).not.toHaveProperty("trials");
    expect(read.warnings).toHaveLength(1);
  });
});
