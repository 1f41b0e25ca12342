import { describe, expect, it } from "vitest";
import { createEngine, findRunFault, type SimulationSpec } from "#engines";
import type { LowRankNetwork } from "#model";
import { figure4de } from "../../support/eiNetworks.ts";
import { eventSpec, ramp, single, spikesOf } from "../../support/eventRuns.ts";
import { curvedPair, inhibitoryParabola } from "../../support/parabolas.ts";
import { simulatePlainly } from "../../support/plainEvents.ts";
import { recordRun } from "../../support/recordRun.ts";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import { createTestNetwork, createTestSpec, holdAt } from "../../support/simulationSpecs.ts";

describe("a least time between spikes", () => {
  it("keeps spikes apart and lets those who wait fire when it has passed", () => {
    const times = spikesOf(eventSpec(single, 2, { input: holdAt(1), minGap: 0.02 })).map(
      ([, time]) => time,
    );
    expect(times[0]).toBe(0);
    expect(times[1]).toBeCloseTo(0.02, 12);
    for (const [at, time] of times.slice(1).entries())
      expect(time - (times[at] ?? 0)).toBeGreaterThan(0.02 - 1e-12);
  });

  it("bounds a network that would explode", () => {
    const endless = createTestNetwork({
      type: "excitatory",
      feedforward: [1],
      encoders: [[1]],
      thresholds: [0.5],
      decoders: [0.5],
    });
    const times = spikesOf(eventSpec(endless, 2, { input: holdAt(1), minGap: 0.25 })).map(
      ([, time]) => time,
    );
    expect(times).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75]);
  });
});

describe("what a single neuron has for itself", () => {
  it("is lowered by its self-reset, which decays", () => {
    const network = inhibitoryParabola(3, 0.5);
    const points = [[0, 0.6] as const];
    const expected = simulatePlainly({ network, points, latents: [0], duration: 4, most: 400 });
    const found = spikesOf(eventSpec(network, 4, { input: holdAt(0.6) }));
    expect(found.map(([neuron]) => neuron)).toEqual(expected.map(([neuron]) => neuron));
    expect(new Set(found.map(([neuron]) => neuron)).size).toBe(2);
  });

  it("is passed over while refractory and fires when released if it is still above threshold", () => {
    const times = spikesOf(eventSpec(single, 1.2, { input: holdAt(2), refractory: [0.3] })).map(
      ([, time]) => time,
    );
    for (const [at, expected] of [0, 0.3, 0.6, 0.9].entries())
      expect(times[at]).toBeCloseTo(expected, 12);
  });

  it("starts from its own voltage and relaxes", () => {
    const initial = {
      kind: "voltages",
      voltages: new Float64Array([-2]),
      latents: new Float64Array(1),
    } as const;
    // V = 0.5 - 3.5 e^-t reaches 0.
    const [first] = spikesOf(eventSpec(single, 3, { input: holdAt(0.5), initial }));
    expect(first?.[1]).toBeCloseTo(Math.log(7), 12);
    const { voltages } = recordRun(eventSpec(single, 1, { input: holdAt(0.5), initial }), {
      everySteps: 1,
      voltages: [0],
      currents: [],
    });
    expect(voltages[10]).toBeCloseTo(1.5 - 3.5 * Math.exp(-1), 12);
  });

  it("integrates an injected current from its first moment to its last", () => {
    const neurons = new Uint32Array([0]);
    const currents = [{ neurons, from: 0.55, to: 1.05, amplitude: 2 }];
    const quiet = holdAt(-1);
    const { voltages, latents } = recordRun(eventSpec(single, 4, { input: quiet, currents }), {
      everySteps: 1,
      voltages: [0],
      currents: [0],
    });
    expect(Math.max(...latents)).toBe(0);
    // V + 1 = 0 until the current begins; 2 (1 - e^-t) from there, and e^-t from where it ends.
    expect(voltages[5]).toBeCloseTo(0, 12);
    expect(voltages[10]).toBeCloseTo(2 * (1 - Math.exp(-0.45)), 12);
    expect(voltages[20]).toBeCloseTo(2 * (1 - Math.exp(-0.5)) * Math.exp(-0.95), 12);
    const [first] = spikesOf(eventSpec(single, 2, { input: holdAt(-0.5), currents }));
    expect(first?.[1]).toBeCloseTo(0.55 + Math.log(2 / 1.5), 12);
  });

  it("goes back to the fast search when what it had has faded, without a change of the spikes", () => {
    const currents = [{ neurons: new Uint32Array([0]), from: 0, to: 1, amplitude: 1 }];
    const network = inhibitoryParabola(5);
    const late = { input: ramp([0, -1], [60, 1]), currents };
    const slow = spikesOf(eventSpec(network, 60, { ...late, minGap: 1e-9 }));
    const fast = spikesOf(eventSpec(network, 60, late));
    expect(fast.map(([neuron]) => neuron)).toEqual(slow.map(([neuron]) => neuron));
    for (const [at, [, time]] of fast.entries())
      expect(Math.abs(time - (slow[at]?.[1] ?? 0))).toBeLessThan(1e-7);
  });
});

describe("an axonal delay", () => {
  const pair = createTestNetwork({
    type: "inhibitory",
    feedforward: [1, 1],
    encoders: [[1], [1]],
    thresholds: [0, 0.1],
    decoders: [-1, -1],
  });

  it("lets the others feel a spike later, the neuron itself at once, the readout at once", () => {
    const input = ramp([0, -1], [2, 1]);
    const spec = eventSpec(pair, 1.5, { input, delay: [0.3] });
    const { spikeNeuron, spikeTime, latents } = recordRun(spec);
    expect([...spikeNeuron]).toEqual([0, 1]);
    expect(spikeTime[0]).toBeCloseTo(1, 12);
    expect(spikeTime[1]).toBeCloseTo(1.1, 12);
    expect(latents[11]).toBeCloseTo(-1 - Math.exp(-0.1), 12);
    expect(spikesOf({ ...spec, delay: [0.05] }).map(([neuron]) => neuron)).toEqual([0]);
  });

  it("agrees with the clock engine in the limit of small steps", () => {
    const network = curvedPair(6);
    const delayed: Partial<SimulationSpec> = {
      input: holdAt(0.2),
      delay: [0.1, 0.05],
      refractory: [0.083, 0.037],
      currents: [{ neurons: new Uint32Array([7]), from: 0.5, to: 1, amplitude: 0.4 }],
      initial: { kind: "latents", latents: new Float64Array([2, -3]) },
    };
    const exact = spikesOf(eventSpec(network, 1.5, delayed)).map(([, time]) => time);
    const clock = createTestSpec(network, { ...delayed, dt: 1e-5, steps: 150_001 });
    const times = [...recordRun(clock, { everySteps: 1e6, voltages: [], currents: [] }).spikeTime];
    expect(Math.abs(times.length - exact.length)).toBeLessThanOrEqual(1);
    const compared = Math.min(30, exact.length);
    expect(compared).toBeGreaterThan(10);
    for (let at = 0; at < compared; at += 1)
      expect(Math.abs((times[at] ?? 0) - (exact[at] ?? 0))).toBeLessThan(2e-3);
  });

  it("is refused where a neuron would fire without end before its spike returns", () => {
    const spec = eventSpec(figure4de().network, 1, { delay: [0.1, 0] });
    expect(findRunFault(spec)).toBe(
      'Neuron 0 of population "E" would fire without end before its spike has passed the axonal delay of 0.1: set dynamics.refractory or dynamics.minGap, or use the clock engine.',
    );
    expect(findRunFault({ ...spec, minGap: 0.01 })).toBeNull();
    expect(findRunFault({ ...spec, refractory: [0.1, 0] })).toBeNull();
    expect(findRunFault({ ...spec, delay: [0, 0.1] })).toBeNull();
  });
});

describe("a course of the input", () => {
  it("of samples is joined by straight lines and stays at the last", () => {
    const rows = [-1, -0.5, 0.5, 0.5];
    const sampled = eventSpec(single, 5, {
      dt: 0.5,
      input: { kind: "samples", values: Float64Array.from(rows) },
    });
    const points = rows.map((x, index) => [0.5 * index, x] as const);
    expect(spikesOf(sampled)).toEqual(spikesOf({ ...sampled, input: ramp(...points) }));
  });

  it("jumps between points too close for the slope of a line", () => {
    const points = (gap: number) =>
      [
        [0, -1],
        [gap, 1],
        [2, 1],
        [2 + gap, -1],
        [3, 1],
      ] as const;
    for (const network of [single, figure4de().network, inhibitoryParabola(8)]) {
      const jumps = spikesOf(eventSpec(network, 5, { input: ramp(...points(0)) }));
      expect(jumps.length).toBeGreaterThan(5);
      expect(jumps.length).toBeLessThan(500);
      for (const gap of [5e-324, 1e-310, 1e-200, 1e-16])
        expect(spikesOf(eventSpec(network, 5, { input: ramp(...points(gap)) }))).toEqual(jumps);
    }
  });

  it("jumps once over a row of such points", () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row * 7e-16, row / 39] as const);
    const input = ramp(...rows, [40e-15, 1], [1, 2]);
    const plain = ramp([0, 1], [40e-15, 1], [1, 2]);
    expect(spikesOf(eventSpec(single, 3, { input }))).toEqual(
      spikesOf(eventSpec(single, 3, { input: plain })),
    );
  });

  it("is followed while the latent all but vanishes", () => {
    const network = createTestNetwork({
      type: "inhibitory",
      feedforward: [-0.5],
      encoders: [[1]],
      thresholds: [0.25],
      decoders: [-0.25],
    });
    const spikesFrom = (y: number) => {
      const initial = { kind: "latents", latents: new Float64Array([y]) } as const;
      return spikesOf(eventSpec(network, 2, { input: ramp([0, 0], [0.2, -1]), initial }));
    };
    for (const y of [-5e-324, -1e-300, -1e-17]) {
      const found = spikesFrom(y);
      expect(found[0]?.[1]).toBeCloseTo(0.1, 12);
      expect(found).toHaveLength(spikesFrom(0).length);
    }
  });

  it("of a sine is followed closely", () => {
    const sine: SimulationSpec["input"] = {
      kind: "sine",
      offset: new Float64Array([-1]),
      amplitude: new Float64Array([2]),
      period: 4,
      phase: 0,
    };
    // -1 + 2 sin(pi t / 2) = 0 at t = 1/3.
    const [first] = spikesOf(eventSpec(single, 1, { input: sine }));
    expect(Math.abs((first?.[1] ?? 0) - 1 / 3)).toBeLessThan(3e-7);
    const still = { ...sine, offset: new Float64Array([1]), amplitude: new Float64Array(1) };
    expect(spikesOf(eventSpec(single, 5, { input: still }))).toEqual(
      spikesOf(eventSpec(single, 5, { input: holdAt(1) })),
    );
  });

  it("of a sine much faster than the grid does not hold a step up", () => {
    const sine: SimulationSpec["input"] = {
      kind: "sine",
      offset: new Float64Array([-5]),
      amplitude: new Float64Array([1e-9]),
      period: 1e-9,
      phase: 0,
    };
    const engine = createEngine(eventSpec(single, 5, { input: sine }));
    expect(engine.advance(50, createSilentRecorder())).toBe(50);
  });

  it("with several inputs moves along straight lines too", () => {
    const flat = inhibitoryParabola(8);
    const wide: LowRankNetwork = {
      ...flat,
      inputs: 2,
      feedforward: Float64Array.from(
        [...flat.feedforward].flatMap((weight) => [weight / 2, weight / 2]),
      ),
    };
    const input: SimulationSpec["input"] = {
      kind: "piecewise-linear",
      times: new Float64Array([0, 3, 5]),
      values: new Float64Array([-1, -1, 1, 1, 1, 1]),
    };
    const both = spikesOf(eventSpec(wide, 8, { input }));
    const one = spikesOf(eventSpec(flat, 8, { input: ramp([0, -1], [3, 1], [5, 1]) }));
    expect(both.map(([neuron]) => neuron)).toEqual(one.map(([neuron]) => neuron));
    for (const [at, [, time]] of both.entries()) expect(time).toBeCloseTo(one[at]?.[1] ?? 0, 11);
  });
});
