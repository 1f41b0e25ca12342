import { describe, expect, it } from "vitest";
import { polygonArea } from "#math";
import { buildNetwork, type NeuronGroup, populationBoundary } from "#model";

const box = { x: [-1, 1], y: [-2, 0] } as const;

function network(
  rows: readonly { readonly F: readonly number[]; readonly E: number; readonly T: number }[],
  type: NeuronGroup["type"] = "inhibitory",
) {
  return buildNetwork({
    inputs: rows[0]?.F.length ?? 1,
    groups: [
      {
        id: "P",
        type,
        latents: ["P"],
        feedforward: rows.map(({ F }) => F),
        encoders: { P: rows.map(({ E }) => E) },
        thresholds: rows.map(({ T }) => T),
        decoders: rows.map(() => [0]),
        crossDecoders: {},
        selfReset: rows.map(() => 0),
      },
    ],
  });
}

describe("populationBoundary", () => {
  it("is the lower envelope of the lines y = (T - F x) / E, owners from left to right", () => {
    const pair = network([
      { F: [1], E: 1, T: -1 },
      { F: [-2], E: 2, T: -2 },
    ]);
    const { pieces, subthreshold } = populationBoundary(pair, { population: 0, box });
    expect(pieces).toEqual([
      { neuron: 1, from: [-1, -2], to: [0, -1] },
      { neuron: 0, from: [0, -1], to: [1, -2] },
    ]);
    expect(polygonArea(subthreshold)).toBe(1);
  });

  it("draws walls, gives equal lines to the first neuron, and takes negative encoders", () => {
    const rows = [
      { F: [2], E: 0, T: 1 },
      { F: [4], E: 0, T: 2 },
      { F: [0], E: -1, T: 1 },
    ];
    const { pieces } = populationBoundary(network(rows, "unconstrained"), { population: 0, box });
    expect(pieces).toEqual([
      { neuron: 2, from: [-1, -1], to: [0.5, -1] },
      { neuron: 0, from: [0.5, -1], to: [0.5, 0] },
    ]);
  });

  it("is everything or nothing for a neuron that nothing moves", () => {
    for (const [T, area] of [
      [1, 4],
      [0, 0],
    ] as const) {
      const { subthreshold } = populationBoundary(network([{ F: [0], E: 0, T }]), {
        population: 0,
        box,
      });
      expect(polygonArea(subthreshold)).toBe(area);
    }
  });

  it("holds other inputs and other latents", () => {
    const two = network([{ F: [1, 3], E: 1, T: 0 }]);
    const { pieces } = populationBoundary(two, { population: 0, box, input: 1, held: [1, 9] });
    expect(pieces).toHaveLength(1);
    expect(pieces[0]?.from[0]).toBeCloseTo(-1 / 3, 12);
    expect(pieces[0]?.to[0]).toBeCloseTo(1 / 3, 12);
    expect([pieces[0]?.from[1], pieces[0]?.to[1]]).toEqual([0, -2]);
    const group = (id: string): NeuronGroup => ({
      id,
      type: "unconstrained",
      latents: [id],
      feedforward: [[0]],
      encoders: { A: [1], B: [1] },
      thresholds: [0],
      decoders: [[1]],
      crossDecoders: {},
      selfReset: [0],
    });
    const both = buildNetwork({ inputs: 1, groups: [group("A"), group("B")] });
    const second = populationBoundary(both, { population: 1, box, latents: [1.5, 7] });
    expect(second.pieces).toEqual([{ neuron: 1, from: [-1, -1.5], to: [1, -1.5] }]);
  });

  it("refuses a population that does not exist", () => {
    const one = network([{ F: [0], E: 1, T: 1 }]);
    expect(() => populationBoundary(one, { population: 3, box })).toThrow("no population 3");
  });
});
