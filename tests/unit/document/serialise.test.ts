import { describe, expect, it } from "vitest";
import {
  defaultView,
  type ExperimentDoc,
  parseExperiment,
  serialiseExperiment,
  serialiseWorkspace,
} from "#document";
import { documentOf, eiDocument, tangentDocument } from "../../support/documents.ts";
import { eiFile, type Json, tangentFile, withField } from "../../support/experimentFiles.ts";

function readBack(experiment: ExperimentDoc): unknown {
  const result = parseExperiment(JSON.parse(JSON.stringify(serialiseExperiment(experiment))));
  return result.ok && result.warnings.length === 0 ? result.experiment : result;
}

describe("serialiseExperiment", () => {
  it("leaves out everything that is default", () => {
    expect(serialiseExperiment(eiDocument())).toEqual({ ...eiFile(), seed: 0 });
  });

  it("writes fields in one order", () => {
    const keys = Object.keys(serialiseExperiment(eiDocument({ name: "n", window: { from: 1 } })));
    expect(keys).toEqual([
      "format",
      "version",
      "name",
      "network",
      "input",
      "dynamics",
      "duration",
      "seed",
      "window",
    ]);
  });

  it("writes one number where all populations or neurons have the same", () => {
    const dynamics = {
      engine: "clock",
      dt: 0.01,
      delay: { E: 0.1, I: 0.1 },
      refractory: { E: 1, I: 0 },
    };
    const file = withField(
      { ...eiFile(), dynamics },
      ["network", "populations", 0, "selfReset"],
      [2, 2],
    );
    const written = serialiseExperiment(documentOf(file));
    expect(written).toMatchObject({ dynamics: { delay: 0.1, refractory: { E: 1, I: 0 } } });
    expect(written).toMatchObject({ network: { populations: [{ selfReset: 2 }, {}] } });
  });

  const rate = { engine: "rate", dt: 0.01, beta: { E: 1, I: 2 } };
  const cases: readonly (readonly [string, Json])[] = [
    ["defaults", {}],
    ["pulses", { dynamics: { engine: "clock", dt: 0.01, synapse: { kind: "pulse", width: 1 } } }],
    ["exponential synapses", { dynamics: { engine: "bridge", dt: 0.01, overshoot: "clamp" } }],
    [
      "noise",
      {
        dynamics: {
          engine: "clock",
          dt: 0.01,
          synapse: { kind: "exponential", tau: { E: 1, I: 2 } },
          noise: { sigma: { E: 0, I: 1 }, generator: "mt19937", skip: 3, start: "stationary" },
        },
      },
    ],
    ["the event engine", { dynamics: { engine: "event", minGap: 0.1 } }],
    ["the rate engine", { dynamics: rate }],
    ["the latent rule", { dynamics: { ...rate, rateRule: "latent", tauS: 3 } }],
    [
      "exponential Euler",
      { dynamics: { ...rate, rateRule: "latent", tauS: 3, integrator: "exponential-euler" } },
    ],
    [
      "rates",
      { dynamics: rate, initial: { kind: "rates", rates: { E: [0.1, 0.2], I: [0.1, 0.2, 0.3] } } },
    ],
    ["latents", { initial: { kind: "latents", latents: { I: -1 } } }],
    ["voltages", { initial: { kind: "voltages", voltages: { I: [0, 1, 2] } } }],
    ["voltages and latents", { initial: { kind: "voltages", voltages: {}, latents: { I: -1 } } }],
    ["currents", { currents: [{ population: "I", from: 1, to: 2, amplitude: 3, neurons: [1] }] }],
    ["a recording", { record: { latentsEvery: 0.3, voltages: { E: [1] } }, seed: 7, name: "x" }],
    ["annotations", { annotations: [{ label: "l", tone: "E", x: 1, points: [[1, 2]] }] }],
    ["a sine", { input: { kind: "sine", offset: [1], amplitude: [2], period: 3, phase: 0.5 } }],
  ];

  it.each(cases)("writes %s so that it reads back the same", (_, change) => {
    expect(readBack(eiDocument(change))).toEqual(eiDocument(change));
  });

  it("writes latents of other names and cross-decoders so that they read back the same", () => {
    const I = ["network", "populations", 1] as const;
    const named = withField(eiFile(), [...I, "latents"], ["I", "J"]);
    const wide = withField(
      named,
      [...I, "decoders"],
      [
        [-1, 0],
        [0, -1],
        [-1, -1],
      ],
    );
    const file = withField(wide, [...I, "crossDecoders"], {
      E: [
        [-2, 0],
        [0, -2],
        [-2, -2],
      ],
    });
    expect(readBack(documentOf(file))).toEqual(documentOf(file));
    const one = withField(eiFile(), [...I, "crossDecoders"], { E: [-2, -2, -2] });
    expect(readBack(documentOf(one))).toEqual(documentOf(one));
  });

  it("writes recipes as recipes, with the neurons that were set by hand", () => {
    expect(serialiseExperiment(tangentDocument())).toMatchObject({
      network: { kind: "tangent", populations: [{ copies: 1, decoder: -0.6 }] },
    });
    const file = withField(tangentFile(), ["network", "overrides"], { I: { 3: { threshold: 1 } } });
    expect(readBack(documentOf(file))).toEqual(documentOf(file));
  });

  it("keeps the view beside the experiment", () => {
    const experiment = eiDocument();
    const view = defaultView(experiment);
    expect(serialiseWorkspace({ experiment, view })).toEqual({
      ...serialiseExperiment(experiment),
      view,
    });
  });
});
