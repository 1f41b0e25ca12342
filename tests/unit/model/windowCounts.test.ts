import { describe, expect, it } from "vitest";
import { createWindowFano, type SpikeList } from "#model";

function train(...times: readonly number[]): SpikeList {
  return { time: times, neuron: times.map(() => 0), start: 0, end: times.length };
}

describe("createWindowFano", () => {
  it("is variance over mean of the counts, by hand", () => {
    // Counts 2, 0, 1, 3: mean 1.5, variance 1.25.
    const spikes = train(0.1, 0.2, 2.5, 3.1, 3.2, 3.9);
    expect(createWindowFano(1, 1)(spikes, { from: 0, to: 4 })[0]).toBeCloseTo(1.25 / 1.5, 12);
  });

  it("leaves out what does not fill a window", () => {
    const spikes = train(0.5, 1.5, 2.1, 2.2, 2.3, 2.4);
    expect(createWindowFano(1, 1)(spikes, { from: 0, to: 2.5 })[0]).toBe(0);
  });

  it("gives a spike on an edge to the window that begins there", () => {
    const spikes = train(0, 1, 2, 3, 4);
    expect(createWindowFano(1, 1)(spikes, { from: 0, to: 4 })[0]).toBe(0);
  });

  it("is 0 for a regular train whose windows hold equally many", () => {
    const spikes = train(...Array.from({ length: 100 }, (_, k) => 0.1 * k + 0.05));
    expect(createWindowFano(1, 0.5)(spikes, { from: 0, to: 10 })[0]).toBe(0);
  });

  it("tells neurons apart", () => {
    const spikes: SpikeList = {
      time: [0.1, 0.2, 0.3, 1.5],
      neuron: [1, 0, 1, 0],
      start: 0,
      end: 4,
    };
    // Neuron 0 counts 1, 1; neuron 1 counts 2, 0: mean 1, variance 1.
    expect([...createWindowFano(2, 1)(spikes, { from: 0, to: 2 })]).toEqual([0, 1]);
  });

  it("says nothing below half a spike a window or of a single window", () => {
    const fano = createWindowFano(1, 1);
    expect(fano(train(0.5), { from: 0, to: 3 })[0]).toBeNaN();
    expect(fano(train(0.5, 0.6), { from: 0, to: 1 })[0]).toBeNaN();
    expect(fano(train(), { from: 0, to: 3 })[0]).toBeNaN();
    expect(fano(train(0.5), { from: 0, to: 0.5 })[0]).toBeNaN();
  });

  it("remembers nothing of the list before", () => {
    const fano = createWindowFano(1, 1);
    fano(train(0.1, 0.2, 1.1, 1.2, 1.3), { from: 0, to: 2 });
    expect(fano(train(0.5, 1.5), { from: 0, to: 2 })[0]).toBe(0);
  });
});
