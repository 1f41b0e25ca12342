import { describe, expect, it } from "vitest";
import { compileNetwork, findParameter, setName, toSimulation } from "#document";
import { liveCurrents, liveSpec, withoutNetwork } from "../../../src/app/liveRun.ts";
import { eiDocument, tangentDocument } from "../../support/documents.ts";
import { view, withSeed } from "../../support/workspaces.ts";

const document = eiDocument({
  currents: [{ population: "I", from: 1, to: 2, amplitude: 0.5 }],
});

describe("liveSpec", () => {
  it("is the same simulation without an end, held by the hand, without pulses", () => {
    const simulation = toSimulation(document);
    if (!simulation.ok) throw new Error(simulation.problem.message);
    const { spec } = simulation;
    expect(spec.currents).toHaveLength(1);
    expect(liveSpec(spec, { ...view, liveInput: [0.25] })).toEqual({
      ...spec,
      steps: Number.POSITIVE_INFINITY,
      duration: Number.POSITIVE_INFINITY,
      input: {
        kind: "piecewise-linear",
        times: Float64Array.of(0),
        values: Float64Array.of(0.25),
      },
      currents: [],
    });
  });
});

describe("liveCurrents", () => {
  it("is one number a neuron, that of its population, and 0 where none is held", () => {
    const compiled = compileNetwork(document.network);
    if (!compiled.ok) throw new Error(compiled.problem.message);
    const { network } = compiled;
    expect([...liveCurrents(network, { E: 0.5, I: -1 })]).toEqual([0.5, 0.5, -1, -1, -1]);
    expect([...liveCurrents(network, { I: 2 })]).toEqual([0, 0, 2, 2, 2]);
  });
});

describe("withoutNetwork", () => {
  const threshold = findParameter("threshold");
  const target = { scope: "neurons", neurons: [{ population: "I", index: 0 }] } as const;

  it("is the same for what a running simulation takes over", () => {
    const before = withoutNetwork(document);
    expect(withoutNetwork(threshold.write(document, target, 2))).toBe(before);
    expect(withoutNetwork(setName(document, "other"))).toBe(before);
    const recipe = tangentDocument();
    expect(withoutNetwork(threshold.write(recipe, target, 2))).toBe(withoutNetwork(recipe));
  });

  it("is another for what it cannot take over", () => {
    const before = withoutNetwork(document);
    expect(withoutNetwork(withSeed(5)(document))).not.toBe(before);
    expect(withoutNetwork(eiDocument({ duration: 5 }))).not.toBe(before);
    expect(withoutNetwork(tangentDocument())).not.toBe(before);
  });
});
