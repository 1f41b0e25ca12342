import { describe, expect, it } from "vitest";
import { type EngineName, findClashes, setEngine, toSimulation } from "#document";
import { findRunFault } from "#engines";
import { eiDocument } from "../../support/documents.ts";
import type { Json } from "../../support/experimentFiles.ts";

const ENGINES: readonly EngineName[] = ["clock", "event", "bridge", "rate"];
const clock = (dynamics: Json): Json => ({ dynamics: { engine: "clock", dt: 0.01, ...dynamics } });

/** Documents that ask for one thing each, and two that ask for several. */
const DEMANDS: readonly (readonly [string, Json])[] = [
  ["nothing special", {}],
  ["noise", clock({ noise: { sigma: { E: 0, I: 0.1 } } })],
  ["the generator of seeded runs", clock({ noise: { sigma: 0.1, generator: "mt19937" } })],
  ["pulses", clock({ synapse: { kind: "pulse", width: 0.5 } })],
  ["exponential synapses", clock({ synapse: { kind: "exponential", tau: 0.5 } })],
  ["a refractory time", clock({ refractory: { E: 0.1 } })],
  ["a delay of neurons that reset themselves", clock({ delay: { I: 0.1 } })],
  ["a delay of neurons that do not", clock({ delay: { E: 0.1 } })],
  ["a delay of neurons that rest", clock({ delay: { E: 0.1 }, refractory: { E: 0.1 } })],
  ["currents", { currents: [{ population: "I", from: 1, to: 2, amplitude: 1 }] }],
  ["latents to start from", { initial: { kind: "latents", latents: { E: 1 } } }],
  ["voltages to start from", { initial: { kind: "voltages", voltages: { E: [0, 1] } } }],
  ["a sine", { input: { kind: "sine", offset: [0], amplitude: [1], period: 3 } }],
  ["noise and pulses", clock({ noise: { sigma: 1 }, synapse: { kind: "pulse", width: 0.5 } })],
  ["a refractory time and a delay", clock({ refractory: 0.1, delay: 0.2 })],
];

describe("what the documents' table says of the engines", () => {
  it.each(DEMANDS)("is what they say of %s themselves", (_what, change) => {
    const experiment = eiDocument(change);
    for (const engine of ENGINES) {
      const settings = setEngine(eiDocument(), engine).dynamics;
      const { synapse, noise, refractory, delay } = experiment.dynamics;
      const dynamics = { ...settings, synapse, noise, refractory, delay };
      const simulation = toSimulation({ ...experiment, dynamics });
      if (!simulation.ok) throw new Error(simulation.problem.message);
      const isRefused = findClashes(experiment, engine).length > 0;
      expect([engine, isRefused]).toEqual([engine, findRunFault(simulation.spec) !== null]);
    }
  });

  it.each(DEMANDS)(
    "leaves nothing in the way of an engine that is chosen in spite of %s",
    (_what, change) => {
      for (const engine of ENGINES) {
        const simulation = toSimulation(setEngine(eiDocument(change), engine));
        expect([engine, simulation.ok && findRunFault(simulation.spec)]).toEqual([engine, null]);
      }
    },
  );
});
