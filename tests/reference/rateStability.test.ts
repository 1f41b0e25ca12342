import { describe, expect, it } from "vitest";
import { parseExperimentText, toSimulation } from "#document";
import { rateStability, type SimulationSpec } from "#engines";
import { readReferenceExperiment } from "../support/referenceCases.ts";

function compile(name: string): SimulationSpec {
  const parsed = parseExperimentText(readReferenceExperiment(name));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  const simulation = toSimulation(parsed.experiment);
  if (!simulation.ok) throw new Error(simulation.problem.message);
  return simulation.spec;
}

/** dt times the worst case over all states: every sigmoid at its steepest. */
function worstCase({ network, rate, dt }: SimulationSpec): number {
  const width = network.latents.length;
  return network.populations.reduce((largest, { start, count, latents }, index) => {
    const column = latents[0] ?? 0;
    let sum = 0;
    for (let neuron = start; neuron < start + count; neuron += 1) {
      const gain = (rate?.beta[index] ?? 0) / 4;
      const decoder = Math.abs(network.decoders[neuron * width + column] ?? 0);
      sum += decoder * gain * (network.encoders[neuron * width + column] ?? 0);
    }
    return Math.max(largest, dt * (1 + sum));
  }, 0);
}

describe("the published rate runs", () => {
  it.each(["fig10d", "fig12b"])("are stable along their run: %s", (name) => {
    const { product, verdict, until } = rateStability(compile(name));
    expect(product).toBeLessThan(1);
    expect(verdict).toBe("green");
    expect(until).toBeGreaterThan(10);
  });

  it("would be condemned by a worst case over all states", () => {
    expect(worstCase(compile("fig10d"))).toBeGreaterThan(2.5);
  });
});
