import { describe, expect, it } from "vitest";
import { toSimulation } from "#document";
import { findRunFault } from "#engines";
import { summariseRun } from "#exporters";
import { findCoarseSamples, runExperiment } from "../../../src/cli/simulate/runExperiment.ts";
import { eiDocument } from "../../support/documents.ts";

describe("findCoarseSamples", () => {
  const warningsOf = (duration: number): readonly string[] => {
    const experiment = eiDocument({ dynamics: { engine: "event" }, duration });
    const simulation = toSimulation(experiment);
    if (!simulation.ok) throw new Error(simulation.problem.message);
    expect(findRunFault(simulation.spec)).toBeNull();
    return findCoarseSamples(experiment, simulation);
  };

  it("warns of a run without steps that is too long for its samples, and of no other", () => {
    expect(warningsOf(1e5)).toEqual([]);
    expect(warningsOf(1e9)).toEqual([
      expect.stringMatching(
        /^The readouts are written every 100\.\d+ tau, as the run is too long for samples 0\.1 tau apart\.$/,
      ),
    ]);
  });
});

describe("runExperiment", () => {
  it("warns when the readouts leave the range of numbers", () => {
    const initial = { kind: "latents", latents: { I: -1e308, E: 1e308 } };
    const population = {
      feedforward: [[0]],
      thresholds: [1],
      selfReset: 0,
    };
    const network = {
      kind: "explicit",
      populations: [
        { ...population, id: "E", type: "excitatory", encoders: { E: [1e308] }, decoders: [1e308] },
        { ...population, id: "I", type: "inhibitory", encoders: { E: [1] }, decoders: [-1e308] },
      ],
    };
    const run = runExperiment(eiDocument({ network, initial }));
    expect(run.ok && run.warnings[0]).toMatch(
      /^From [\d.]+ tau on the readouts are too large to be written/,
    );
  });

  it("takes every so many samples where the crossing of a long run is looked up", () => {
    const experiment = eiDocument({ duration: 60, record: { latentsEvery: 0.01 } });
    const run = runExperiment(experiment);
    if (!run.ok) throw new Error(run.sentence);
    const { crossingError } = summariseRun(experiment, run.network, run.traces);
    expect(crossingError).toEqual({
      E: { mean: expect.closeTo(0, 0), rms: expect.closeTo(0.5, 0) },
      I: { mean: expect.closeTo(0, 0), rms: expect.closeTo(0.5, 0) },
    });
  });

  it("measures no error while there is no crossing", () => {
    const input = { kind: "piecewise-linear", points: [[0, [-100]]] };
    const experiment = eiDocument({ input });
    const run = runExperiment(experiment);
    if (!run.ok) throw new Error(run.sentence);
    expect(summariseRun(experiment, run.network, run.traces).crossingError).toBeUndefined();
  });
});
