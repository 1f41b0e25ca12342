import { describe, expect, it } from "vitest";
import { createRng, findOwner, upperEnvelope } from "#math";
import { Arrivals } from "../../../src/engines/event/Arrivals.ts";
import { CycleWatch } from "../../../src/engines/event/CycleWatch.ts";
import { firstRoot } from "../../../src/engines/event/firstRoot.ts";
import { OwnerChain } from "../../../src/engines/event/OwnerChain.ts";

describe("the first rise of a + b t + c e^-t through 0", () => {
  it.each([
    ["level from below", { a: 1, b: 0, c: -2 }, Math.log(2)],
    ["a straight line", { a: -1, b: 2, c: 0 }, 0.5],
    ["nothing that stays below", { a: -1, b: 0, c: -2 }, Number.POSITIVE_INFINITY],
    ["nothing that falls", { a: 1, b: -3, c: -1.5 }, Number.POSITIVE_INFINITY],
    ["nothing convex that falls for ever", { a: -2, b: -1, c: 1 }, Number.POSITIVE_INFINITY],
  ])("is found: %s", (_, excess, expected) => {
    expect(firstRoot(excess, 100)).toBeCloseTo(expected, 12);
  });

  it("is the first of two where an excess goes up and down", () => {
    const root = firstRoot({ a: 2, b: -0.5, c: -3 }, 100);
    expect(2 - 0.5 * root - 3 * Math.exp(-root)).toBeCloseTo(0, 12);
    expect(root).toBeLessThan(1);
  });

  it("of a convex excess is found with and without an end", () => {
    for (const until of [10, Number.POSITIVE_INFINITY]) {
      const root = firstRoot({ a: -2, b: 1, c: 1 }, until);
      expect(-2 + root + Math.exp(-root)).toBeCloseTo(0, 12);
    }
  });

  it("counts only up to the end of the search", () => {
    expect(firstRoot({ a: 1, b: 0, c: -2 }, 0.5)).toBe(Number.POSITIVE_INFINITY);
    expect(firstRoot({ a: -1, b: 2, c: 0 }, 0.4)).toBe(Number.POSITIVE_INFINITY);
    expect(firstRoot({ a: -2, b: 1, c: 1 }, 0.5)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("a chain of owners", () => {
  const rng = createRng("fast", 1);
  const noise = new Float64Array(400);
  rng.fillNoise(noise, 0, 400);
  const slopes = noise.slice(0, 200).sort();
  const heights = slopes.map((slope, index) => -slope * slope + 0.01 * (noise[200 + index] ?? 0));
  const chain = new OwnerChain(200, 1e-12);
  for (const [index, slope] of slopes.entries()) chain.push(slope, heights[index] ?? 0, index);
  chain.close();

  it("has the owners of the envelope, wherever the search begins", () => {
    const envelope = upperEnvelope(slopes, heights);
    expect([...chain.owners.slice(0, chain.count)]).toEqual([...envelope.owners]);
    for (const u of [-9, 9, -0.2, -0.21, 3, 0, 0.5, -2, 1e9, -1e9, ...envelope.breaks]) {
      expect(chain.owners[chain.seek(u)]).toBe(findOwner(envelope, u));
    }
  });

  it("names every line within the margin where lines meet, one that touches and a parallel one included", () => {
    const corner = new OwnerChain(5, 1e-9);
    for (const [index, [slope, height]] of [
      [-1, 0],
      [0, 0],
      [0, -1e-10],
      [0, 0],
      [1, 0],
    ].entries())
      corner.push(slope ?? 0, height ?? 0, index);
    corner.close();
    const near: number[] = [];
    corner.visitNear(0, (owner) => near.push(owner));
    expect(near.toSorted()).toEqual([0, 1, 2, 4]);
    expect(corner.isTiedAt(0)).toBe(true);
  });

  it("does not call a place in the middle of a piece tied", () => {
    const two = new OwnerChain(2, 1e-12);
    two.push(-1, 0, 0);
    two.push(1, 0, 1);
    two.close();
    two.seek(0.5);
    expect(two.isTiedAt(0.5)).toBe(false);
    two.seek(1e-14);
    expect(two.isTiedAt(1e-14)).toBe(true);
  });
});

describe("spikes on their way", () => {
  it("come out in the order in which they left, however many there are", () => {
    const arrivals = new Arrivals();
    let taken = 0;
    for (let spike = 0; spike < 500; spike += 1) {
      arrivals.send(spike, spike / 10);
      if (spike % 3 !== 0) continue;
      expect(arrivals.nextTime).toBe(taken / 10);
      expect(arrivals.take()).toBe(taken);
      taken += 1;
    }
    while (arrivals.nextTime < Number.POSITIVE_INFINITY) {
      expect(arrivals.take()).toBe(taken);
      taken += 1;
    }
    expect(taken).toBe(500);
  });
});

describe("the watch for cycles", () => {
  const feed = (watch: CycleWatch, states: (spike: number) => number, count: number): void => {
    for (let spike = 0; spike < count && watch.spikes === 0; spike += 1)
      watch.note(0, new Float64Array([states(spike)]), spike);
  };

  it.each([1, 2, 7, 999, 1000])("finds a cycle of %d spikes after a start-up", (length) => {
    const watch = new CycleWatch(1);
    feed(watch, (spike) => (spike < 50 ? -spike - 1 : 1 + (spike % length)), 20_000);
    expect(watch.spikes).toBe(length);
    expect(watch.period).toBeCloseTo(length, 12);
  });

  it("claims none for longer cycles, for two returns or for a slow drift", () => {
    const watch = new CycleWatch(1);
    feed(watch, (spike) => 1 + (spike % 1001), 20_000);
    expect(watch.spikes).toBe(0);
    watch.reset();
    feed(watch, (spike) => 1 + 1e-8 * spike, 20_000);
    expect(watch.spikes).toBe(0);
    watch.reset();
    feed(watch, (spike) => [5, 1, 1, 1][spike] ?? spike, 4000);
    expect(watch.spikes).toBe(0);
  });
});
