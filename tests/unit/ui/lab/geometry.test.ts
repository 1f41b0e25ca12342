import { describe, expect, it } from "vitest";
import {
  deriveGeometry,
  type Geometry,
  toIndex,
  toIndices,
  toRef,
} from "../../../../src/ui/lab/geometry.ts";
import { eiDocument, tangentDocument } from "../../../support/documents.ts";

const ranges = { x: [0, 1], E: [0, 6], I: [0, 8] } as const;

function geometryOf(...[document, seen]: Parameters<typeof deriveGeometry>): Geometry {
  const derived = deriveGeometry(document, seen);
  if (!derived.ok) throw new Error(derived.message);
  return derived.geometry;
}

describe("deriveGeometry", () => {
  it("finds the crossing that the network follows", () => {
    // At x = 1 the first line of E, yI = yE + 1.4, meets those of I, yI = 1.5 yE - 0.4.
    const crossing = geometryOf(eiDocument(), ranges).lookup(1);
    expect(crossing?.yE).toBeCloseTo(3.6, 12);
    expect(crossing?.yI).toBeCloseTo(5, 12);
  });

  it("looks for crossings far outside the visible readouts, but not without end", () => {
    const seen = (top: number): unknown =>
      geometryOf(eiDocument(), { ...ranges, E: [0, top], I: [0, top] }).lookup(1);
    expect(seen(0.25)).not.toBeNull();
    expect(seen(0.1)).toBeNull();
  });

  it("gives the same object for the same network over the same inputs", () => {
    const document = eiDocument();
    const first = geometryOf(document, ranges);
    expect(geometryOf({ ...document, seed: 5, duration: 3 }, { ...ranges })).toBe(first);
  });

  it("is another when the network, the course of the input or a visible range is another", () => {
    const document = eiDocument();
    const first = geometryOf(document, ranges);
    const longer = eiDocument({ input: { kind: "piecewise-linear", points: [[0, [2]]] } }).input;
    expect(geometryOf({ ...document, input: longer }, ranges)).not.toBe(first);
    expect(geometryOf(document, { ...ranges, E: [0, 7] })).not.toBe(first);
    expect(geometryOf(document, { ...ranges, I: [0, 7] })).not.toBe(first);
    expect(geometryOf({ ...document, network: { ...document.network } }, ranges)).not.toBe(first);
  });

  it("says in a sentence why a document of one population has no such geometry", () => {
    const derived = deriveGeometry(tangentDocument(), ranges);
    expect(derived).toEqual({
      ok: false,
      message:
        "This lab shows networks of one excitatory and one inhibitory population with one readout each; the open document has another shape.",
    });
    expect(deriveGeometry({ ...tangentDocument(), seed: 2 }, ranges)).toEqual(derived);
  });

  it("passes on which rule a network breaks", () => {
    const document = eiDocument();
    const { network } = document;
    if (network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
    const populations = network.populations.map((each) => ({
      ...each,
      decoders: each.thresholds.map(() => [1]),
    }));
    const broken = { ...document, network: { ...network, populations } };
    expect(deriveGeometry(broken, ranges)).toEqual({
      ok: false,
      message:
        'The decoder 1 of neuron 0 of inhibitory population "I" must be 0 or less (Dale\'s law).',
    });
  });
});

describe("names and indices of neurons", () => {
  const { network } = geometryOf(eiDocument(), ranges);

  it("belong together, population by population", () => {
    const refs = Array.from({ length: 5 }, (_, neuron) => toRef(network, neuron));
    expect(refs).toEqual([
      { population: "E", index: 0 },
      { population: "E", index: 1 },
      { population: "I", index: 0 },
      { population: "I", index: 1 },
      { population: "I", index: 2 },
    ]);
    expect(refs.map((ref) => toIndex(network, ref))).toEqual([0, 1, 2, 3, 4]);
  });

  it("are null for a neuron that does not exist, and for none", () => {
    expect(toRef(network, 5)).toBeNull();
    expect(toIndex(network, null)).toBeNull();
    expect(toIndex(network, { population: "I", index: 3 })).toBeNull();
    expect(toIndex(network, { population: "X", index: 0 })).toBeNull();
  });

  it("leave out of a list what does not exist", () => {
    const refs = [
      { population: "I", index: 1 },
      { population: "I", index: 7 },
      { population: "E", index: 0 },
    ];
    expect(toIndices(network, refs)).toEqual([3, 0]);
    expect(toIndices(network, [])).toEqual([]);
  });
});
