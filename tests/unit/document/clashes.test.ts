import { describe, expect, it } from "vitest";
import { findClashes, findParameter, setNeurons } from "#document";
import { chooseEngine } from "../../../src/document/clashes.ts";
import { eiDocument } from "../../support/documents.ts";

const population = (id: string) => ({ scope: "population", population: id }) as const;

const clock = (change = {}) => eiDocument({ dynamics: { engine: "clock", dt: 0.01, ...change } });

describe("findClashes", () => {
  it("finds nothing where the engine can run the document as it is", () => {
    const plain = clock();
    for (const engine of ["clock", "event", "bridge"] as const)
      expect(findClashes(plain, engine)).toEqual([]);
  });

  it("asks about the document's own engine unless another is named", () => {
    const noisy = clock({ noise: { sigma: { E: 0, I: 0.1 } } });
    expect(findClashes(noisy)).toEqual([]);
    expect(findClashes(noisy, "event")).toEqual([
      { field: "dynamics.noise", what: "noise", instead: 'the engine "clock" or "bridge"' },
    ]);
  });

  it("lists everything that an engine cannot carry", () => {
    const rich = clock({
      synapse: { kind: "pulse", width: 1 },
      noise: { sigma: 0.1 },
      refractory: 1,
      delay: { I: 1 },
    });
    expect(findClashes(rich, "rate").map(({ field }) => field)).toEqual([
      "dynamics.synapse",
      "dynamics.noise",
      "dynamics.refractory",
    ]);
  });
});

describe("delays without a step", () => {
  const delayed = (change: object) => eiDocument({ dynamics: { engine: "event", ...change } });

  it("are carried where the sender resets itself, rests, or may not fire again at once", () => {
    expect(findClashes(delayed({ delay: { I: 0.1 } }))).toEqual([]);
    expect(findClashes(delayed({ delay: 0.1, refractory: { E: 0.01 } }))).toEqual([]);
    expect(findClashes(delayed({ delay: 0.1, minGap: 0.01 }))).toEqual([]);
  });

  it("need a gap of the engine's own: the gap of another engine does not help", () => {
    const gapped = delayed({ delay: 0.1, minGap: 0.01 });
    expect(findClashes(gapped, "bridge").map(({ field }) => field)).toEqual(["dynamics.delay"]);
  });

  it("are carried by a self-reset that outweighs the neuron's own push", () => {
    const free = clock({ delay: { E: 0.1 } });
    expect(findClashes(free, "event")).toHaveLength(1);
    const refs = [0, 1].map((index) => ({ population: "E", index }));
    const reset = setNeurons(free, refs, { selfReset: 5 });
    expect(findClashes(reset, "event")).toEqual([]);
  });

  it("are no matter of a network that cannot be built", () => {
    const good = clock({ delay: 1 });
    expect(findClashes({ ...good, network: { ...good.network, inputs: 2 } }, "event")).toEqual([]);
  });

  it("move to the clock when an edit makes them endless", () => {
    const exact = delayed({ delay: { I: 0.1 } });
    const mute = setNeurons(exact, [{ population: "I", index: 0 }], { decoder: 0 });
    expect(mute.dynamics.engine).toBe("clock");
    expect(findParameter("delay").write(exact, population("E"), 0.2).dynamics.engine).toBe("clock");
  });
});

describe("chooseEngine", () => {
  it("keeps an engine that can run what is asked for", () => {
    expect(chooseEngine(clock())).toBe("clock");
    expect(chooseEngine(clock({ noise: { sigma: 0.1 } }))).toBe("clock");
  });

  it("takes the most exact engine that can", () => {
    const given = clock({ noise: { sigma: 0.1 } });
    const exact = { ...given, dynamics: { ...given.dynamics, engine: "event" as const } };
    expect(chooseEngine(exact)).toBe("bridge");
    const pulses = clock({ synapse: { kind: "exponential", tau: 1 } });
    const coarse = { ...pulses, dynamics: { ...pulses.dynamics, engine: "bridge" as const } };
    expect(chooseEngine(coarse)).toBe("clock");
  });

  it("leaves an engine alone where no spiking one can do better", () => {
    const rates = { E: [0.1, 0.2], I: [0.1, 0.2, 0.3] };
    const given = { ...clock(), initial: { kind: "rates" as const, rates } };
    expect(chooseEngine(given)).toBe("clock");
  });
});
