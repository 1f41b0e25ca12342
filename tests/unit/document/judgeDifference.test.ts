import { describe, expect, it } from "vitest";
import type { Measurement, RunComparison } from "#document";
import { clock, judge, loaded, noisy } from "../../support/numericsCases.ts";

const comparison: RunComparison = {
  target: "exact",
  trials: 1,
  from: 2,
  to: 10,
  readouts: [{ population: "E", mine: 2.1, other: 2, error: 0, jump: 0.5 }],
  spikes: [{ population: "E", mine: 33, other: 32, error: 0 }],
  order: { spikes: 12, timeError: 0.013, partsAt: 4.5 },
  verdict: null,
};

function measured(change: Partial<RunComparison>): Measurement {
  return {
    kind: "measured",
    facts: { comparison: { ...comparison, ...change }, busiest: 0.24, stiffness: null },
  };
}

const readout = (change: Partial<RunComparison["readouts"][number]>) => ({
  readouts: [{ population: "I", mine: 2, other: 2, error: 0, jump: 0.5, ...change }],
});

describe("the difference from a better run", () => {
  it("is green within one jump of a spike, and is listed", () => {
    const { state, label, details } = judge({ measurement: measured({}) });
    expect([state, label]).toEqual(["green", "clock keeps up"]);
    expect(details.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      "load of the step: 10 %",
      "mean yᴱ: 2.100 / 2.000 (+5.0 %)",
      "E spikes: 33 / 32 (+3.1 %)",
      "first spikes: 12 alike, ± 0.013 tau",
      "busiest tau of the run: 24 %",
    ]);
  });

  it("has no sign where it rounds to nothing", () => {
    const { details } = judge({ measurement: measured(readout({ mine: 2.0004 })) });
    expect(details.map(({ value }) => value)).toContain("2.000 / 2.000 (0.0 %)");
  });

  it("speaks for all where the step alone looks fine", () => {
    expect(judge({ measurement: measured(readout({ mine: 1.2 })) })).toMatchObject({
      state: "amber",
      label: "numbers differ",
      figure: "|yᴵ| −40 %",
      sentence:
        "Against the exact engine the mean |yᴵ| is off by 1.6 jumps of a spike: details depend on the step.",
    });
  });

  it("is red beyond three jumps", () => {
    const verdict = judge({ measurement: measured(readout({ mine: 0.4 })) });
    expect([verdict.state, verdict.label]).toEqual(["red", "numbers are wrong"]);
    expect(verdict.fixes.map((fix) => fix.label)).toEqual([
      "Use the exact engine",
      "Use steps of 0.002 tau",
    ]);
  });

  it("lets a worse load speak first", () => {
    const measurement = measured(readout({ mine: 0.4 }));
    expect(judge({ load: loaded(2), measurement }).label).toBe("spikes are lost");
  });

  it("is relative and leaves room for chance where trials differ", () => {
    const noise = (mine: number, error: number) =>
      judge({
        experiment: noisy(),
        measurement: measured({
          target: "bridge",
          trials: 8,
          order: null,
          spikes: [],
          ...readout({ mine, error }),
        }),
      });
    expect(noise(2.1, 0.03).state).toBe("green");
    expect(noise(2.1, 0.005).state).toBe("amber");
    expect(noise(2.5, 0.005)).toMatchObject({
      state: "red",
      sentence:
        "Against the bridge engine the mean |yᴵ| is off by 25 %: the numbers depend on the step.",
    });
    expect(noise(2.1, 0.03).details[1]).toMatchObject({
      value: "2.100 / 2.000 (+5.0 % ± 1.5 %)",
      meaning: expect.stringContaining("8 trials of each"),
    });
  });

  it("complains of spike counts when the readouts agree, but never in red", () => {
    const spikes = [{ population: "E", mine: 10, other: 20, error: 0 }];
    expect(judge({ measurement: measured({ spikes }) })).toMatchObject({
      state: "amber",
      figure: "E spikes −50 %",
    });
    const one = [{ population: "E", mine: 1, other: 2, error: 0 }];
    expect(judge({ measurement: measured({ spikes: one }) }).state).toBe("green");
  });

  it("says so when all spikes agree", () => {
    const order = { spikes: 64, timeError: 0.001, partsAt: null };
    const { details } = judge({ measurement: measured({ order }) });
    expect(details.find(({ name }) => name === "first spikes")?.meaning).toMatch(/^All spikes/);
  });

  it("is red for a network that explodes, where only another engine helps", () => {
    const verdict = judge({
      measurement: measured({ verdict: { kind: "explosive", time: 0.25, spikes: 10_000 } }),
    });
    expect(verdict).toMatchObject({ state: "red", label: "explosive", figure: null });
    expect(verdict.sentence).toBe(
      "For the exact engine this network explodes at 0.25 tau; how fast it grows here depends on the step alone.",
    );
    expect(verdict.fixes.map((fix) => fix.label)).toEqual(["Use the exact engine"]);
  });

  it("offers a finer step where no better engine carries the document", () => {
    const experiment = clock({ synapse: { kind: "pulse", width: 0.25 }, refractory: 0.5 });
    const verdict = judge({
      experiment,
      load: { kind: "unlimited" },
      measurement: measured({ target: "finer step", ...readout({ mine: 1 }) }),
    });
    expect(verdict.sentence).toMatch(/^Against a step four times finer/);
    expect(verdict.fixes.map((fix) => fix.label)).toEqual(["Use steps of 0.002 tau"]);
  });

  it("offers a refractory time where spread synapses leave nothing else to limit the rates", () => {
    const experiment = clock({
      synapse: { kind: "exponential", tau: 0.25 },
      refractory: { E: 0, I: 0.5 },
    });
    const unlimited = { experiment, load: { kind: "unlimited" } } as const;
    const measurement = measured({ target: "finer step", ...readout({ mine: 0.2 }) });
    const verdict = judge({ ...unlimited, measurement });
    expect([verdict.state, verdict.label]).toEqual(["red", "rates hang on dt"]);
    const [fix, ...others] = verdict.fixes;
    expect(fix?.apply(experiment).dynamics.refractory).toEqual({ E: 0.2, I: 0.5 });
    expect(others).toEqual([]);
    expect(judge({ ...unlimited, measurement: measured({}) }).state).toBe("green");
  });

  it("says why there is none", () => {
    const { details } = judge({ measurement: { kind: "failed", sentence: "It broke." } });
    expect(details.at(-1)).toMatchObject({ name: "comparison", meaning: "It broke." });
  });
});
