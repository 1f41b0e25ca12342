import { describe, expect, it } from "vitest";
import { findTargets } from "#model";
import { figure4de, figure5cd } from "../../support/eiNetworks.ts";
import { createTestNetwork } from "../../support/simulationSpecs.ts";

function targetsAt(finder: ReturnType<typeof findTargets>, x: number): readonly number[] {
  const out = new Float64Array(3).fill(-7);
  finder?.write(Float64Array.of(x), out, 1);
  expect(out[0]).toBe(-7);
  return [...out.subarray(1)];
}

describe("findTargets", () => {
  it("is the lowest line of one population, signed", () => {
    // y = -x - 0.5, y = x / 2 - 1.
    const finder = findTargets(
      createTestNetwork({
        type: "inhibitory",
        feedforward: [1, -1],
        encoders: [[1], [2]],
        thresholds: [-0.5, -2],
        decoders: [-1, -1],
      }),
    );
    expect(targetsAt(finder, 0)[0]).toBe(-1);
    expect(targetsAt(finder, 2)[0]).toBe(-2.5);
    expect(finder?.signs[0]).toBe(1);
  });

  it("is the crossing of an E-I network, as magnitudes", () => {
    const finder = findTargets(figure4de().network);
    const [yE, yI] = targetsAt(finder, 1);
    expect(yE).toBeCloseTo(2, 12);
    expect(yI).toBeCloseTo(3, 12);
    expect([...(finder?.signs ?? [])]).toEqual([1, -1]);
  });

  it("follows the crossing as x moves (figure 5d: yE = (q - p + 1.52) / 0.6)", () => {
    const finder = findTargets(figure5cd().network);
    expect(targetsAt(finder, 0)[0]).toBeCloseTo(2.783, 3);
    expect(targetsAt(finder, 4)[0]).toBeCloseTo(5.383, 1);
  });

  it("has no number where nothing crosses", () => {
    const finder = findTargets(figure4de().network);
    // E: |yI| = yE - 3, I: |yI| = 1.5 yE - 2: they meet at negative yE.
    expect(targetsAt(finder, -1)).toEqual([Number.NaN, Number.NaN]);
  });

  it("knows none for a network of another kind", () => {
    const population = {
      type: "inhibitory",
      feedforward: [1],
      thresholds: [1],
      decoders: [-1],
    } as const;
    const silent = createTestNetwork({ ...population, encoders: [[0]] });
    expect(findTargets(silent)).toBeNull();
    const two = createTestNetwork(
      { ...population, encoders: [[1, 1]] },
      { ...population, encoders: [[1, 1]] },
    );
    expect(findTargets(two)).toBeNull();
  });
});
