import { describe, expect, it } from "vitest";
import { compileNetwork, type ExperimentDoc, numericsFacts, shownExperiment } from "#document";
import { asEINetwork, createCrossingLookup, crossingCurve } from "#model";
import { eiDocument } from "../../support/documents.ts";
import { view } from "../../support/workspaces.ts";

/** At rest at x = 1: yE / D_E + |yI| / D_I = 3.6 / 0.5 + 5 / 0.5 = 17.2 spikes a tau by these owners. */
const still = { input: { kind: "piecewise-linear", points: [[0, [1]]] } };

function factsOf(document: ExperimentDoc) {
  const compiled = compileNetwork(document.network);
  const ei = compiled.ok ? asEINetwork(compiled.network) : null;
  if (ei === null) throw new Error("The test needs an E-I network.");
  const curve = crossingCurve(ei, { x: [0, 1], E: [0, 100], I: [0, 100] });
  return numericsFacts(document, { ei, lookup: createCrossingLookup(curve) });
}

const clock = (change: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  eiDocument({ ...still, ...more, dynamics: { engine: "clock", dt: 0.01, ...change } });

describe("the load among the facts", () => {
  it("is that of the worst moment of the input, with the whole course", () => {
    const { load } = factsOf(clock({}));
    if (load.kind !== "load") throw new Error("There is a load.");
    expect(load.worst).toBeCloseTo(0.172, 9);
    expect(load.course).toHaveLength(400);
  });

  it("counts the motion of the input", () => {
    const ramp = {
      kind: "piecewise-linear",
      points: [
        [0, [0]],
        [0.5, [1]],
      ],
    };
    const { load } = factsOf(clock({}, { input: ramp }));
    expect(load.kind === "load" && load.worst).toBeGreaterThan(0.2);
  });

  it("is unlimited where several neurons may act in a step", () => {
    const pulse = { synapse: { kind: "pulse", width: { E: 0.5, I: 0.5 } } };
    expect(factsOf(clock(pulse)).load.kind).toBe("unlimited");
    const event = eiDocument({ ...still, dynamics: { engine: "event" } });
    expect(factsOf(event).load.kind).toBe("unlimited");
  });

  it("knows of no crossing where there is none", () => {
    expect(numericsFacts(clock({}), null).load.kind).toBe("no crossing");
    const far = { input: { kind: "piecewise-linear", points: [[0, [-100]]] } };
    expect(factsOf(clock({}, far)).load.kind).toBe("no crossing");
  });
});

describe("the noise bias among the facts", () => {
  it("is 0 without noise", () => {
    expect(factsOf(clock({})).noiseBias).toBe(0);
  });

  it("is that of the crossing for a noisy clock", () => {
    const { noiseBias } = factsOf(clock({ noise: { sigma: { E: 0.1, I: 0 } } }));
    expect(noiseBias).toBeGreaterThan(0.025);
    expect(noiseBias).toBeLessThan(0.05);
  });

  it("is unknown without a crossing", () => {
    expect(numericsFacts(clock({ noise: { sigma: 0.1 } }), null).noiseBias).toBeNull();
    const far = { input: { kind: "piecewise-linear", points: [[0, [-100]]] } };
    expect(factsOf(clock({ noise: { sigma: 0.1 } }, far)).noiseBias).toBeNull();
  });

  it("grows with the step of the bridge engine", () => {
    const bridge = (dt: number) =>
      eiDocument({ ...still, dynamics: { engine: "bridge", dt, noise: { sigma: 0.1 } } });
    expect(factsOf(bridge(0.05)).noiseBias).toBeCloseTo(0.002, 12);
    expect(factsOf(bridge(1)).noiseBias).toBeCloseTo(0.04, 12);
  });
});

describe("shownExperiment", () => {
  const experiment = clock({});

  it("is the document itself in a protocol run", () => {
    expect(shownExperiment({ experiment, view })).toBe(experiment);
  });

  it("holds the input and the currents of the hand in a live run", () => {
    const shown = shownExperiment({ experiment, view: { ...view, mode: "live" } });
    expect(shown.input).toEqual({ kind: "piecewise-linear", points: [[0, [0.25]]] });
    expect(shown.currents).toEqual([
      { population: "I", from: 0, to: 20, amplitude: 0.5, neurons: "all" },
    ]);
    expect(shown.duration).toBe(20);
  });
});
