import { describe, expect, it } from "vitest";
import {
  resultJson,
  sortSpikes,
  spikesCsv,
  tellVerdict,
  toResult,
  tracesCsv,
  writeSvg,
} from "#exporters";
import { lightTheme } from "#plots";
import { eiNetwork } from "../../support/eiNetworks.ts";
import { handTraces } from "../../support/traces.ts";

const neuron = { F: 1, readE: 1, readI: 1, T: 1 };
const { network } = eiNetwork([neuron, neuron], [neuron]);
const traces = handTraces({
  time: [0, 0.1, 3 * 0.1],
  input: [1, 2, 3],
  latents: [
    [0, 0],
    [0.5, -0.25],
    [0.125, -4],
  ],
  spikes: [
    [0.1, 1],
    [0.1, 0],
    [3 * 0.1, 2],
  ],
});

describe("toResult", () => {
  const options = { network, duration: 0.5, hasSteps: true, warnings: ["unknown field"] };

  it("gives spikes by population, sorted by time, then neuron, with times as written", () => {
    expect(toResult(traces, options).spikes).toEqual({
      E: { neuron: [0, 1], step: [10, 10], time: [0.1, 0.1] },
      I: { neuron: [0], step: [30], time: [0.3] },
    });
  });

  it("leaves steps out for engines without them", () => {
    expect(toResult(traces, { ...options, hasSteps: false }).spikes).toEqual({
      E: { neuron: [0, 1], time: [0.1, 0.1] },
      I: { neuron: [0], time: [3 * 0.1] },
    });
  });

  it("keeps every digit of exact times", () => {
    const time = 0.1234567890123456;
    const exact = handTraces({ time: [0], input: [0], latents: [[0, 0]], spikes: [[time, 0]] });
    expect(toResult(exact, { ...options, hasSteps: false }).spikes["E"]?.time).toEqual([time]);
    expect(spikesCsv(exact, network, false)).toContain(`E,0,,${time}\n`);
  });

  it("carries what the engine knows of the run's future, and warns of one that ran away", () => {
    const silent = { ...traces, verdict: { kind: "silent", time: 0.25 } as const };
    expect(toResult(silent, options).summary.verdict).toEqual({ kind: "silent", time: 0.25 });
    expect(toResult(silent, options).warnings).toEqual(["unknown field"]);
    const verdict = { kind: "explosive", time: 0.3, spikes: 10_000 } as const;
    expect(toResult({ ...traces, verdict }, options).warnings).toEqual([
      "unknown field",
      tellVerdict(verdict),
    ]);
  });

  it("gives readouts in the paper's signs, without memory outside the run", () => {
    expect(toResult(traces, options).latents).toEqual({
      time: [0, 0.1, 0.3],
      E: [0, 0.5, 0.125],
      I: [0, -0.25, -4],
    });
  });

  it("leaves cross latents out, since they are not the population's report", () => {
    const [first, second] = network.latents;
    if (first === undefined || second === undefined) throw new Error("Two latents.");
    const cross = { ...network, latents: [first, { ...second, kind: "cross" as const }] };
    expect(Object.keys(toResult(traces, { ...options, network: cross }).latents)).toEqual([
      "time",
      "E",
    ]);
  });

  it("gives voltages by population and index, and only when recorded", () => {
    const recorded = {
      ...traces,
      voltageNeurons: [2, 1],
      voltages: Float64Array.of(9, 9, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
    };
    expect(toResult(recorded, options).voltages).toEqual({
      time: [0, 0.1, 0.3],
      E: { "1": [0.2, 0.4, 0.6] },
      I: { "0": [0.1, 0.3, 0.5] },
    });
    expect(toResult(traces, options)).not.toHaveProperty("voltages");
    const oneSided = { ...recorded, voltageNeurons: [0, 1] };
    expect(toResult(oneSided, options).voltages).not.toHaveProperty("I");
  });

  it("counts spikes and gives rates per neuron and tau", () => {
    const { summary, warnings } = toResult(traces, options);
    expect(summary).toEqual({ spikeCount: { E: 2, I: 1 }, rate: { E: 2, I: 2 } });
    expect(warnings).toEqual(["unknown field"]);
    expect(toResult(traces, { ...options, duration: 0 }).summary.rate).toEqual({ E: 0, I: 0 });
  });

  it("is written as one line of JSON that reads back", () => {
    const result = toResult(traces, options);
    const text = resultJson(result);
    expect(text.endsWith("}\n")).toBe(true);
    expect(text.trimEnd()).not.toContain("\n");
    expect(JSON.parse(text)).toEqual(result);
  });

  it("is whole for a run without spikes or samples", () => {
    const empty = toResult(handTraces({ time: [] }), options);
    expect(empty.spikes).toEqual({
      E: { neuron: [], step: [], time: [] },
      I: { neuron: [], step: [], time: [] },
    });
    expect(empty.latents).toEqual({ time: [], E: [], I: [] });
  });
});

describe("tellVerdict", () => {
  it.each([
    [
      { kind: "explosive", time: 0, spikes: 10_000 },
      "Explosive: the instant 0 tau holds 10000 spikes and more, and the run ends there.",
    ],
    [
      { kind: "silent", time: 1.23456 },
      "Silent: from 1.235 tau on no neuron can reach its threshold again.",
    ],
    [
      { kind: "periodic", time: 12, spikes: 1, period: 1 / 3 },
      "Periodic: 1 spike every 0.3333 tau, from 12 tau on.",
    ],
    [
      { kind: "periodic", time: 0.5, spikes: 12, period: 0.83 },
      "Periodic: 12 spikes every 0.83 tau, from 0.5 tau on.",
    ],
  ] as const)("says %o", (verdict, sentence) => {
    expect(tellVerdict(verdict)).toBe(sentence);
  });
});

describe("sortSpikes", () => {
  it("keeps the order of the network's populations", () => {
    expect(sortSpikes(traces, network, true).map(({ id }) => id)).toEqual(["E", "I"]);
  });
});

describe("tracesCsv", () => {
  it("writes one row a sample under its header", () => {
    expect(tracesCsv(traces, network)).toBe(
      "time,x,yE,yI\n0,1,0,0\n0.1,2,0.5,-0.25\n0.3,3,0.125,-4\n",
    );
  });

  it("numbers several inputs and names voltages by population and index", () => {
    const two = {
      ...traces,
      inputs: 2,
      input: Float64Array.of(9, 9, 1, 2, 3, 4, 5, 6),
      voltageNeurons: [2],
      voltages: Float64Array.of(9, 0.5, 0.6, 0.7),
    };
    const [header, row] = tracesCsv(two, network).split("\n");
    expect(header).toBe("time,x1,x2,yE,yI,V_I_0");
    expect(row).toBe("0,1,2,0,0,0.5");
  });

  it("quotes names that hold commas or quotes", () => {
    const latents = network.latents.map((latent) => ({ ...latent, name: `${latent.name},"1"` }));
    expect(tracesCsv(traces, { ...network, latents }).split("\n")[0]).toBe(
      'time,x,"yE,""1""","yI,""1"""',
    );
  });
});

describe("spikesCsv", () => {
  it("writes one row a spike, by time, then population and neuron", () => {
    expect(spikesCsv(traces, network, true)).toBe(
      "population,neuron,step,time\nE,0,10,0.1\nE,1,10,0.1\nI,0,30,0.3\n",
    );
  });

  it("leaves steps empty where there are none, and times as they are", () => {
    expect(spikesCsv(traces, network, false).split("\n")[3]).toBe(`I,0,,${3 * 0.1}`);
  });
});

describe("writeSvg", () => {
  it("wraps a painting with title, fonts and the theme's background", () => {
    const svg = writeSvg({
      title: "Slice",
      width: 40,
      height: 30,
      theme: lightTheme,
      paint: (sink, theme) => {
        sink.beginPath();
        sink.rect(1, 2, 3, 4);
        sink.fill({ color: theme.colors.focus });
      },
    });
    expect(svg).toContain("<title>Slice</title>");
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toContain(`fill="${lightTheme.colors.focus}"`);
    expect(svg).toContain("Inter");
  });
});
