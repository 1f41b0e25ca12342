import { afterAll, describe, expect, it } from "vitest";
import { eiFile, type Json } from "../../support/experimentFiles.ts";
import { createWorkbench } from "../../support/testConsole.ts";

const bench = createWorkbench();
afterAll(() => bench.dispose());

/** One neuron that a constant input holds 1 above its threshold, at exact times. */
function loneNeuron(type: "excitatory" | "inhibitory", decoder: number): Json {
  const neuron = { feedforward: [[1]], encoders: { P: [1] }, thresholds: [0], decoders: [decoder] };
  return {
    ...eiFile(),
    network: { kind: "explicit", inputs: 1, populations: [{ id: "P", type, ...neuron }] },
    input: { kind: "piecewise-linear", points: [[0, [1]]] },
    dynamics: { engine: "event" },
  };
}

describe("simulate, without a step", () => {
  it("writes exact times with every digit, without steps, and what is certain of the run", async () => {
    bench.write("exact.json", JSON.stringify(loneNeuron("inhibitory", -0.5)));
    const { printed } = await bench.run("exact.json");
    const { spikes, summary, warnings } = JSON.parse(printed);
    const [first = 0, second = 0] = spikes.P.time.slice(4);
    // b = F x - T = 1 above the threshold: the interval is ln((b + D) / b).
    expect(second - first).toBeCloseTo(Math.log(1.5), 14);
    expect(spikes.P).not.toHaveProperty("step");
    expect(summary.verdict).toMatchObject({
      kind: "periodic",
      spikes: 1,
      period: expect.closeTo(Math.log(1.5), 12),
    });
    expect(warnings).toEqual([]);
    const table = await bench.run("exact.json", "--spikes", "csv");
    expect(table.printed.split("\n")[6]).toBe(`P,0,,${second}`);
  });

  it("ends a run that would never leave an instant, and says so", async () => {
    bench.write("runaway.json", JSON.stringify(loneNeuron("excitatory", 0.5)));
    const { status, printed } = await bench.run("runaway.json");
    const { summary, warnings } = JSON.parse(printed);
    expect(status).toBe(0);
    expect(summary.verdict).toMatchObject({ kind: "explosive", time: 0 });
    expect(warnings).toEqual([expect.stringMatching(/^Explosive: the instant 0 tau holds/)]);
  });

  it("samples a run without steps at the very times that it asks for", async () => {
    const file = { ...loneNeuron("inhibitory", -0.5), record: { latentsEvery: 0.3 }, duration: 1 };
    bench.write("sampled.json", JSON.stringify(file));
    const { printed } = await bench.run("sampled.json");
    expect(JSON.parse(printed).latents.time).toEqual([0, 0.3, 0.6, 0.9]);
  });
});
