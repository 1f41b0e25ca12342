import { describe, expect, it } from "vitest";
import { createRng } from "#math";
import { eventSpec, ramp, spikesOf } from "../../support/eventRuns.ts";
import { curvedPair } from "../../support/parabolas.ts";
import { simulatePlainly } from "../../support/plainEvents.ts";
import { createTestNetwork } from "../../support/simulationSpecs.ts";

const COUNT = 90;

/** Two populations of tangents to surfaces bent in x and yE, at random places; every third neuron is there twice. */
function bentPair(seed: number) {
  const places = new Float64Array(2 * COUNT);
  createRng("fast", seed).fillNoise(places, 0, places.length);
  const tangents = Array.from({ length: COUNT }, (_, index) => {
    const at = index % 3 === 2 ? index - 1 : index;
    return { x: places[2 * at] ?? 0, y: 2.5 + (places[2 * at + 1] ?? 0) };
  });
  const side = (type: "excitatory" | "inhibitory", bend: number, height: number) => ({
    type,
    feedforward: tangents.map(({ x }) => 0.6 * x),
    encoders: tangents.map(({ y }) => [Math.max(0, 2 * bend * y), 1]),
    thresholds: tangents.map(({ x, y }) => 0.3 * x * x + bend * y * y - height),
    decoders: tangents.map(() => (type === "excitatory" ? 0.1 : -0.16)),
  });
  return createTestNetwork(side("excitatory", 0.15, 2.5), side("inhibitory", 0.24, 1.75));
}

describe("a large network whose input moves", () => {
  const slow = [[0, -0.8] as const, [4, 0.9] as const, [5, 0.9] as const];
  const quick = [
    [0, 0],
    [0.3, 1],
    [0.6, -1],
    [0.6, 0.4],
    [2, -0.4],
    [2.1, 0.7],
    [6, 0.1],
  ] as const;
  const late = [
    [0, -12],
    [3, 0.5],
    [3.5, -9],
    [5, 0.5],
  ] as const;

  it.each([
    ["slowly", curvedPair(COUNT), slow],
    ["slowly", bentPair(1), slow],
    ["quickly and with jumps", curvedPair(COUNT), quick],
    ["quickly and with jumps", bentPair(2), quick],
    ["after long rests of all neurons", curvedPair(COUNT), late],
  ])(
    "has the spikes of a plain scan, though it looks at few neurons: %s (%#)",
    (_, network, points) => {
      const run = { network, points, latents: [0, 0], duration: 6, most: 400 };
      const expected = simulatePlainly(run);
      const found = spikesOf(eventSpec(network, 6, { input: ramp(...points) })).slice(0, run.most);
      expect(expected.length).toBeGreaterThan(40);
      expect(found.map(([neuron]) => neuron)).toEqual(expected.map(([neuron]) => neuron));
      for (const [at, [, time]] of expected.entries())
        expect(Math.abs((found[at]?.[1] ?? Number.NaN) - time)).toBeLessThan(1e-9);
    },
  );

  it("is looked at whole again when neurons have parts of their own", () => {
    const network = bentPair(3);
    const currents = [{ neurons: new Uint32Array([5, 140]), from: 1, to: 2, amplitude: 0.8 }];
    const input = ramp([0, -0.5], [6, 0.5]);
    const pulsed = spikesOf(eventSpec(network, 6, { input, currents }));
    // A current too faint to matter, which changes nothing but the way to look.
    const faint = { neurons: new Uint32Array([0]), from: 0, to: 6, amplitude: 1e-300 };
    const whole = spikesOf(eventSpec(network, 6, { input, currents: [...currents, faint] }));
    expect(pulsed.map(([neuron]) => neuron)).toEqual(whole.map(([neuron]) => neuron));
    for (const [at, [, time]] of whole.entries()) expect(pulsed[at]?.[1]).toBeCloseTo(time, 9);
    expect(pulsed.length).toBeGreaterThan(100);
  });
});
