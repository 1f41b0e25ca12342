import { describe, expect, it } from "vitest";
import {
  compileNetwork,
  type ExperimentDoc,
  findSweepParameter,
  type NeuronRef,
  presentPoint,
  readVariable,
  resolveChoice,
  type SweepRange,
  type SweepVariable,
  setVariable,
  sweepChoices,
  sweepPoints,
  sweepValues,
  toSimulation,
} from "#document";
import { eiDocument, tangentDocument } from "../../support/documents.ts";

const experiment = eiDocument();
const E0: NeuronRef = { population: "E", index: 0 };
const E1: NeuronRef = { population: "E", index: 1 };

function parameterOf(id: string): SweepVariable["parameter"] {
  const parameter = findSweepParameter(id);
  if (parameter === null) throw new Error(`There is no parameter "${id}".`);
  return parameter;
}

function variableOf(
  parameter: string,
  options: { population?: string; selection?: readonly NeuronRef[]; of?: ExperimentDoc } = {},
): SweepVariable {
  const { population = null, selection = [], of = experiment } = options;
  const variable = resolveChoice(of, { parameter, population }, selection);
  if (variable === null) throw new Error(`"${parameter}" means nothing here.`);
  return variable;
}

function range(from: number, to: number, change: Partial<SweepRange> = {}): SweepRange {
  return { from, to, points: 5, spacing: "linear", ...change };
}

describe("the values of a sweep", () => {
  const sigma = parameterOf("noise.sigma");

  it("are equally far apart, ends included, upwards or downwards and without binary dust", () => {
    const values = [0, 0.05, 0.1, 0.15, 0.2];
    expect(sweepValues(range(0, 0.2), sigma)).toEqual({ ok: true, values });
    expect(sweepValues(range(0.2, 0), sigma)).toEqual({ ok: true, values: values.toReversed() });
  });

  it("differ by equal factors where that is asked for", () => {
    expect(sweepValues(range(0.001, 10, { spacing: "log" }), sigma)).toEqual({
      ok: true,
      values: [0.001, 0.01, 0.1, 1, 10],
    });
  });

  it("are whole numbers of things that are counted", () => {
    expect(sweepValues(range(2, 11, { points: 4 }), parameterOf("neurons"))).toEqual({
      ok: true,
      values: [2, 5, 8, 11],
    });
  });

  it.each<readonly [string, SweepRange, string, string]>([
    ["ends that are one", range(0.1, 0.1), "noise.sigma", "its two ends must differ"],
    [
      "a start below the bounds",
      range(-1, 1),
      "noise.sigma",
      "starts at -1; it must be a number from 0 to 1000",
    ],
    [
      "an end beyond the bounds",
      range(0, 1e9),
      "noise.sigma",
      "ends at 1000000000; it must be a number from 0 to 1000",
    ],
    ["an end that is no number", range(0, Number.NaN), "noise.sigma", "ends at NaN"],
    [
      "one point",
      range(0, 1, { points: 1 }),
      "noise.sigma",
      "has 1 points; it must be a whole number from 2 to 101",
    ],
    ["half a point", range(0, 1, { points: 2.5 }), "noise.sigma", "has 2.5 points"],
    [
      "more points than a page can show",
      range(0, 1, { points: 102 }),
      "noise.sigma",
      "has 102 points",
    ],
    ["factors from 0", range(0, 1, { spacing: "log" }), "noise.sigma", "needs both ends above 0"],
    ["half a neuron", range(1.5, 4), "neurons", "starts at 1.5; it must be a whole number"],
    [
      "more points than whole numbers",
      range(2, 4),
      "neurons",
      "hit only 3 different ones; use at most 3 points",
    ],
  ])("refuse %s in a sentence", (_, given, id, words) => {
    const refused = sweepValues(given, parameterOf(id));
    expect(refused).toMatchObject({ ok: false });
    if (!refused.ok) expect(refused.problem.message).toContain(words);
    if (!refused.ok) expect(refused.problem.message).toMatch(/^The .*\.$/);
  });
});

describe("the points of a sweep", () => {
  it("are the documents that the parameter's control makes, ready to run", () => {
    const variable = variableOf("noise.sigma", { population: "E" });
    const made = sweepPoints(experiment, variable, [0, 0.1]);
    if (!made.ok) throw new Error(made.problem.message);
    expect(made.points.map(({ value }) => value)).toEqual([0, 0.1]);
    for (const { value, experiment: changed, spec } of made.points) {
      const [target] = variable.targets;
      if (target === undefined || value === null) throw new Error("There is one target.");
      const expected = variable.parameter.write(experiment, target, value);
      expect(changed).toEqual(expected);
      expect(toSimulation(changed)).toMatchObject({ ok: true, spec: { noise: spec.noise } });
      expect(spec.noise.sigma).toEqual([value, 0]);
    }
  });

  it("set all populations together", () => {
    const made = sweepPoints(experiment, variableOf("noise.sigma"), [0.1]);
    expect(made).toMatchObject({ ok: true, points: [{ spec: { noise: { sigma: [0.1, 0.1] } } }] });
  });

  it("set every selected neuron, and no other", () => {
    const variable = variableOf("threshold", { selection: [E0, E1] });
    const made = sweepPoints(experiment, variable, [3]);
    if (!made.ok) throw new Error(made.problem.message);
    const [point] = made.points;
    expect([...(point?.spec.network.thresholds.subarray(0, 2) ?? [])]).toEqual([3, 3]);
    const before = compileNetwork(experiment.network);
    if (!before.ok) throw new Error(before.problem.message);
    expect(point?.spec.network.thresholds.subarray(2)).toEqual(
      before.network.thresholds.subarray(2),
    );
  });

  it("hold the input in place of its course, which several inputs share", () => {
    const made = sweepPoints(experiment, variableOf("input.held"), [0.7]);
    expect(made).toMatchObject({
      ok: true,
      points: [{ experiment: { input: { kind: "piecewise-linear", points: [[0, [0.7]]] } } }],
    });
  });

  it("give a recipe another number of neurons, without those set by hand", () => {
    const recipe = tangentDocument();
    const dragged = variableOf("threshold", {
      of: recipe,
      selection: [{ population: "I", index: 9 }],
    });
    const touched = setVariable(recipe, dragged, 2);
    const variable = variableOf("neurons", { of: touched });
    expect(readVariable(touched, variable)).toBe(10);
    const made = sweepPoints(touched, variable, [4, 20]);
    if (!made.ok) throw new Error(made.problem.message);
    expect(made.points.map(({ spec }) => spec.network.neurons)).toEqual([4, 20]);
    expect(made.points[0]?.experiment.network).toMatchObject({ overrides: {} });
  });

  it("leave the document as it was", () => {
    const before = structuredClone(experiment);
    sweepPoints(experiment, variableOf("noise.sigma"), [0, 0.1]);
    expect(experiment).toEqual(before);
  });

  it("refuse a value that the document would turn into another", () => {
    const short = eiDocument({ duration: 0.5, window: { from: 0, to: 0.5 } });
    expect(sweepPoints(short, variableOf("dt", { of: short }), [0.01, 0.9])).toEqual({
      ok: false,
      problem: {
        path: "sweep",
        message:
          "The time step cannot be 0.9 in this experiment, which would make it 0.5; choose other ends of the sweep.",
      },
    });
  });

  it("refuse what has no meaning here", () => {
    const variable = variableOf("neurons", { of: tangentDocument() });
    expect(sweepPoints(experiment, variable, [3])).toMatchObject({
      ok: false,
      problem: { message: "The number of neurons has no meaning in the open experiment." },
    });
  });

  it("name the value at which a document cannot be run", () => {
    const broken = { ...experiment, network: { ...experiment.network, inputs: 3 } };
    const made = sweepPoints(broken, variableOf("noise.sigma"), [0.1]);
    expect(made).toMatchObject({ ok: false });
    if (!made.ok) expect(made.problem.message).toMatch(/^With the voltage noise at 0.1: /);
    expect(presentPoint(broken)).toMatchObject({ ok: false });
  });

  it("are the document itself where nothing is varied", () => {
    expect(presentPoint(experiment)).toMatchObject({
      ok: true,
      points: [{ value: null, experiment }],
    });
  });
});

describe("what can be varied", () => {
  it("has a meaning in the document, each choice once", () => {
    const choices = sweepChoices(experiment, [E0]);
    const keys = choices.map(({ parameter, population }) => `${parameter}/${population ?? ""}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(
      expect.arrayContaining(["input.held/", "noise.sigma/", "noise.sigma/I", "dt/", "decoder/"]),
    );
    expect(keys).not.toContain("neurons/");
    for (const key of ["seed/", "record.latentsEvery/", "duration/", "window.from/"]) {
      expect(keys).not.toContain(key);
    }
  });

  it("offers parameters of neurons only where some are selected", () => {
    expect(sweepChoices(experiment, []).map(({ parameter }) => parameter)).not.toContain("decoder");
    expect(resolveChoice(experiment, { parameter: "decoder", population: null }, [])).toBeNull();
  });

  it.each([
    ["an unknown parameter", { parameter: "magic", population: null }],
    ["an unknown population", { parameter: "noise.sigma", population: "X" }],
    ["a parameter of another synapse", { parameter: "synapse.tau", population: null }],
  ])("does not mean %s", (_, choice) => {
    expect(resolveChoice(experiment, choice, [])).toBeNull();
  });

  it("reads one value where all have the same", () => {
    expect(readVariable(experiment, variableOf("noise.sigma"))).toBe(0);
    const mixed = setVariable(experiment, variableOf("noise.sigma", { population: "E" }), 0.1);
    expect(readVariable(mixed, variableOf("noise.sigma", { of: mixed }))).toBeNull();
  });
});
