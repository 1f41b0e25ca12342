import { describe, expect, it } from "vitest";
import { documentOf, eiDocument, sentencesOf } from "../../support/documents.ts";
import { eiFile, tangentFile, withField } from "../../support/experimentFiles.ts";

describe("parseExperiment, defaults", () => {
  it("fills in every default of a file that has only what is required", () => {
    const { network, input, ...rest } = eiDocument();
    expect(rest).toEqual({
      format: "latent-boundaries/experiment",
      version: 1,
      name: "",
      dynamics: {
        engine: "clock",
        dt: 0.01,
        minGap: 0,
        synapse: { kind: "delta" },
        overshoot: "keep",
        refractory: { E: 0, I: 0 },
        delay: { E: 0, I: 0 },
        noise: { sigma: { E: 0, I: 0 }, generator: "fast", skip: 0, start: "zero" },
        rateRule: "reference",
        beta: null,
        tauS: null,
      },
      currents: [],
      initial: { kind: "rest" },
      duration: 10,
      seed: 0,
      record: { latentsEvery: 0.1, voltages: {} },
      window: { from: 0, to: 10 },
      annotations: [],
    });
    expect(input.kind).toBe("piecewise-linear");
    expect(network.inputs).toBe(1);
  });

  it("fills in latents, cross-decoders and self-resets of a population", () => {
    const { network } = eiDocument();
    expect(network.kind === "explicit" && network.populations[1]).toEqual({
      id: "I",
      type: "inhibitory",
      latents: ["I"],
      feedforward: [[0.1], [0.2], [0.3]],
      encoders: { E: [1.5, 1.5, 1.5], I: [1, 1, 1] },
      thresholds: [0.5, 0.6, 0.7],
      decoders: [[-0.5], [-0.6], [-0.7]],
      crossDecoders: {},
      selfReset: [0, 0, 0],
    });
  });

  it("takes one input where the number of inputs is left out", () => {
    expect(documentOf(withField(eiFile(), ["network", "inputs"], undefined)).network.inputs).toBe(
      1,
    );
  });

  it("clamps the overshoot of a single population and keeps that of two", () => {
    expect(documentOf(tangentFile()).dynamics.overshoot).toBe("clamp");
    expect(eiDocument().dynamics.overshoot).toBe("keep");
  });

  it("keeps the overshoot of pulses, which nothing clamps", () => {
    const dynamics = { engine: "clock", dt: 0.01, synapse: { kind: "pulse", width: 0.1 } };
    expect(documentOf({ ...tangentFile(), dynamics }).dynamics.overshoot).toBe("keep");
  });

  it("spreads one number over all populations and one self-reset over all neurons", () => {
    const dynamics = { engine: "clock", dt: 0.01, refractory: 0.2, noise: { sigma: 0.1 } };
    const file = withField(
      { ...eiFile(), dynamics },
      ["network", "populations", 1, "selfReset"],
      0.5,
    );
    const { network, dynamics: read } = documentOf(file);
    expect(read.refractory).toEqual({ E: 0.2, I: 0.2 });
    expect(read.noise.sigma).toEqual({ E: 0.1, I: 0.1 });
    expect(network.kind === "explicit" && network.populations[1]?.selfReset).toEqual([
      0.5, 0.5, 0.5,
    ]);
  });

  it("leaves the event engine without a time step and without a limit on steps", () => {
    const file = { ...eiFile(), dynamics: { engine: "event", minGap: 0.001 }, duration: 1e9 };
    expect(documentOf(file).dynamics).toMatchObject({ engine: "event", dt: null, minGap: 0.001 });
  });

  it("reads several latents, cross-decoders and per-neuron self-resets", () => {
    const file = withField(eiFile(), ["network", "populations", 0], {
      id: "E",
      type: "excitatory",
      latents: ["a", "b"],
      feedforward: [[0], [0]],
      encoders: { a: [1, 1], I: [1, 1] },
      thresholds: [1, 1],
      decoders: [
        [1, 0],
        [0, 1],
      ],
      crossDecoders: {
        I: [
          [1, 0.5],
          [0, 1],
        ],
      },
      selfReset: [0.1, 0],
    });
    const { network } = documentOf(
      withField(file, ["network", "populations", 1, "encoders"], { b: [1, 1, 1] }),
    );
    expect(network.kind === "explicit" && network.populations[0]).toMatchObject({
      latents: ["a", "b"],
      crossDecoders: {
        I: [
          [1, 0.5],
          [0, 1],
        ],
      },
      selfReset: [0.1, 0],
    });
  });

  it("allows neurons without signs in an unconstrained population", () => {
    const file = withField(eiFile(), ["network", "populations", 0, "type"], "unconstrained");
    const signed = withField(file, ["network", "populations", 0, "decoders"], [-1, 1]);
    expect(
      sentencesOf(withField(signed, ["network", "populations", 0, "encoders", "E"], [-1, 1])),
    ).toEqual([]);
  });

  it("reads 0 where a file says -0, which text cannot tell apart", () => {
    const { duration, seed } = eiDocument({ seed: -0 });
    expect(Object.is(seed, 0)).toBe(true);
    expect(duration).toBe(10);
  });

  it("reads currents, recordings, window, initial states and annotations", () => {
    const read = eiDocument({
      currents: [
        { population: "I", from: 1, to: 20, amplitude: 0.3 },
        { population: "E", from: 1, to: 2, amplitude: -0.3, neurons: [1, 1, 0] },
      ],
      initial: { kind: "voltages", voltages: { I: [0, 0.5, -1] } },
      record: { latentsEvery: 0.05, voltages: { I: [0, 2], E: [] } },
      window: { from: 2 },
      annotations: [{ points: [[1, 2]] }],
    });
    expect(read.currents).toEqual([
      { population: "I", from: 1, to: 20, amplitude: 0.3, neurons: "all" },
      { population: "E", from: 1, to: 2, amplitude: -0.3, neurons: [1, 0] },
    ]);
    expect(read.initial).toEqual({
      kind: "voltages",
      voltages: { E: [0, 0], I: [0, 0.5, -1] },
      latents: { E: 0, I: 0 },
    });
    expect(read.record).toEqual({ latentsEvery: 0.05, voltages: { I: [0, 2] } });
    expect(read.window).toEqual({ from: 2, to: 10 });
    expect(read.annotations).toEqual([
      { label: "", style: "dotted", tone: "neutral", x: null, points: [[1, 2]] },
    ]);
  });

  it("starts latents that are not named at 0", () => {
    const { initial } = eiDocument({ initial: { kind: "latents", latents: { I: -5 } } });
    expect(initial).toEqual({ kind: "latents", latents: { E: 0, I: -5 } });
  });

  it("reads the rate engine with both rules", () => {
    const rate = { engine: "rate", dt: 0.01, beta: { E: 10, I: 20 } };
    expect(eiDocument({ dynamics: rate }).dynamics.beta).toEqual({ E: 10, I: 20 });
    const latent = { ...rate, rateRule: "latent", tauS: 0.5 };
    expect(eiDocument({ dynamics: latent }).dynamics.tauS).toEqual({ E: 0.5, I: 0.5 });
  });

  it("reads rates to start from with the rate engine", () => {
    const dynamics = { engine: "rate", dt: 0.01, beta: 10 };
    const initial = { kind: "rates", rates: { E: [0.1, 0.2], I: [0.1, 0.2, 0.3] } };
    expect(eiDocument({ dynamics, initial }).initial).toEqual(initial);
  });

  it("reads sines and one sample a step", () => {
    const sine = { kind: "sine", offset: [0], amplitude: [1], period: 5 };
    expect(eiDocument({ input: sine }).input).toEqual({ ...sine, phase: 0 });
    const samples = { kind: "samples", values: Array.from({ length: 10 }, (_, k) => [k]) };
    expect(eiDocument({ input: samples, duration: 0.1 }).input).toEqual(samples);
  });
});
