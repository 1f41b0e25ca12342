import { describe, expect, it } from "vitest";
import {
  findParameter,
  type NeuronRef,
  type ParameterTarget,
  parameters,
  readNeuron,
} from "#document";
import { documentOf, eiDocument, tangentDocument } from "../../support/documents.ts";
import { eiFile, type Json, withField } from "../../support/experimentFiles.ts";

const neurons = (...refs: readonly NeuronRef[]): ParameterTarget => ({
  scope: "neurons",
  neurons: refs,
});
const population = (id: string): ParameterTarget => ({ scope: "population", population: id });
const run: ParameterTarget = { scope: "run" };
const I0: NeuronRef = { population: "I", index: 0 };
const I1: NeuronRef = { population: "I", index: 1 };
const E0: NeuronRef = { population: "E", index: 0 };

describe("the parameter table", () => {
  it("has unique ids, sensible ranges and one help sentence each", () => {
    expect(new Set(parameters.map(({ id }) => id)).size).toBe(parameters.length);
    for (const parameter of parameters) {
      const { min, max, sliderMin, sliderMax, step, keyStep, help } = parameter;
      expect(min).toBeLessThanOrEqual(sliderMin);
      expect(sliderMin).toBeLessThan(sliderMax);
      expect(sliderMax).toBeLessThanOrEqual(max);
      expect(step).toBeLessThanOrEqual(keyStep);
      expect(help).toMatch(/^[A-Z][^.]*\.$/);
    }
  });

  it("finds a parameter by id and nothing else", () => {
    expect(findParameter("threshold").symbol).toBe("T");
    expect(() => findParameter("magic")).toThrow('There is no parameter "magic".');
  });

  it("answers nothing about a target of another scope and does not write to it", () => {
    const experiment = eiDocument();
    for (const parameter of parameters) {
      const other = parameter.scope === "run" ? population("E") : run;
      expect(parameter.applies(experiment, other)).toBe(false);
      expect(parameter.read(experiment, other)).toBeNull();
      expect(parameter.write(experiment, other, 1)).toBe(experiment);
    }
  });
});

describe("parameters of neurons", () => {
  const T = findParameter("threshold");

  it("reads one value, and null where the selected neurons differ", () => {
    expect(T.read(eiDocument(), neurons(I0))).toBe(0.5);
    expect(T.read(eiDocument(), neurons(I0, I1))).toBeNull();
    expect(T.read(eiDocument(), neurons())).toBeNull();
    expect(T.applies(eiDocument(), neurons())).toBe(false);
    expect(T.applies(eiDocument(), neurons({ population: "X", index: 0 }))).toBe(false);
  });

  it("writes all selected neurons, within the range", () => {
    const after = T.write(eiDocument(), neurons(I0, I1, E0), 2e6);
    expect(T.read(after, neurons(I0, I1, E0))).toBe(1e6);
  });

  it("shows decoders as magnitudes and writes the sign of the population", () => {
    const D = findParameter("decoder");
    expect(D.read(eiDocument(), neurons(I0))).toBe(0.5);
    const after = D.write(eiDocument(), neurons(I0, E0), 2);
    expect([readNeuron(after, I0)?.decoders, readNeuron(after, E0)?.decoders]).toEqual([[-2], [2]]);
  });

  it("has no decoder where a neuron has several or any sign", () => {
    const D = findParameter("decoder");
    const wide = withField(eiFile(), ["network", "populations", 0, "latents"], ["E", "F"]);
    const two = withField(
      wide,
      ["network", "populations", 0, "decoders"],
      [
        [1, 2],
        [3, 4],
      ],
    );
    expect(D.applies(documentOf(two), neurons(E0))).toBe(false);
    const free = withField(eiFile(), ["network", "populations", 0, "type"], "unconstrained");
    expect(D.applies(documentOf(free), neurons(E0))).toBe(false);
  });

  it.each([
    ["encoder.EE", E0, 1],
    ["encoder.EI", E0, 1],
    ["encoder.IE", I0, 1.5],
    ["encoder.II", I0, 1],
  ])("reads and writes %s", (id, ref, value) => {
    const parameter = findParameter(id);
    expect(parameter.read(eiDocument(), neurons(ref))).toBe(value);
    const after = parameter.write(eiDocument(), neurons(ref), 2.5);
    expect(parameter.read(after, neurons(ref))).toBe(2.5);
    const other = ref === E0 ? I0 : E0;
    expect(parameter.applies(eiDocument(), neurons(other))).toBe(false);
    expect(parameter.write(eiDocument(), neurons(other), 9)).toEqual(eiDocument());
  });

  it("reads 0 for a latent that is not read, and has no encoder of a latent that is not there", () => {
    const file = withField(eiFile(), ["network", "populations", 0, "encoders"], {});
    expect(findParameter("encoder.EI").read(documentOf(file), neurons(E0))).toBe(0);
    expect(findParameter("encoder.IE").applies(tangentDocument(), neurons(I0))).toBe(false);
    expect(findParameter("encoder.II").read(tangentDocument(), neurons(I0))).toBe(1);
  });

  it("has one feedforward weight for each input", () => {
    const file: Json = withField(eiFile(), ["network"], {
      kind: "explicit",
      inputs: 2,
      populations: [
        {
          id: "E",
          type: "excitatory",
          feedforward: [[1, 2]],
          encoders: {},
          thresholds: [1],
          decoders: [1],
        },
      ],
    });
    const input = { kind: "piecewise-linear", points: [[0, [0, 0]]] };
    const experiment = documentOf({ ...file, input });
    const second = findParameter("feedforward.1");
    expect(second.read(experiment, neurons(E0))).toBe(2);
    expect(readNeuron(second.write(experiment, neurons(E0), 5), E0)?.feedforward).toEqual([1, 5]);
    expect(findParameter("feedforward.2").applies(experiment, neurons(E0))).toBe(false);
    expect(second.applies(eiDocument(), neurons(E0))).toBe(false);
  });

  it("writes the extra self-reset of tangent neurons", () => {
    const mu = findParameter("selfReset");
    expect(mu.read(mu.write(tangentDocument(), neurons(I0), 0.5), neurons(I0))).toBe(0.5);
  });
});

describe("parameters of a population", () => {
  it.each([
    ["noise.sigma", {}, 0.3],
    ["refractory", {}, 0.3],
    ["delay", {}, 0.3],
    ["synapse.width", { synapse: { kind: "pulse", width: 1 } }, 0.3],
    ["synapse.tau", { synapse: { kind: "exponential", tau: 1 } }, 0.3],
    ["beta", { engine: "rate", beta: 5 }, 7],
    ["tauS", { engine: "rate", beta: 5, rateRule: "latent", tauS: 1 }, 0.7],
  ])("writes %s of one population alone", (id, change, value) => {
    const parameter = findParameter(id);
    const before = eiDocument({ dynamics: { engine: "clock", dt: 0.01, ...change } });
    const after = parameter.write(before, population("I"), value);
    expect(parameter.read(after, population("I"))).toBe(value);
    expect(parameter.read(after, population("E"))).toBe(parameter.read(before, population("E")));
    expect(parameter.applies(before, population("X"))).toBe(false);
    expect(parameter.write(before, population("X"), value)).toBe(before);
    expect(parameter.write(after, population("I"), value)).toBe(after);
  });

  it("applies where the engine and the synapse use it", () => {
    const rate = eiDocument({ dynamics: { engine: "rate", dt: 0.01, beta: 5 } });
    const applying = (experiment: ReturnType<typeof eiDocument>): readonly string[] =>
      parameters.filter((each) => each.applies(experiment, population("E"))).map(({ id }) => id);
    expect(applying(eiDocument())).toEqual(["noise.sigma", "refractory", "delay"]);
    expect(applying(rate)).toEqual(["beta"]);
    for (const dynamics of [{ engine: "bridge", dt: 0.01 }, { engine: "event" }]) {
      expect(applying(eiDocument({ dynamics }))).toEqual(["noise.sigma", "refractory", "delay"]);
    }
  });

  it("hands the network to an engine with noise when noise is asked of one without", () => {
    const exact = eiDocument({ dynamics: { engine: "event" } });
    const sigma = findParameter("noise.sigma");
    const noisy = sigma.write(exact, population("E"), 0.1);
    expect(noisy.dynamics).toMatchObject({ engine: "bridge", dt: 0.05 });
    expect(sigma.read(noisy, population("E"))).toBe(0.1);
    expect(sigma.write(exact, population("E"), 0)).toBe(exact);
  });

  it("never makes a pulse shorter than a step", () => {
    const before = eiDocument({
      dynamics: { engine: "clock", dt: 0.01, synapse: { kind: "pulse", width: 1 } },
    });
    const width = findParameter("synapse.width");
    expect(width.read(width.write(before, population("I"), 0), population("I"))).toBe(0.01);
  });
});

describe("parameters of the run", () => {
  it.each([
    ["duration", 20],
    ["dt", 0.02],
    ["seed", 5],
    ["window.from", 3],
    ["window.to", 7],
    ["record.latentsEvery", 0.5],
  ])("reads and writes %s", (id, value) => {
    const parameter = findParameter(id);
    const after = parameter.write(eiDocument(), run, value);
    expect(parameter.read(after, run)).toBe(value);
    expect(parameter.write(after, run, value)).toBe(after);
  });

  it("has a least gap between spikes at exact times alone", () => {
    const gap = findParameter("minGap");
    const exact = eiDocument({ dynamics: { engine: "event" } });
    expect(gap.applies(eiDocument(), run)).toBe(false);
    expect(gap.read(exact, run)).toBe(0);
    expect(gap.write(exact, run, 0.01).dynamics.minGap).toBe(0.01);
    expect(gap.write(eiDocument(), run, 0.01)).toEqual(eiDocument());
  });

  it("keeps the start of the window before its end", () => {
    const from = findParameter("window.from");
    expect(from.write(eiDocument({ window: { to: 5 } }), run, 9).window).toEqual({
      from: 5,
      to: 5.01,
    });
  });

  it("has no time step with the event engine", () => {
    const event = eiDocument({ dynamics: { engine: "event" } });
    expect(findParameter("dt").applies(event, run)).toBe(false);
    expect(findParameter("dt").write(event, run, 0.1)).toBe(event);
  });
});
