import { describe, expect, it } from "vitest";
import { createEngine, type Engine, type SimulationSpec, type Synapse } from "#engines";
import type { LowRankNetwork } from "#model";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import {
  createTestNetwork,
  createTestSpec,
  holdAt,
  type TestPopulation,
} from "../../support/simulationSpecs.ts";

const excitatory: TestPopulation = {
  type: "excitatory",
  feedforward: [1, 1.2],
  encoders: [
    [0.3, 1],
    [0.2, 1],
  ],
  thresholds: [0.2, 0.4],
  decoders: [0.3, 0.4],
  selfReset: 0.1,
};
const inhibitory: TestPopulation = {
  type: "inhibitory",
  feedforward: [0.5],
  encoders: [[1, 0.8]],
  thresholds: [0.5],
  decoders: [-0.6],
};
const network = createTestNetwork(excitatory, inhibitory);
const moved = createTestNetwork(
  { ...excitatory, feedforward: [1.1, 1.2], thresholds: [0.3, 0.35], decoders: [0.2, 0.4] },
  { ...inhibitory, encoders: [[1.2, 0.9]] },
);
const SYNAPSES: readonly Synapse[] = [
  { kind: "delta" },
  { kind: "pulse", widths: [0.05, 0.05] },
  { kind: "exponential", taus: [0.05, 0.05] },
];

function start(changes: Partial<SimulationSpec> = {}): Engine {
  return createEngine(
    createTestSpec(network, { steps: Number.POSITIVE_INFINITY, input: holdAt(1), ...changes }),
  );
}

/** V - F x - E y, which a change of the network must leave alone once everything sent has arrived. */
function residuals(engine: Engine, now: LowRankNetwork): readonly number[] {
  const { voltages, input, latents } = engine.state;
  return Array.from(voltages, (voltage, neuron) => {
    const drive = (now.feedforward[neuron] ?? 0) * (input[0] ?? 0);
    const recurrent =
      (now.encoders[2 * neuron] ?? 0) * (latents[0] ?? 0) +
      (now.encoders[2 * neuron + 1] ?? 0) * (latents[1] ?? 0);
    return voltage - 1 + (now.thresholds[neuron] ?? 0) - drive - recurrent;
  });
}

describe.each(SYNAPSES)("a live run with synapses of kind $kind", (synapse) => {
  it("is not disturbed by a change to the same network", () => {
    const [touched, free] = [start({ synapse }), start({ synapse })];
    for (let round = 0; round < 20; round += 1) {
      touched.advance(7, createSilentRecorder());
      touched.retune(network);
    }
    free.advance(140, createSilentRecorder());
    expect(touched.state.voltages).toEqual(free.state.voltages);
    expect(touched.state.latents).toEqual(free.state.latents);
  });

  it("uses the new numbers from the next step on", () => {
    const [changed, old] = [start({ synapse }), start({ synapse })];
    for (const engine of [changed, old]) engine.advance(100, createSilentRecorder());
    changed.retune(moved);
    for (const engine of [changed, old]) engine.advance(400, createSilentRecorder());
    expect(changed.state.latents).not.toEqual(old.state.latents);
  });
});

describe("a change of the network", () => {
  it("moves every voltage along with F x + E y - T at once", () => {
    const engine = start({ initial: { kind: "latents", latents: new Float64Array([0.5, -4]) } });
    engine.advance(3, createSilentRecorder());
    const before = residuals(engine, network);
    engine.retune(moved);
    for (const [neuron, value] of residuals(engine, moved).entries())
      expect(value).toBeCloseTo(before[neuron] ?? 0, 12);
  });

  it("moves voltages whose spikes are still on their way through axons", () => {
    const engine = start({ delay: [0.05, 0.05] });
    engine.advance(200, createSilentRecorder());
    engine.retune(moved);
    engine.advance(200, createSilentRecorder());
    expect(engine.step).toBe(400);
  });

  it("is refused when sizes or populations differ", () => {
    const sentence = "A running network can change its numbers, not its populations or sizes.";
    const engine = start();
    expect(() => engine.retune(createTestNetwork({ ...inhibitory, encoders: [[1]] }))).toThrow(
      sentence,
    );
    expect(() => engine.retune(createTestNetwork(inhibitory, excitatory))).toThrow(sentence);
  });
});

describe("a held input", () => {
  it("replaces the course and is tracked without lag", () => {
    const engine = start({ initial: { kind: "latents", latents: new Float64Array([0, -5]) } });
    engine.advance(1, createSilentRecorder());
    const before = residuals(engine, network);
    engine.holdInput(new Float64Array([2]));
    engine.advance(1, createSilentRecorder());
    expect(engine.state.input[0]).toBe(2);
    for (const [neuron, value] of residuals(engine, network).entries())
      expect(Math.abs(value - (before[neuron] ?? 0))).toBeLessThan(0.05);
  });

  it("must have a number for each input", () => {
    expect(() => start().holdInput(new Float64Array(2))).toThrow(
      "The held input has 2 numbers, needs 1.",
    );
  });
});

describe("a held current", () => {
  it("acts from the next step on, in place of the pulses", () => {
    const pulse = { neurons: new Uint32Array([0]), from: 0, to: 1000, amplitude: 9 };
    const engine = start({ currents: [pulse], input: holdAt(0) });
    engine.holdCurrent(new Float64Array([0, -2, 0]));
    engine.advance(1, createSilentRecorder());
    expect([...engine.state.injected]).toEqual([0, -2, 0]);
    expect(engine.state.voltages[1]).toBeCloseTo(0.01 * (0.6 - 2), 12);
    expect(engine.state.voltages[0]).toBeCloseTo(0.01 * 0.8, 12);
  });

  it("must have a number for each neuron", () => {
    expect(() => start().holdCurrent(new Float64Array(2))).toThrow(
      "The held current has 2 numbers, needs 3.",
    );
  });
});

it("goes on past the last sample of a sampled course", () => {
  const engine = start({ input: { kind: "samples", values: new Float64Array([0, 1]) } });
  engine.advance(50, createSilentRecorder());
  expect(engine.state.input[0]).toBe(1);
});
