import { describe, expect, it } from "vitest";
import { createEngine, type Recorder, type SimulationSpec } from "#engines";
import type { LowRankNetwork } from "#model";
import { figure4de, figure5cd } from "../../support/eiNetworks.ts";
import { eventSpec, spikesOf } from "../../support/eventRuns.ts";
import { inhibitoryParabola } from "../../support/parabolas.ts";
import { type PlainSpike, simulatePlainly } from "../../support/plainEvents.ts";
import { holdAt } from "../../support/simulationSpecs.ts";

const DURATION = 4;
const sine: SimulationSpec["input"] = {
  kind: "sine",
  offset: new Float64Array([0.5]),
  amplitude: new Float64Array([0.7]),
  period: 3,
  phase: 0,
};
/** More calls than any of these runs takes. */
const MOST_CALLS = 2000;

/** After each spike the state leaks for the gap; then the plain scan looks for one more spike. */
function gapsPlainly(network: LowRankNetwork, x: number, gap: number): readonly PlainSpike[] {
  let latents = network.latents.map(() => 0);
  let time = 0;
  const spikes: PlainSpike[] = [];
  for (;;) {
    const duration = DURATION - time;
    const [spike] = simulatePlainly({ network, points: [[0, x]], latents, duration, most: 1 });
    if (spike === undefined) return spikes;
    const [neuron, wait] = spike;
    spikes.push([neuron, time + wait]);
    time += wait + gap;
    const row = neuron * latents.length;
    latents = latents.map(
      (latent, index) =>
        (latent * Math.exp(-wait) + (network.decoders[row + index] ?? 0)) * Math.exp(-gap),
    );
  }
}

/** The spikes of a run whose recorder takes so many spikes and samples a call, up to a time. */
function runInBits(spec: SimulationSpec, room: number): readonly PlainSpike[] {
  const spikes: PlainSpike[] = [];
  let left = 0;
  const recorder: Recorder = {
    everySteps: 3,
    hasRoom: () => left > 0,
    spike: (neuron, _, time) => {
      if (time < DURATION) spikes.push([neuron, time]);
      left -= 1;
    },
    sample: () => {
      left -= 1;
    },
  };
  const engine = createEngine(spec);
  for (let call = 0; call < MOST_CALLS && !engine.isOver; call += 1) {
    left = room;
    engine.advance(1000, recorder);
    if (engine.step * spec.dt > DURATION) return spikes;
  }
  expect(engine.isOver).toBe(true);
  return spikes;
}

describe("a least time between spikes of the network", () => {
  it.each([
    ["a pair", figure4de().network, 0.03],
    ["a pair, much shorter than its intervals", figure4de().network, 1e-6],
    ["a pair, longer than its intervals", figure4de().network, 0.7],
    ["a pair, the distance of the grid", figure4de().network, 0.1],
    ["six neurons", figure5cd().network, 0.03],
    ["one population", inhibitoryParabola(9), 0.03],
  ])("leaves the spikes that a plain scan finds when it has passed: %s", (_, network, minGap) => {
    const found = spikesOf(eventSpec(network, DURATION, { input: holdAt(1), minGap }));
    const expected = gapsPlainly(network, 1, minGap);
    expect(found.map(([neuron]) => neuron)).toEqual(expected.map(([neuron]) => neuron));
    for (const [at, [, time]] of expected.entries()) expect(found[at]?.[1]).toBeCloseTo(time, 9);
    expect(expected.length).toBeGreaterThan(4);
  });

  it.each([
    ["held", holdAt(1)],
    ["a sine", sine],
  ])("does not depend on the room of the recorder or on the end of the run: %s", (_, input) => {
    const spec = eventSpec(figure4de().network, DURATION, { input, minGap: 0.03 });
    const whole = spikesOf(spec);
    const live = { ...spec, steps: Number.POSITIVE_INFINITY, duration: Number.POSITIVE_INFINITY };
    for (const room of [1, 2, 50]) {
      expect(runInBits(spec, room)).toEqual(whole);
      expect(runInBits(live, room)).toEqual(whole);
    }
    expect(whole.length).toBeGreaterThan(20);
  });

  it("keeps the spikes of a sine apart", () => {
    const times = spikesOf(eventSpec(figure5cd().network, DURATION, { input: sine, minGap: 0.03 }));
    for (const [at, [, time]] of times.slice(1).entries())
      expect(time - (times[at]?.[1] ?? 0)).toBeGreaterThan(0.03 - 1e-12);
  });

  it("goes on through a hand on the input in the middle of a gap", () => {
    const spec = eventSpec(figure4de().network, DURATION, { dt: 0.01, minGap: 0.5 });
    const spikes: number[] = [];
    const recorder: Recorder = {
      everySteps: 1,
      hasRoom: () => true,
      spike: (_neuron, _step, time) => spikes.push(time),
      sample: () => undefined,
    };
    const engine = createEngine({ ...spec, steps: 1000, duration: 10 });
    for (const x of [1, -1, 0.5, 1]) {
      engine.holdInput(new Float64Array([x]));
      engine.advance(13, recorder);
    }
    engine.advance(1000, recorder);
    expect(engine.isOver).toBe(true);
    expect(spikes.slice(0, 2)).toEqual([0, 0.5]);
  });
});
