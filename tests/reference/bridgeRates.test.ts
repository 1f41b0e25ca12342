import { describe, expect, it } from "vitest";
import { createEngine, type EngineId, type SimulationSpec } from "#engines";
import { cvOfMoments, type Estimate, jackknife, mean, standardDeviation } from "#math";
import { figure15Network } from "../support/figure15.ts";
import { createTestNetwork, createTestSpec, holdAt } from "../support/simulationSpecs.ts";

const PATIENCE = 120_000;
/** Long enough for counts in neighbouring windows to be all but independent, and for spikes at its edges not to matter. */
const WINDOW = 50;

/** Counts of every neuron in windows of a long run, the first window left out: one row a window. */
function countWindows(spec: SimulationSpec): readonly Float64Array[] {
  const { neurons } = spec.network;
  const windows = Array.from({ length: Math.round(spec.duration / WINDOW) }, () => {
    return new Float64Array(neurons);
  });
  createEngine(spec).advance(spec.steps, {
    everySteps: spec.steps,
    hasRoom: () => true,
    sample: () => undefined,
    spike: (neuron, _, time) => {
      const window = windows[Math.floor(time / WINDOW)];
      if (window !== undefined) window[neuron] = (window[neuron] ?? 0) + 1;
    },
  });
  return windows.slice(1);
}

/** The network of figure 15 at x = -0.5, for a long time. */
function longSpec(method: {
  readonly engine: EngineId;
  readonly dt: number;
  readonly sigma: number;
  readonly duration: number;
}): SimulationSpec {
  const { engine, dt, sigma, duration } = method;
  return createTestSpec(figure15Network("recurrent"), {
    engine,
    dt,
    steps: Math.round(duration / dt) + 1,
    duration,
    input: holdAt(-0.5),
    overshoot: "keep",
    noise: { sigma: [sigma], generator: "fast", skip: 0, start: "stationary" },
    initial: { kind: "latents", latents: Float64Array.of(-0.75) },
  });
}

function meanOf(values: readonly number[]): Estimate {
  const standardError = standardDeviation(values, 1) / Math.sqrt(values.length);
  return { value: mean(values), standardError };
}

const populationRate = (windows: readonly Float64Array[]): Estimate =>
  meanOf(windows.map((counts) => counts.reduce((sum, count) => sum + count, 0) / WINDOW));

const scoreOf = (one: Estimate, other: Estimate): number =>
  Math.abs(one.value - other.value) / Math.hypot(one.standardError, other.standardError);

describe("bridges at coarse steps", () => {
  it.each([0.025, 0.1])(
    "have the population rate of fine steps within 0.2 % (sigma %s)",
    (sigma) => {
      const rate = (dt: number, duration: number): Estimate =>
        populationRate(countWindows(longSpec({ engine: "bridge", dt, sigma, duration })));
      const fine = rate(0.001, 3500);
      const coarse = rate(0.05, 40_000);
      const error = Math.hypot(fine.standardError, coarse.standardError) / fine.value;
      expect(error).toBeLessThan(0.001);
      expect(Math.abs(coarse.value / fine.value - 1)).toBeLessThan(0.002);
      // An independent prototype found 3.5327 and 4.036, both within 0.0003.
      const known = sigma === 0.1 ? 4.036 : 3.5327;
      expect(Math.abs(coarse.value / known - 1)).toBeLessThan(0.001);
    },
    PATIENCE,
  );

  it(
    "have the rate of every neuron and the spread of its counts that fine steps of the clock have",
    () => {
      const sigma = 0.025;
      const fine = countWindows(longSpec({ engine: "clock", dt: 0.001, sigma, duration: 4000 }));
      const coarse = countWindows(
        longSpec({ engine: "bridge", dt: 0.05, sigma, duration: 20_000 }),
      );
      const column = (windows: readonly Float64Array[], neuron: number): readonly number[] =>
        windows.map((counts) => counts[neuron] ?? 0);
      const busy = Array.from({ length: 50 }, (_, neuron) => neuron).filter((neuron) => {
        return mean(column(fine, neuron)) > 0.2;
      });
      expect(busy.length).toBeGreaterThan(4);
      const scores = busy.flatMap((neuron) => {
        const [one, other] = [column(fine, neuron), column(coarse, neuron)];
        return [
          scoreOf(meanOf(one), meanOf(other)),
          scoreOf(jackknife(one, cvOfMoments), jackknife(other, cvOfMoments)),
        ];
      });
      expect(Math.max(...scores)).toBeLessThanOrEqual(4.5);
      expect(scores.filter((score) => score > 3).length).toBeLessThanOrEqual(1);
    },
    PATIENCE,
  );

  // The mean first-passage time of an Ornstein-Uhlenbeck process from a to b, in units of its standard deviation
  // times sqrt 2, is sqrt(pi) times the integral of exp(s^2) (1 + erf s) from a to b (Siegert 1951).
  it.each([
    { level: -0.5, sigma: 0.2, reset: 1, expected: 1.0406 },
    { level: 0, sigma: 0.3, reset: 1, expected: 1.87936 },
    { level: 0.5, sigma: 0.5, reset: 1, expected: 2.99531 },
  ])(
    "have the mean interval of Siegert's formula for one neuron, at steps up to 0.2 tau ($level)",
    ({ level, sigma, reset, expected }) => {
      const network = createTestNetwork({
        type: "inhibitory",
        feedforward: [0],
        encoders: [[1]],
        thresholds: [level],
        decoders: [-reset],
      });
      for (const dt of [0.2, 0.05]) {
        const spec = createTestSpec(network, {
          engine: "bridge",
          dt,
          steps: 60_000 / dt,
          noise: { sigma: [sigma], generator: "fast", skip: 0, start: "zero" },
          initial: { kind: "latents", latents: Float64Array.of(level - reset) },
        });
        const times: number[] = [];
        createEngine(spec).advance(spec.steps, {
          everySteps: spec.steps,
          hasRoom: () => true,
          sample: () => undefined,
          spike: (_, __, time) => times.push(time),
        });
        const intervals = times.slice(1).map((time, index) => time - (times[index] ?? 0));
        const found = meanOf(intervals);
        expect(found.standardError / found.value).toBeLessThan(0.008);
        expect(Math.abs(found.value - expected) / found.standardError).toBeLessThan(4);
      }
    },
    PATIENCE,
  );
});
