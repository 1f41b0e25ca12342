import { describe, expect, it } from "vitest";
import {
  addNeuron,
  compileNetwork,
  editNeurons,
  moveThresholds,
  type NeuronRef,
  readNeuron,
  removeNeurons,
  resetNeurons,
  setNeurons,
  toExplicit,
} from "#document";
import { documentOf, eiDocument, tangentDocument } from "../../support/documents.ts";
import { eiFile, withField } from "../../support/experimentFiles.ts";

const I = (index: number): NeuronRef => ({ population: "I", index });
const E = (index: number): NeuronRef => ({ population: "E", index });

describe("readNeuron", () => {
  it("tells everything about an explicit neuron", () => {
    expect(readNeuron(eiDocument(), I(1))).toEqual({
      population: "I",
      type: "inhibitory",
      feedforward: [0.2],
      encoders: { E: 1.5, I: 1 },
      threshold: 0.6,
      decoders: [-0.6],
      selfReset: 0,
    });
  });

  it("tells everything about a tangent neuron", () => {
    expect(readNeuron(tangentDocument(), I(0))).toMatchObject({
      encoders: { I: 1 },
      decoders: [-0.6],
    });
  });

  it.each([I(3), I(-1), I(0.5), { population: "X", index: 0 }])("finds nothing at %j", (ref) => {
    expect(readNeuron(eiDocument(), ref)).toBeNull();
  });
});

describe("editNeurons", () => {
  it("rewrites the explicit neurons that are named and no other", () => {
    const before = eiDocument();
    const after = setNeurons(before, [I(0), I(2)], {
      feedforward: [9],
      encoders: { E: 8 },
      threshold: 7,
      decoder: -6,
      selfReset: 5,
    });
    expect(readNeuron(after, I(2))).toMatchObject({
      feedforward: [9],
      encoders: { E: 8, I: 1 },
      threshold: 7,
      decoders: [-6],
      selfReset: 5,
    });
    expect(readNeuron(after, I(1))).toEqual(readNeuron(before, I(1)));
    expect(readNeuron(after, E(0))).toEqual(readNeuron(before, E(0)));
  });

  it("notes the changes of tangent neurons beside the grid, one on top of the other", () => {
    const once = setNeurons(tangentDocument(), [I(3)], { threshold: 7, encoders: { I: 2 } });
    const twice = setNeurons(once, [I(3), I(4)], { decoder: -1 });
    expect(twice.network).toMatchObject({
      kind: "tangent",
      overrides: {
        I: { 3: { threshold: 7, encoders: { I: 2 }, decoder: -1 }, 4: { decoder: -1 } },
      },
    });
    expect(readNeuron(twice, I(3))).toMatchObject({
      threshold: 7,
      encoders: { I: 2 },
      decoders: [-1],
    });
  });

  it("makes a neuron read a latent that its population did not read", () => {
    const file = withField(eiFile(), ["network", "populations", 0, "encoders"], { E: [1, 1] });
    const after = setNeurons(documentOf(file), [E(1)], { encoders: { I: 3 } });
    expect(readNeuron(after, E(0))?.encoders).toEqual({ E: 1, I: 0 });
    expect(readNeuron(after, E(1))?.encoders).toEqual({ E: 1, I: 3 });
  });

  it("stops at 0 where Dale's law would be broken", () => {
    const after = setNeurons(eiDocument(), [I(0)], { decoder: 4, encoders: { E: -1 } });
    expect(readNeuron(after, I(0))).toMatchObject({ decoders: [0], encoders: { E: 0 } });
    expect(Object.is(readNeuron(after, I(0))?.decoders[0], 0)).toBe(true);
    expect(readNeuron(setNeurons(eiDocument(), [E(0)], { decoder: -4 }), E(0))?.decoders).toEqual([
      0,
    ]);
  });

  it("sets any sign where the population has none", () => {
    const file = withField(eiFile(), ["network", "populations", 0, "type"], "unconstrained");
    const after = setNeurons(documentOf(file), [E(0)], { decoder: -4, encoders: { I: -1 } });
    expect(readNeuron(after, E(0))).toMatchObject({ decoders: [-4], encoders: { I: -1 } });
  });

  it("moves only the first of several decoders", () => {
    const wide = withField(eiFile(), ["network", "populations", 0, "latents"], ["E", "F"]);
    const file = withField(
      wide,
      ["network", "populations", 0, "decoders"],
      [
        [1, 2],
        [3, 4],
      ],
    );
    expect(
      readNeuron(setNeurons(documentOf(file), [E(0)], { decoder: 9 }), E(0))?.decoders,
    ).toEqual([9, 2]);
  });

  it("moves thresholds together and keeps their distances", () => {
    const after = moveThresholds(eiDocument(), [I(0), I(1), E(0)], 0.5);
    expect([I(0), I(1), I(2), E(0)].map((ref) => readNeuron(after, ref)?.threshold)).toEqual([
      1, 1.1, 0.7, -0.5,
    ]);
  });

  it.each([
    ["no neuron", []],
    ["neurons that do not exist", [I(99), { population: "X", index: 0 }]],
  ])("gives the same object for %s", (_, refs) => {
    const before = eiDocument();
    expect(moveThresholds(before, refs, 1)).toBe(before);
  });

  it("gives the same object when every value is what it was", () => {
    for (const before of [eiDocument(), tangentDocument()]) {
      const same = editNeurons(
        before,
        [I(1)],
        ({ feedforward, encoders, threshold, decoders, selfReset }) => ({
          feedforward,
          encoders,
          threshold,
          decoder: decoders[0] ?? 0,
          selfReset,
        }),
      );
      expect(same).toBe(before);
    }
  });

  it("leaves a recipe alone that gives no network", () => {
    const { network, ...rest } = tangentDocument();
    if (network.kind !== "tangent") throw new Error("The test needs tangents.");
    const bad = network.populations.map((each) => ({
      ...each,
      boundary: {
        of: "I",
        terms: [{ variable: "E", shape: { kind: "quadratic", a: 0, b: -1, c: 0 } }] as const,
      },
    }));
    const broken = { ...rest, network: { ...network, populations: bad } };
    expect(compileNetwork(broken.network).ok).toBe(false);
    expect(moveThresholds(broken, [I(0)], 1)).toBe(broken);
    expect(toExplicit(broken.network)).toBe(broken.network);
    expect(addNeuron(broken, "I")).toBe(broken);
    expect(removeNeurons(broken, [I(0)])).toBe(broken);
  });
});

describe("resetNeurons", () => {
  it("drops what was set by hand on a tangent neuron", () => {
    const base = tangentDocument();
    const moved = moveThresholds(base, [I(3), I(4)], 1);
    const after = resetNeurons(moved, base, [I(3), I(3)]);
    expect(readNeuron(after, I(3))).toEqual(readNeuron(base, I(3)));
    expect(readNeuron(after, I(4))).toEqual(readNeuron(moved, I(4)));
    expect(resetNeurons(after, base, [I(4)])).toEqual(base);
  });

  it("goes back to what the base had set by hand", () => {
    const base = moveThresholds(tangentDocument(), [I(3)], 1);
    expect(resetNeurons(moveThresholds(base, [I(3)], 1), base, [I(3)])).toEqual(base);
  });

  it("restores explicit neurons, with the latents that the base does not read", () => {
    const base = documentOf(
      withField(eiFile(), ["network", "populations", 0, "encoders"], { E: [1, 1] }),
    );
    const moved = setNeurons(base, [E(0)], { threshold: 9, encoders: { I: 3, E: 4 }, decoder: 1 });
    const after = resetNeurons(moved, base, [E(0)]);
    expect(readNeuron(after, E(0))).toEqual({
      ...readNeuron(base, E(0)),
      encoders: { E: 1, I: 0 },
    });
  });

  it("restores explicit neurons of what was a recipe", () => {
    const base = tangentDocument();
    const grown = moveThresholds(addNeuron(base, "I"), [I(2)], 1);
    expect(readNeuron(resetNeurons(grown, base, [I(2)]), I(2))).toEqual(readNeuron(base, I(2)));
  });

  it("gives the same object when there is nothing to put back", () => {
    for (const base of [eiDocument(), tangentDocument()]) {
      expect(resetNeurons(base, base, [I(0), I(99)])).toBe(base);
    }
  });
});

describe("addNeuron and removeNeurons", () => {
  it("adds a copy of the last neuron, or of another", () => {
    const grown = addNeuron(eiDocument(), "I");
    expect(readNeuron(grown, I(3))).toEqual(readNeuron(grown, I(2)));
    const copied = addNeuron(eiDocument(), "I", 0);
    expect(readNeuron(copied, I(3))).toEqual(readNeuron(copied, I(0)));
  });

  it("writes a recipe out before it adds to it", () => {
    const grown = addNeuron(tangentDocument(), "I", 4);
    expect(grown.network.kind).toBe("explicit");
    expect(readNeuron(grown, I(10))).toEqual(readNeuron(tangentDocument(), I(4)));
  });

  it.each([
    ["X", 0],
    ["I", 3],
    ["I", -1],
    ["I", 0.5],
  ])("adds nothing for %s %s", (id, template) => {
    const before = eiDocument();
    expect(addNeuron(before, id, template)).toBe(before);
  });

  it("removes neurons and lets currents, recordings and start values follow those that stay", () => {
    const before = eiDocument({
      currents: [
        { population: "I", from: 0, to: 1, amplitude: 1, neurons: [0, 2] },
        { population: "I", from: 0, to: 1, amplitude: 2, neurons: [0] },
        { population: "I", from: 0, to: 1, amplitude: 3 },
        { population: "E", from: 0, to: 1, amplitude: 4, neurons: [0] },
      ],
      record: { voltages: { I: [0, 1], E: [0] } },
      initial: { kind: "voltages", voltages: { I: [1, 2, 3] } },
    });
    const after = removeNeurons(before, [I(0), I(9)]);
    expect(readNeuron(after, I(0))).toEqual(readNeuron(before, I(1)));
    expect(after.currents.map(({ amplitude, neurons }) => [amplitude, neurons])).toEqual([
      [1, [1]],
      [3, "all"],
      [4, [0]],
    ]);
    expect(after.record.voltages).toEqual({ I: [0], E: [0] });
    expect(after.initial).toMatchObject({ voltages: { I: [2, 3], E: [0, 0] } });
    expect(removeNeurons(after, [I(0)]).record.voltages).toEqual({ E: [0] });
  });

  it("keeps rates and cross-decoders as long as the population", () => {
    const file = withField(eiFile(), ["network", "populations", 1, "crossDecoders"], {
      E: [-1, -2, -3],
    });
    const before = documentOf({
      ...file,
      dynamics: { engine: "rate", dt: 0.01, beta: 1 },
      initial: { kind: "rates", rates: { E: [0.1, 0.2], I: [0.3, 0.4, 0.5] } },
    });
    const after = addNeuron(removeNeurons(before, [I(1)]), "I", 0);
    expect(after.initial).toMatchObject({ rates: { I: [0.3, 0.5, 0.3] } });
    expect(after.network).toMatchObject({
      populations: [{}, { crossDecoders: { E: [[-1], [-3], [-1]] } }],
    });
  });

  it("keeps the last neuron of a population", () => {
    const before = eiDocument();
    expect(removeNeurons(before, [E(0), E(1)])).toBe(before);
    expect(removeNeurons(before, [])).toBe(before);
    expect(removeNeurons(before, [{ population: "X", index: 0 }])).toBe(before);
  });
});
