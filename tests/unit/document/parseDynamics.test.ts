import { describe } from "vitest";
import { eiFile } from "../../support/experimentFiles.ts";
import { itRefuses } from "../../support/itRefuses.ts";

const rate = { engine: "rate", dt: 0.01, beta: 10 };
const event = { engine: "event" };

describe("rules of the dynamics", () => {
  itRefuses([
    ["dynamics that are text", ["dynamics"], "fast", 'dynamics is "fast"; it must be an object.'],
    [
      "no engine",
      ["dynamics", "engine"],
      undefined,
      'dynamics.engine is missing; it must be "clock", "event", "bridge" or "rate".',
    ],
    [
      "no step",
      ["dynamics", "dt"],
      undefined,
      "dynamics.dt is missing; it must be a number above 0 and at most 1.",
    ],
    [
      "a step of 0",
      ["dynamics", "dt"],
      0,
      "dynamics.dt is 0; it must be a number above 0 and at most 1.",
    ],
    [
      "an unknown synapse",
      ["dynamics", "synapse"],
      { kind: "slow" },
      'dynamics.synapse.kind is "slow"; it must be "delta", "pulse" or "exponential".',
    ],
    [
      "a synapse that is text",
      ["dynamics", "synapse"],
      "pulse",
      'dynamics.synapse is "pulse"; it must be a synapse.',
    ],
    [
      "a pulse without a width",
      ["dynamics", "synapse"],
      { kind: "pulse" },
      "dynamics.synapse.width is missing; it must be a number from 0.01 to 1000 (at least one step dt).",
    ],
    [
      "a pulse shorter than a step",
      ["dynamics", "synapse"],
      { kind: "pulse", width: 0.001 },
      "dynamics.synapse.width is 0.001; it must be a number from 0.01 to 1000 (at least one step dt).",
    ],
    [
      "a width for a population that does not exist",
      ["dynamics", "synapse"],
      { kind: "pulse", width: { E: 1, I: 1, X: 1 } },
      'dynamics.synapse.width names "X", which is not a population of this network; it must be "E" or "I".',
    ],
    [
      "a time constant of one population alone",
      ["dynamics", "synapse"],
      { kind: "exponential", tau: { E: 1 } },
      "dynamics.synapse.tau.I is missing; it must be a number from 0.01 to 1000 (at least one step dt).",
    ],
    [
      "an unknown overshoot",
      ["dynamics", "overshoot"],
      "drop",
      'dynamics.overshoot is "drop"; it must be "clamp" or "keep".',
    ],
    [
      "a clamped overshoot of pulses",
      ["dynamics"],
      { engine: "clock", dt: 0.01, overshoot: "clamp", synapse: { kind: "pulse", width: 1 } },
      'dynamics.overshoot asks for a clamped overshoot with pulse synapses, which the clock engine cannot carry; use "keep", or delta synapses.',
    ],
    [
      "a negative refractory time",
      ["dynamics", "refractory"],
      -1,
      "dynamics.refractory is -1; it must be a number from 0 to 1000.",
    ],
    [
      "a delay of a million steps and more",
      ["dynamics"],
      { engine: "clock", dt: 0.0001, delay: 200 },
      "dynamics.delay is 200; it must be a number from 0 to 100.",
    ],
    [
      "noise that is a number",
      ["dynamics", "noise"],
      0.1,
      "dynamics.noise is 0.1; it must be noise settings.",
    ],
    [
      "negative noise",
      ["dynamics", "noise"],
      { sigma: -1 },
      "dynamics.noise.sigma is -1; it must be a number of 0 or more.",
    ],
    [
      "an unknown generator",
      ["dynamics", "noise"],
      { generator: "dice" },
      'dynamics.noise.generator is "dice"; it must be "fast" or "mt19937".',
    ],
    [
      "half a skip",
      ["dynamics", "noise"],
      { skip: 0.5 },
      "dynamics.noise.skip is 0.5; it must be a whole number from 0 to 100000000.",
    ],
    [
      "an unknown start",
      ["dynamics", "noise"],
      { start: "warm" },
      'dynamics.noise.start is "warm"; it must be "zero" or "stationary".',
    ],
    [
      "a rate engine without beta",
      ["dynamics"],
      { engine: "rate", dt: 0.01 },
      "dynamics.beta is missing; it must be a number above 0.",
    ],
    [
      "the latent rule without tauS",
      ["dynamics"],
      { ...rate, rateRule: "latent" },
      "dynamics.tauS is missing; it must be a number above 0.",
    ],
    [
      "an unknown rate rule",
      ["dynamics"],
      { ...rate, rateRule: "best" },
      'dynamics.rateRule is "best"; it must be "reference" or "latent".',
    ],
    [
      "an unknown integrator",
      ["dynamics"],
      { ...rate, rateRule: "latent", tauS: 1, integrator: "leapfrog" },
      'dynamics.integrator is "leapfrog"; it must be "runge-kutta" or "exponential-euler".',
    ],
  ]);
});

describe("what an engine cannot carry", () => {
  itRefuses([
    [
      "noise with the event engine",
      ["dynamics"],
      { ...event, noise: { sigma: 0.1 } },
      'dynamics.noise asks for noise, which the event engine cannot carry; use the engine "clock" or "bridge".',
    ],
    [
      "pulses with the event engine",
      ["dynamics"],
      { ...event, synapse: { kind: "pulse", width: 1 } },
      'dynamics.synapse asks for pulse synapses, which the event engine cannot carry; use the engine "clock".',
    ],
    [
      "exponential synapses with the bridge engine",
      ["dynamics"],
      { engine: "bridge", dt: 0.05, synapse: { kind: "exponential", tau: 1 } },
      'dynamics.synapse asks for exponential synapses, which the bridge engine cannot carry; use the engine "clock".',
    ],
    [
      "noise with the rate engine",
      ["dynamics"],
      { ...rate, noise: { sigma: 0.1 } },
      'dynamics.noise asks for noise, which the rate engine cannot carry; use the engine "clock" or "bridge".',
    ],
    [
      "a refractory time with the rate engine",
      ["dynamics"],
      { ...rate, refractory: 0.1 },
      'dynamics.refractory asks for a refractory time, which the rate engine cannot carry; use the engine "clock", "event" or "bridge".',
    ],
    [
      "delayed spikes of neurons that do not reset themselves with the event engine",
      ["dynamics"],
      { ...event, delay: { E: 0.1 } },
      'dynamics.delay asks for a delay of E spikes without a refractory time, which the event engine cannot carry; use the engine "clock", or a refractory time.',
    ],
    [
      "the generator of seeded runs with the bridge engine",
      ["dynamics"],
      { engine: "bridge", dt: 0.05, noise: { generator: "mt19937" } },
      'dynamics.noise.generator asks for the generator of seeded clock runs, which the bridge engine cannot carry; use the engine "clock", or "fast".',
    ],
    [
      "rates to start from with the clock engine",
      ["initial"],
      { kind: "rates", rates: { E: [0.5, 0.5], I: [0.5, 0.5, 0.5] } },
      'initial asks for firing rates to start from, which the clock engine cannot carry; use the engine "rate".',
    ],
  ]);
  itRefuses(
    [
      [
        "samples with the event engine",
        ["dynamics"],
        event,
        'input asks for one input sample for each step, which the event engine cannot carry; use the engine "clock" or "bridge", or a piecewise-linear input.',
      ],
    ],
    () => ({ ...eiFile(), duration: 0.01, input: { kind: "samples", values: [[0]] } }),
  );
});
