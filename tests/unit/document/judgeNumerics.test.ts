import { describe, expect, it } from "vitest";
import { eiDocument } from "../../support/documents.ts";
import { clock, judge, loaded, noisy } from "../../support/numericsCases.ts";

describe("the exact engine", () => {
  it("is green whatever else is known", () => {
    const experiment = eiDocument({ dynamics: { engine: "event" } });
    expect(judge({ experiment, load: { kind: "unlimited" } })).toMatchObject({
      state: "green",
      label: "exact",
      figure: null,
      fixes: [],
    });
  });
});

describe("the load", () => {
  it("is green while one spike fits in a step, and says how many steps are taken", () => {
    expect(judge({ load: loaded(0.172) })).toMatchObject({
      state: "green",
      label: "clock keeps up",
      figure: "17 %",
      sentence:
        "Up to 17 % of the steps must carry a spike, and one spike fits in a step: the clock keeps up.",
      fixes: [],
    });
  });

  it("is amber when spikes begin to queue", () => {
    expect(judge({ load: loaded(0.69) })).toMatchObject({
      state: "amber",
      label: "coarse steps",
      sentence:
        "Up to 69 % of the steps must carry a spike, spikes begin to queue and the readouts lag.",
    });
  });

  it("is red when spikes are lost, with the exact engine or a smaller step as remedies", () => {
    const { state, label, fixes } = judge({ load: loaded(1.72) });
    expect([state, label]).toEqual(["red", "spikes are lost"]);
    expect(fixes.map((fix) => fix.label)).toEqual([
      "Use the exact engine",
      "Use steps of 0.0005 tau",
    ]);
    const [exact, finer] = fixes;
    expect(exact?.apply(clock()).dynamics).toMatchObject({ engine: "event", dt: null });
    expect(finer?.apply(clock()).dynamics).toMatchObject({ engine: "clock", dt: 0.0005 });
  });

  it("offers the bridge engine where there is noise", () => {
    const experiment = noisy();
    const [bridge] = judge({ experiment, load: loaded(1.72) }).fixes;
    expect(bridge?.label).toBe("Use the bridge engine with steps of 0.05 tau");
    expect(bridge?.apply(experiment).dynamics).toMatchObject({ engine: "bridge", dt: 0.05 });
  });

  it("has no remedy for a neuron that writes nothing but the exact engine", () => {
    const { state, figure, fixes } = judge({ load: loaded(Number.POSITIVE_INFINITY) });
    expect([state, figure]).toEqual(["red", "more than 100 %"]);
    expect(fixes.map((fix) => fix.step)).toEqual(["engine"]);
  });

  it("is amber and unknown where the boundaries do not cross", () => {
    expect(judge({ load: { kind: "no crossing" } })).toMatchObject({
      state: "amber",
      label: "no crossing",
      fixes: [],
    });
  });
});

describe("spread synapses and rates", () => {
  it("are green until something is measured", () => {
    const load = { kind: "unlimited" } as const;
    const pulse = clock({ synapse: { kind: "pulse", width: 0.25 } });
    expect(judge({ experiment: pulse, load })).toMatchObject({
      state: "green",
      label: "no spikes lost",
    });
    const rates = eiDocument({ dynamics: { engine: "rate", dt: 0.01, beta: 5 } });
    expect(judge({ experiment: rates, load }).label).toBe("rates");
  });

  it("of rates are judged by the stiffness of the step", () => {
    const load = { kind: "unlimited" } as const;
    const experiment = eiDocument({ dynamics: { engine: "rate", dt: 0.1, beta: 5 } });
    const stiff = (value: number) =>
      judge({
        experiment,
        load,
        measurement: {
          kind: "measured",
          facts: { comparison: null, busiest: null, stiffness: value },
        },
      });
    expect(stiff(0.3)).toMatchObject({ state: "green", label: "stable", figure: "0.30" });
    expect(stiff(1.5)).toMatchObject({ state: "amber", label: "coarse steps" });
    const unstable = stiff(2.6);
    expect(unstable).toMatchObject({ state: "red", label: "unstable step" });
    expect(unstable.fixes.map((fix) => fix.label)).toEqual(["Use steps of 0.005 tau"]);
    expect(stiff(Number.NaN).state).toBe("red");
  });

  it("of the latent rule are cut by the engine itself", () => {
    const experiment = eiDocument({
      dynamics: { engine: "rate", dt: 0.1, beta: 5, rateRule: "latent", tauS: 0.5 },
    });
    const stiff = (stiffness: number) =>
      judge({
        experiment,
        load: { kind: "unlimited" },
        measurement: { kind: "measured", facts: { comparison: null, busiest: null, stiffness } },
      });
    expect(stiff(40).state).toBe("green");
    expect(stiff(4000).state).toBe("red");
  });
});

describe("the noise step", () => {
  it("is green where the bias is small", () => {
    const { state, label, details } = judge({ experiment: noisy(), noiseBias: 0.011 });
    expect([state, label]).toEqual(["green", "clock keeps up"]);
    expect(details.map(({ name, value }) => `${name}: ${value}`)).toContain(
      "bias of the noise step: 1.1 %",
    );
  });

  it("is amber and then red where crossings go unseen", () => {
    expect(judge({ experiment: noisy(), noiseBias: 0.052 })).toMatchObject({
      state: "amber",
      label: "coarse noise",
      figure: "5.2 %",
    });
    const red = judge({ experiment: noisy(), noiseBias: 0.2 });
    expect([red.state, red.label]).toEqual(["red", "rates are off"]);
    expect(red.fixes.map((fix) => fix.step)).toEqual(["engine", "time step"]);
  });

  it("of the bridge engine speaks where nothing else does", () => {
    const experiment = eiDocument({
      dynamics: { engine: "bridge", dt: 0.05, noise: { sigma: 0.1 } },
    });
    const load = { kind: "unlimited" } as const;
    expect(judge({ experiment, load, noiseBias: 0.002 })).toMatchObject({
      state: "green",
      label: "noise between steps",
      figure: "0.2 %",
    });
    const { state, fixes } = judge({ experiment, load, noiseBias: 0.04 });
    expect([state, ...fixes.map((fix) => fix.step)]).toEqual(["amber", "time step"]);
  });

  it("says nothing where nothing is known", () => {
    expect(judge({ experiment: noisy(), noiseBias: null }).details).toHaveLength(1);
  });
});
