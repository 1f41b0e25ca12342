import { describe, expect, it } from "vitest";
import { createEngine, createMemoryRecorder, type Recorder } from "#engines";
import { figure4de } from "../../support/eiNetworks.ts";
import { eventSpec, ramp, single, spikesOf } from "../../support/eventRuns.ts";
import { curvedPair, inhibitoryParabola } from "../../support/parabolas.ts";
import { type PlainSpike, simulatePlainly } from "../../support/plainEvents.ts";
import { recordRun } from "../../support/recordRun.ts";
import { createTestNetwork, holdAt } from "../../support/simulationSpecs.ts";

describe("spike times at a held input", () => {
  it("repeat after ln((b + D) / b), to 1e-12", () => {
    const { spikeTime } = recordRun(eventSpec(inhibitoryParabola(50), 10, { input: holdAt(1) }));
    const expected = Math.log(1.6 / 1.5);
    const [first = 0, ...others] = spikeTime.filter((time) => time > 0);
    let before = first;
    expect(others.length).toBeGreaterThan(100);
    for (const time of others) {
      expect(Math.abs((time - before) / expected - 1)).toBeLessThan(1e-12);
      before = time;
    }
  });

  it.each([[inhibitoryParabola(60)], [curvedPair(60)]])(
    "equal those of a plain scan in networks with long envelopes (%#)",
    (network) => {
      for (const x of [-0.8, 0, 0.31, 1]) {
        const latents = network.latents.map(() => 0);
        const points = [[0, x] as const];
        const expected = simulatePlainly({ network, points, latents, duration: 6, most: 400 });
        const found = spikesOf(eventSpec(network, 6, { input: holdAt(x) }));
        expect(found.map(([neuron]) => neuron)).toEqual(expected.map(([neuron]) => neuron));
        for (const [at, [, time]] of expected.entries())
          expect(Math.abs((found[at]?.[1] ?? Number.NaN) - time)).toBeLessThan(1e-9);
      }
    },
  );
});

describe("an instant", () => {
  it("lets the inhibitory neuron fire first when both are at threshold", () => {
    const [first, second] = spikesOf(eventSpec(figure4de().network, 1, { input: holdAt(1) }));
    expect([first?.[0], second?.[0]]).toEqual([1, 0]);
  });

  it("goes by type, not by the order of populations", () => {
    const I = {
      type: "inhibitory",
      feedforward: [1],
      encoders: [[1, 0.5]],
      thresholds: [0.5],
      decoders: [-1],
    } as const;
    const E = { ...I, type: "excitatory", encoders: [[1, 0.2]], decoders: [0.3] } as const;
    const [first] = spikesOf(eventSpec(createTestNetwork(I, E), 1, { input: holdAt(1) }));
    expect(first?.[0]).toBe(0);
  });

  it("lets the neuron furthest above threshold fire, of equal ones the first", () => {
    const network = createTestNetwork({
      type: "inhibitory",
      feedforward: [1, 2, 2],
      encoders: [[1], [1], [1]],
      thresholds: [0.5, 0.9, 0.9],
      decoders: [-5, -5, -5],
    });
    expect(spikesOf(eventSpec(network, 1, { input: holdAt(1) }))).toEqual([[1, 0]]);
  });

  it("counts a neuron that returns exactly to its threshold as at threshold", () => {
    // Ten spikes of 0.1 bring y to -1 and V to 0, which is rounded to just below.
    const { spikeTime } = recordRun(eventSpec(single, 1, { input: holdAt(1) }));
    expect(spikeTime.filter((time) => time === 0)).toHaveLength(11);
  });

  it("takes a change of the input first: a spike due when x falls does not happen", () => {
    const input = ramp([0, -1], [1, 0], [1, -1]);
    expect(spikesOf(eventSpec(single, 3, { input }))).toEqual([]);
  });
});

describe("a run of the exact engine", () => {
  const spec = eventSpec(curvedPair(12), 8, { input: ramp([0, -0.5], [3, 0.5], [3, 0], [6, 0]) });

  it("does not depend on the sampling grid or on how it is cut into calls", () => {
    const whole = spikesOf(spec);
    expect(spikesOf({ ...spec, dt: 0.5, steps: 17 })).toEqual(whole);
    const recorder = createMemoryRecorder(spec, { everySteps: 3, voltages: [], currents: [] });
    const engine = createEngine(spec);
    while (!engine.isOver) engine.advance(1, recorder);
    expect([...recorder.read().spikeTime]).toEqual(whole.map(([, time]) => time));
    expect(whole.length).toBeGreaterThan(100);
  });

  it("stops inside a step when the recorder is full and goes on where it stopped", () => {
    const whole = spikesOf(spec);
    const spikes: PlainSpike[] = [];
    const samples: number[] = [];
    let room = 0;
    const recorder: Recorder = {
      everySteps: 2,
      hasRoom: () => room > 0,
      spike: (neuron, _, time) => {
        spikes.push([neuron, time]);
        room -= 1;
      },
      sample: (step) => samples.push(step),
    };
    const engine = createEngine(spec);
    for (let call = 0; call < 1000 && !engine.isOver; call += 1) {
      room = 3;
      engine.advance(1000, recorder);
    }
    expect(spikes).toEqual(whole);
    expect(samples).toEqual(Array.from({ length: 41 }, (_, index) => 2 * index));
  });

  it("gives a spike the step of the grid point at or after it", () => {
    const { spikeStep, spikeTime } = recordRun(spec);
    for (const [at, step] of spikeStep.entries()) {
      const time = spikeTime[at] ?? -1;
      expect(step * spec.dt).toBeGreaterThanOrEqual(time);
      expect((step - 1) * spec.dt).toBeLessThan(time);
    }
  });

  it("samples x, the latents and the voltages between spikes exactly", () => {
    const plan = { everySteps: 1, voltages: [0], currents: [] };
    const { input, latents, voltages } = recordRun(
      eventSpec(single, 2, {
        input: ramp([0, -2], [2, -1]),
        initial: { kind: "latents", latents: new Float64Array([-3]) },
      }),
      plan,
    );
    for (let step = 0; step <= 20; step += 1) {
      const x = -2 + 0.05 * step;
      const y = -3 * Math.exp(-0.1 * step);
      expect(input[step]).toBeCloseTo(x, 12);
      expect(latents[step]).toBeCloseTo(y, 12);
      expect(voltages[step]).toBeCloseTo(x + y + 1, 12);
    }
  });

  it("has no spike at or after its duration", () => {
    const all = spikesOf(eventSpec(single, 5, { input: holdAt(1) }));
    const last = all.at(-1)?.[1] ?? 0;
    const cut = spikesOf(eventSpec(single, 5, { input: holdAt(1), duration: last }));
    expect(cut).toEqual(all.slice(0, -1));
    const between = spikesOf(eventSpec(single, 5, { input: holdAt(1), steps: 4, duration: 0.35 }));
    expect(between).toEqual(all.filter(([, time]) => time < 0.35));
  });
});
