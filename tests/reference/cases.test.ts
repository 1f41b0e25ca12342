import { describe, expect, it } from "vitest";
import { parseExperimentText, toSimulation } from "#document";
import type { Recording, RecordingPlan, SimulationSpec } from "#engines";
import { recordRun } from "../support/recordRun.ts";
import {
  listReferenceCases,
  readExpectedRun,
  readReferenceExperiment,
} from "../support/referenceCases.ts";

const CLOSE = 1e-6;

function compile(name: string): { readonly spec: SimulationSpec; readonly record: RecordingPlan } {
  const parsed = parseExperimentText(readReferenceExperiment(name));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  const simulation = toSimulation(parsed.experiment);
  if (!simulation.ok) throw new Error(simulation.problem.message);
  return simulation;
}

/** Spikes of each population, neurons counted within it, sorted by step and then neuron. */
function readSpikes({ network }: SimulationSpec, run: Recording): Record<string, unknown> {
  return Object.fromEntries(
    network.populations.map(({ id, start, count }) => {
      const spikes = Array.from(run.spikeNeuron, (neuron, index) => ({
        neuron: neuron - start,
        step: run.spikeStep[index] ?? -1,
      }))
        .filter(({ neuron }) => neuron >= 0 && neuron < count)
        .sort((first, second) => first.step - second.step || first.neuron - second.neuron);
      return [
        id,
        { neuron: spikes.map(({ neuron }) => neuron), step: spikes.map(({ step }) => step) },
      ];
    }),
  );
}

function readLatent({ network }: SimulationSpec, run: Recording, name: string): readonly number[] {
  const width = network.latents.length;
  const column = network.latents.findIndex((latent) => latent.name === name);
  return Array.from(run.time, (_, sample) => run.latents[sample * width + column] ?? Number.NaN);
}

/** Largest distance between two lists. */
function farthest(found: readonly number[], stored: readonly number[]): number {
  expect(found).toHaveLength(stored.length);
  return Math.max(...stored.map((value, index) => Math.abs((found[index] ?? Number.NaN) - value)));
}

describe.each(listReferenceCases())("reference case %s", (name) => {
  const { spec, record } = compile(name);
  const run = recordRun(spec, record);
  const expected = readExpectedRun(name);

  it("has the same spikes, neuron by neuron and step by step", () => {
    const silence = spec.network.populations.map(({ id }) => [id, { neuron: [], step: [] }]);
    expect(readSpikes(spec, run)).toEqual(expected.spikes ?? Object.fromEntries(silence));
  });

  it("has the same latents at the same times", () => {
    const { time, ...latents } = expected.latents;
    expect(farthest([...run.time], time ?? [])).toBeLessThan(CLOSE);
    for (const [latent, stored] of Object.entries(latents))
      expect(farthest(readLatent(spec, run, latent), stored)).toBeLessThan(CLOSE);
  });
});
