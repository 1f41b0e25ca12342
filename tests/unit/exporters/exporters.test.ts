import { describe, expect, it } from "vitest";
import { resultJson, sortSpikes, spikesCsv, toResult, tracesCsv, writeSvg } from "#exporters";
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
      I: { neuron: [0], time: [0.3] },
    });
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

describe("sortSpikes", () => {
  it("keeps the order of the network's populations", () => {
    expect(sortSpikes(traces, network).map(({ id }) => id)).toEqual(["E", "I"]);
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

  it("leaves steps empty where there are none", () => {
    expect(spikesCsv(traces, network, false).split("\n")[3]).toBe("I,0,,0.3");
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
