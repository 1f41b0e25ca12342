import { describe, expect, it } from "vitest";
import { compileNetwork, type NetworkRecipe, toExplicit } from "#document";
import type { LowRankNetwork } from "#model";
import { documentOf, eiDocument, tangentDocument } from "../../support/documents.ts";
import { eiFile, tangentFile, withField } from "../../support/experimentFiles.ts";

function networkOf(recipe: NetworkRecipe): LowRankNetwork {
  const result = compileNetwork(recipe);
  if (!result.ok) throw new Error(result.problem.message);
  return result.network;
}

describe("compileNetwork", () => {
  it("lays explicit neurons out row by row, E before I", () => {
    const network = networkOf(eiDocument().network);
    expect(network.populations.map(({ id, start, count }) => [id, start, count])).toEqual([
      ["E", 0, 2],
      ["I", 2, 3],
    ]);
    expect(network.latents.map(({ name }) => name)).toEqual(["E", "I"]);
    expect([...network.thresholds]).toEqual([-1, -0.8, 0.5, 0.6, 0.7]);
    expect([...network.encoders]).toEqual([1, 1, 1, 1, 1.5, 1, 1.5, 1, 1.5, 1]);
    expect([...network.decoders]).toEqual([0.5, 0, 0.6, 0, 0, -0.5, 0, -0.6, 0, -0.7]);
  });

  it("gives the same network whatever the order of the populations in the file", () => {
    const { network } = eiDocument();
    if (network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
    const turned = { ...network, populations: network.populations.toReversed() };
    expect(networkOf(turned)).toEqual(networkOf(network));
  });

  it("orders populations of one type by id, and signed ones before others", () => {
    const { network } = eiDocument();
    if (network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
    const [E, I] = network.populations;
    if (E === undefined || I === undefined) throw new Error("The test needs two populations.");
    const rename = (id: string, like: typeof E): typeof E => ({
      ...like,
      id,
      latents: [id],
      encoders: {},
    });
    const populations = [
      { ...rename("U", E), type: "unconstrained" } as const,
      rename("E2", E),
      rename("E1", E),
      rename("I", I),
    ];
    const ids = networkOf({ ...network, populations }).populations.map(({ id }) => id);
    expect(ids).toEqual(["E1", "E2", "I", "U"]);
  });

  it("adds a latent for each reader with decoders of its own", () => {
    const I = ["network", "populations", 1] as const;
    const file = withField(eiFile(), [...I, "crossDecoders"], { E: [-1, -2, -3] });
    const network = networkOf(documentOf(file).network);
    expect(network.latents.map(({ kind }) => kind)).toEqual(["readout", "readout", "cross"]);
    expect([...network.encoders.subarray(0, 3)]).toEqual([1, 0, 1]);
    expect([...network.decoders.subarray(6, 9)]).toEqual([0, -0.5, -1]);
  });

  it("expands tangents as the authors do: F = 2 x, T = x^2 - 1/2 for |y| = x^2 + 1/2", () => {
    const network = networkOf(tangentDocument().network);
    const points = Array.from({ length: 10 }, (_, k) => -0.9 + 0.2 * k);
    for (const [index, x] of points.entries()) {
      expect(network.feedforward[index]).toBeCloseTo(2 * x, 12);
      expect(network.thresholds[index]).toBeCloseTo(x * x - 0.5, 12);
    }
    expect([...network.encoders]).toEqual(new Array(10).fill(1));
    expect([...network.decoders]).toEqual(new Array(10).fill(-0.6));
  });

  it("puts hand-set values in place of the recipe's", () => {
    const override = {
      feedforward: [9],
      encoders: { I: 8 },
      threshold: 7,
      decoder: -6,
      selfReset: 5,
    };
    const overrides = { I: { 2: override, 3: { threshold: 4 } } };
    const network = networkOf(
      documentOf(withField(tangentFile(), ["network", "overrides"], overrides)).network,
    );
    expect([network.feedforward[2], network.encoders[2], network.thresholds[2]]).toEqual([9, 8, 7]);
    expect([network.decoders[2], network.selfResets[2], network.thresholds[3]]).toEqual([-6, 5, 4]);
    expect(network.decoders[3]).toBe(-0.6);
  });

  it("lets an override read a latent that the recipe's neurons do not read", () => {
    const file = {
      ...eiFile(),
      network: {
        kind: "tangent",
        populations: [
          {
            id: "E",
            type: "excitatory",
            boundary: { of: "E", terms: [{ variable: "x", shape: { kind: "quadratic", c: 1 } }] },
            tangents: [{ variable: "x", from: 0, to: 1, count: 2 }],
            decoder: 1,
          },
          {
            id: "I",
            type: "inhibitory",
            boundary: { of: "I", terms: [{ variable: "E", shape: { kind: "quadratic", b: 1 } }] },
            tangents: [],
            decoder: -1,
          },
        ],
        overrides: { E: { 1: { encoders: { I: 3 } } } },
      },
    };
    expect([...networkOf(documentOf(file).network).encoders]).toEqual([1, 0, 1, 3, 1, 1]);
  });

  it("gives the same object for the same recipe", () => {
    const { network } = tangentDocument();
    expect(compileNetwork(network)).toBe(compileNetwork(network));
    expect(toExplicit(network)).toBe(toExplicit(network));
  });

  it("says which rule a recipe breaks that nobody has read", () => {
    const { network } = eiDocument();
    if (network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
    const populations = network.populations.map((each) => ({
      ...each,
      decoders: each.thresholds.map(() => [1]),
    }));
    expect(compileNetwork({ ...network, populations })).toEqual({
      ok: false,
      problem: {
        path: "network",
        message:
          'The decoder 1 of neuron 0 of inhibitory population "I" must be 0 or less (Dale\'s law).',
      },
    });
  });
});
