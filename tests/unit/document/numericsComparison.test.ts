import { describe, expect, it } from "vitest";
import {
  agreeOnOrder,
  type ComparisonPlan,
  compareRuns,
  compileNetwork,
  type ExperimentDoc,
  measureRun,
  planComparison,
  trialOf,
} from "#document";
import type { SpikeList } from "#model";
import { eiDocument } from "../../support/documents.ts";

function plan(dynamics: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const found = planComparison(eiDocument({ dynamics: { dt: 0.01, ...dynamics }, ...more }));
  if (found === null) throw new Error("There is something to compare with.");
  return found;
}

describe("planComparison", () => {
  it("compares a quiet clock with the exact engine, from the same readouts", () => {
    const { target, mine, other, seeds } = plan({ engine: "clock" });
    expect(target).toBe("exact");
    expect([mine.dynamics.engine, other.dynamics.engine]).toEqual(["clock", "event"]);
    expect(mine.initial).toEqual({ kind: "latents", latents: {} });
    expect(other.initial).toEqual(mine.initial);
    expect(seeds).toEqual([0]);
  });

  it("compares a noisy clock with the bridge engine in eight trials", () => {
    const noise = { noise: { sigma: 0.1 } };
    const { target, other, seeds } = plan({ engine: "clock", ...noise }, { seed: 4_294_967_294 });
    expect([target, other.dynamics.engine]).toEqual(["bridge", "bridge"]);
    expect(seeds).toEqual([4_294_967_294, 4_294_967_295, 0, 1, 2, 3, 4, 5]);
    expect(trialOf(other, 3).seed).toBe(3);
  });

  it("compares what no better engine carries with a step four times finer", () => {
    const pulses = plan({ engine: "clock", synapse: { kind: "pulse", width: 0.25 } });
    expect(pulses).toMatchObject({ target: "finer step", other: { dynamics: { dt: 0.0025 } } });
    const bridge = plan({ engine: "bridge", noise: { sigma: 0.1 } });
    expect(bridge).toMatchObject({ target: "finer step", other: { dynamics: { dt: 0.0025 } } });
    const rates = plan({ engine: "rate", beta: 5 }, { initial: { kind: "rest" } });
    expect(rates).toMatchObject({ target: "finer step", mine: { initial: { kind: "rest" } } });
  });

  it("has nothing for the exact engine, nor for a recipe without a network", () => {
    expect(planComparison(eiDocument({ dynamics: { engine: "event" } }))).toBeNull();
    const good = eiDocument();
    if (good.network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
    const broken: ExperimentDoc = {
      ...good,
      network: {
        ...good.network,
        populations: good.network.populations.map((each) => ({ ...each, thresholds: [] })),
      },
    };
    expect(planComparison(broken)).toBeNull();
  });

  it("leaves the start-up out: the document's own window, else two tau, never the whole run", () => {
    const clock = { engine: "clock" };
    expect(plan(clock)).toMatchObject({ from: 2, to: 10 });
    expect(plan(clock, { window: { from: 5, to: 10 } })).toMatchObject({ from: 5, to: 10 });
    expect(plan(clock, { duration: 4 })).toMatchObject({ from: 1, to: 4 });
  });

  it("cuts long runs to what can be afforded", () => {
    expect(plan({ engine: "clock" }, { duration: 10_000 })).toMatchObject({ to: 200 });
    const fine = plan({ engine: "clock", dt: 0.000_01 }, { duration: 1000 });
    // 4e7 neuron steps of 5 neurons.
    expect(fine.to).toBeCloseTo(80, 9);
    expect(fine.mine.duration).toBeCloseTo(80, 9);
    const late = plan({ engine: "clock" }, { duration: 10_000, window: { from: 900, to: 1000 } });
    expect(late).toMatchObject({ from: 2, to: 200 });
  });
});

const compiled = compileNetwork(eiDocument().network);
if (!compiled.ok) throw new Error(compiled.problem.message);
const { network } = compiled;

function spikesOf(...spikes: readonly (readonly [number, number])[]): SpikeList {
  const [neuron, time] = [spikes.map(([index]) => index), spikes.map(([, at]) => at)];
  return { neuron, time, start: 0, end: spikes.length };
}

function finish(spikes: SpikeList, sampledMeans: ArrayLike<number> | null = null) {
  return { network, spikes, initial: [], sampledMeans, verdict: null };
}

describe("measureRun", () => {
  it("counts spikes and their jumps in the window, by population", () => {
    const run = finish(spikesOf([0, 0.5], [0, 1], [1, 2], [2, 3], [4, 3.5], [0, 9]));
    const { counts, jumps, busiest } = measureRun(run, { from: 1, to: 5 });
    expect(counts).toEqual([2, 2]);
    expect(jumps.map((sum) => Number(sum.toFixed(9)))).toEqual([1.1, 1.2]);
    expect(busiest).toBe(2);
  });

  it("takes means from spikes, or from samples where spikes do not tell them, as magnitudes", () => {
    const { means } = measureRun(finish(spikesOf([2, 0])), { from: 0, to: 1 });
    expect(means[1]).toBeCloseTo(0.5 * (1 - Math.exp(-1)), 12);
    const sampled = measureRun(finish(spikesOf(), [1.5, -2.5]), { from: 0, to: 1 });
    expect([...sampled.means]).toEqual([1.5, 2.5]);
  });
});

describe("compareRuns", () => {
  const window = { from: 0, to: 1 };
  const trial = (E: number, I: number) => measureRun(finish(spikesOf([0, 0.1]), [E, -I]), window);
  const planned: ComparisonPlan = plan({ engine: "clock" });

  it("puts means and counts side by side, with the jump of a spike", () => {
    const result = compareRuns(planned, {
      network,
      mine: [trial(2, 3)],
      other: [trial(1, 4)],
      order: agreeOnOrder(spikesOf([0, 0.1]), spikesOf([0, 0.1])),
    });
    expect(result.readouts).toEqual([
      { population: "E", mine: 2, other: 1, error: 0, jump: 0.5 },
      { population: "I", mine: 3, other: 4, error: 0, jump: 0 },
    ]);
    expect(result.spikes[0]).toEqual({ population: "E", mine: 1, other: 1, error: 0 });
    expect(result.order?.spikes).toBe(1);
  });

  it("has the standard error of the difference of two means over trials", () => {
    const result = compareRuns(planned, {
      network,
      mine: [trial(1, 1), trial(3, 1)],
      other: [trial(2, 1), trial(6, 1)],
      order: null,
    });
    // Variances 2 and 8 over two trials each: 1 + 4.
    expect(result.readouts[0]?.error).toBeCloseTo(Math.sqrt(5), 12);
    expect(result.readouts[0]).toMatchObject({ mine: 2, other: 4 });
  });

  it("passes on what the better engine knows of the future", () => {
    const explosive = { kind: "explosive", time: 1, spikes: 10_000 } as const;
    const result = compareRuns(planned, {
      network,
      mine: [trial(1, 1)],
      other: [{ ...trial(1, 1), verdict: explosive }],
      order: null,
    });
    expect(result.verdict).toBe(explosive);
  });
});
