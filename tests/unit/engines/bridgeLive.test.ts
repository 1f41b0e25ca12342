import { describe, expect, it } from "vitest";
import { createEngine, type Engine, type SimulationSpec } from "#engines";
import { inhibitory, network, noiseOf, silent, specOf, start } from "../../support/bridgeSpecs.ts";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import { createTestNetwork, holdAt } from "../../support/simulationSpecs.ts";

describe("a live run of the bridge engine", () => {
  const live = (changes: Partial<SimulationSpec> = {}): Engine =>
    createEngine(specOf({ steps: Number.POSITIVE_INFINITY, ...changes }));
  const moved = createTestNetwork({
    ...inhibitory,
    encoders: [[1.1], [1.3]],
    feedforward: [0.6, 0.7],
    thresholds: [-0.3, -0.4],
  });

  it("is not disturbed by a change to the same network", () => {
    const [touched, free] = [live(), live()];
    for (let round = 0; round < 20; round += 1) {
      touched.advance(7, createSilentRecorder());
      touched.retune(network);
    }
    free.advance(140, createSilentRecorder());
    expect(touched.state.voltages).toEqual(free.state.voltages);
  });

  it("moves every voltage along with F x + E y - T when the network changes", () => {
    const engine = live({ input: holdAt(0.4), noise: noiseOf(0) });
    engine.advance(50, createSilentRecorder());
    const before = engine.state.voltages.slice();
    const y = engine.state.latents[0] ?? 0;
    engine.retune(moved);
    expect(y).toBeLessThan(-0.1);
    expect(engine.state.voltages[0]).toBeCloseTo((before[0] ?? 0) + 0.04 + 0.1 * y - 0.2, 12);
    expect(engine.state.voltages[1]).toBeCloseTo((before[1] ?? 0) + 0.1 * y, 12);
  });

  it("follows a held input at once, with spikes if it must", () => {
    const engine = live({ noise: noiseOf(0), initial: start(-3) });
    engine.advance(1, createSilentRecorder());
    const spikes: number[] = [];
    engine.holdInput(Float64Array.of(8));
    engine.advance(1, { ...createSilentRecorder(), spike: (_, __, time) => spikes.push(time) });
    expect(engine.state.input[0]).toBe(8);
    expect(spikes.filter((time) => time === 0.05).length).toBeGreaterThan(1);
  });

  it("relaxes to a held current, which replaces the pulses", () => {
    const pulse = { neurons: Uint32Array.of(0), from: 0, to: 1000, amplitude: -9 };
    const engine = live({ noise: noiseOf(0), currents: [pulse], initial: start(-3) });
    engine.advance(1, createSilentRecorder());
    const [first = 0] = engine.state.voltages;
    engine.holdCurrent(Float64Array.of(-1, 0));
    engine.advance(1, createSilentRecorder());
    expect(engine.state.injected).toEqual(Float64Array.of(-1, 0));
    const rest = 1.5 - 1;
    expect(engine.state.voltages[0]).toBeCloseTo(rest + (first - rest) * Math.exp(-0.05), 12);
  });

  it("takes the present only", () => {
    expect(() => live().holdInput(new Float64Array(2))).toThrow(
      "The held input has 2 numbers, needs 1.",
    );
    expect(() => live().holdCurrent(new Float64Array(1))).toThrow("needs 2");
    const sentence = "A running network can change its numbers, not its populations or sizes.";
    expect(() => live().retune(createTestNetwork(silent(1)))).toThrow(sentence);
  });
});
