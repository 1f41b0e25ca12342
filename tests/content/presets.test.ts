import { describe, expect, it } from "vitest";
import { glossary, type Preset, presets } from "#content";
import {
  compileNetwork,
  defaultView,
  parseExperiment,
  parseView,
  serialiseExperiment,
  toSimulation,
} from "#document";
import { createEngine, createMemoryRecorder, type Recording, type SimulationSpec } from "#engines";
import { asEINetwork, createCrossingLookup, crossingCurve, findCrossings, worstLoad } from "#model";
import { readExpectedRun } from "../support/referenceCases.ts";

interface Run {
  readonly spec: SimulationSpec;
  readonly recording: Recording;
  /** Spikes of each neuron. */
  readonly counts: readonly number[];
}

function run({ experiment }: Preset): Run {
  const simulation = toSimulation(experiment);
  if (!simulation.ok) throw new Error(simulation.problem.message);
  const { spec, record } = simulation;
  const recorder = createMemoryRecorder(spec, record);
  createEngine(spec).advance(spec.steps, recorder);
  const recording = recorder.read();
  const counts = new Array<number>(spec.network.neurons).fill(0);
  for (const neuron of recording.spikeNeuron) counts[neuron] = (counts[neuron] ?? 0) + 1;
  return { spec, recording, counts };
}

function find(id: string): Preset {
  const preset = presets.find((candidate) => candidate.id === id);
  if (preset === undefined) throw new Error(`There is no preset ${id}.`);
  return preset;
}

describe("presets", () => {
  it("have the ids that links and the command line know", () => {
    expect(presets.map(({ id }) => id)).toEqual([
      "start",
      "fig-4abc",
      "fig-4de",
      "fig-4f",
      "fig-5cd",
    ]);
  });

  it("name the figure that they come from, or none", () => {
    expect(presets.map(({ figure }) => figure)).toEqual([null, "4a-c", "4d, e", "4f", "5c, d"]);
  });
});

describe.each(presets.map((preset) => [preset.id, preset] as const))("preset %s", (_, preset) => {
  const { recording, spec, counts } = run(preset);
  const view = { ...defaultView(preset.experiment), ...preset.view };
  const { window } = preset.experiment;

  it("spikes in both populations", () => {
    for (const { start, count } of spec.network.populations) {
      expect(counts.slice(start, start + count).some((spikes) => spikes > 0)).toBe(true);
    }
  });

  it("stays inside the ranges of its view while its window lasts", () => {
    const { time, input, latents } = recording;
    for (const [sample, at] of time.entries()) {
      if (at < window.from || at > window.to) continue;
      const [x = 0, yE = 0, yI = 0] = [input[sample], latents[2 * sample], latents[2 * sample + 1]];
      expect(x).toBeGreaterThanOrEqual(view.ranges.x[0] - 1e-9);
      expect(x).toBeLessThanOrEqual(view.ranges.x[1] + 1e-9);
      expect(yE).toBeLessThanOrEqual(view.ranges.E[1]);
      expect(-yI).toBeLessThanOrEqual(view.ranges.I[1]);
    }
  });

  it("has numbers that can be trusted: exact times, or a step whose badge is green", () => {
    if (spec.engine === "event") return;
    const ei = asEINetwork(spec.network);
    if (ei === null) throw new Error("The preset is no E-I network.");
    const curve = crossingCurve(ei, { x: [-50, 50], E: [0, 100], I: [0, 100] });
    const interval = spec.dt * (recording.steps[1] ?? 1);
    const lookup = createCrossingLookup(curve);
    expect(worstLoad({ ei, lookup, dt: spec.dt, input: recording.input, interval })?.verdict).toBe(
      "green",
    );
  });

  it("is a valid file and a valid view", () => {
    const file = JSON.parse(JSON.stringify(serialiseExperiment(preset.experiment)));
    expect(parseExperiment(file)).toEqual({
      ok: true,
      experiment: preset.experiment,
      warnings: [],
    });
    expect(parseView(view, preset.experiment)).toEqual({ ok: true, view, warnings: [] });
  });

  it("says in two or three sentences what to look at, and three things to try", () => {
    const sentences = preset.text.look.split(/(?<=\.) (?=[A-Z])/);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(3);
    expect(preset.text.tries).toHaveLength(3);
    for (const text of [...preset.text.tries, preset.source]) expect(text).toMatch(/\.$/);
  });
});

describe("figure presets against the published runs", () => {
  it.each([
    ["fig-4de", "fig4de"],
    ["fig-4f", "fig4f"],
    ["fig-5cd", "fig5d"],
  ])("%s fires spike for spike as published", (id, name) => {
    const { spec, recording } = run(find(id));
    const expected = readExpectedRun(name);
    for (const { id: population, start, count } of spec.network.populations) {
      const found = Array.from(
        recording.spikeNeuron,
        (neuron, k) => [neuron - start, recording.spikeStep[k]] as const,
      )
        .filter(([neuron]) => neuron >= 0 && neuron < count)
        .sort(([a, s = 0], [b, t = 0]) => s - t || a - b);
      const spikes = expected.spikes?.[population];
      expect(found.map(([neuron]) => neuron)).toEqual(spikes?.neuron);
      expect(found.map(([, step]) => step)).toEqual(spikes?.step);
    }
  });

  it("fig-4abc has its working point near the published (2.412, 2.321)", () => {
    const compiled = compileNetwork(find("fig-4abc").experiment.network);
    const ei = compiled.ok ? asEINetwork(compiled.network) : null;
    const [crossing] = ei === null ? [] : findCrossings(ei, 0.8);
    expect(crossing).toMatchObject({
      yE: expect.closeTo(2.412, 1),
      yI: expect.closeTo(2.321, 1),
      stable: true,
    });
  });

  it("fig-4abc marks the second published crossing on a curve that continues past the last tangent", () => {
    const { annotations } = find("fig-4abc").experiment;
    expect(annotations.find(({ style }) => style === "point")).toMatchObject({
      x: 0.8,
      points: [[3.444, 4.724]],
    });
    const [curve] = annotations;
    // The published E boundary at |yI| = 4.724 and x = 0.8.
    const nearest = curve?.points.toSorted(
      (a, b) => Math.abs(a[1] - 4.724) - Math.abs(b[1] - 4.724),
    )[0];
    expect(nearest?.[0]).toBeCloseTo(3.444, 1);
  });

  it("fig-4f has its crossing where lines 5 of both populations meet", () => {
    const compiled = compileNetwork(find("fig-4f").experiment.network);
    const ei = compiled.ok ? asEINetwork(compiled.network) : null;
    expect(ei === null ? null : findCrossings(ei, 0)[0]).toMatchObject({
      yE: expect.closeTo(2.889, 3),
      yI: expect.closeTo(3.75, 2),
      excitatory: 5,
      inhibitory: 15,
    });
  });
});

describe("the start preset", () => {
  it("follows the curve of the crossings closely: the error is below two spikes", () => {
    const { spec, recording } = run(find("start"));
    const ei = asEINetwork(spec.network);
    if (ei === null) throw new Error("The preset is no E-I network.");
    const errors = Array.from(recording.time, (time, sample) => {
      const [crossing] = findCrossings(ei, recording.input[sample] ?? 0);
      return time < 2 || crossing === undefined
        ? 0
        : (recording.latents[2 * sample] ?? 0) - crossing.yE;
    });
    const rms = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    expect(rms).toBeLessThan(0.2);
  });
});

describe("glossary", () => {
  it("explains everything in one sentence", () => {
    for (const [id, { term, sentence }] of Object.entries(glossary)) {
      expect(id).toMatch(/^[a-zA-Z][a-zA-Z0-9.-]*$/);
      expect(term).not.toBe("");
      expect(sentence).toMatch(/^[^.]*(?:\d\.\d[^.]*)*\.$/);
    }
  });
});
