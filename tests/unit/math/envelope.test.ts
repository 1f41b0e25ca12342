import { describe, expect, it } from "vitest";
import { countBelow, findOwner, lowerEnvelope, midpoints, upperEnvelope } from "#math";

const lines = (...pairs: readonly (readonly [number, number])[]) =>
  [
    Float64Array.from(pairs, ([slope]) => slope),
    Float64Array.from(pairs, ([, intercept]) => intercept),
  ] as const;

describe("upperEnvelope", () => {
  it("finds owners and breaks of three lines that all show", () => {
    const envelope = upperEnvelope(...lines([1, 0], [-1, 0], [0, 2]));
    expect([...envelope.owners]).toEqual([1, 2, 0]);
    expect([...envelope.breaks]).toEqual([-2, 2]);
  });

  it("leaves out a line that lies below the others everywhere", () => {
    expect([...upperEnvelope(...lines([1, 0], [-1, 0], [0, -1])).owners]).toEqual([1, 0]);
  });

  it("leaves out a line that only touches a corner", () => {
    expect([...upperEnvelope(...lines([1, 0], [0, 0], [-1, 0])).owners]).toEqual([2, 0]);
  });

  it("keeps the highest of parallel lines", () => {
    const envelope = upperEnvelope(...lines([1, 0], [1, 3], [1, 2]));
    expect([...envelope.owners]).toEqual([1]);
    expect(envelope.breaks).toHaveLength(0);
  });

  it("gives equal lines to the first of them", () => {
    expect([...upperEnvelope(...lines([2, 1], [2, 1], [0, 0], [0, 0])).owners]).toEqual([2, 0]);
  });

  it("has no owners without lines", () => {
    const envelope = upperEnvelope(...lines());
    expect(envelope.owners).toHaveLength(0);
    expect(findOwner(envelope, 0)).toBe(-1);
  });
});

describe("lowerEnvelope", () => {
  it("mirrors the upper one", () => {
    const envelope = lowerEnvelope(...lines([1, 0], [-1, 0], [0, -2]));
    expect([...envelope.owners]).toEqual([0, 2, 1]);
    expect([...envelope.breaks]).toEqual([-2, 2]);
  });
});

describe("findOwner", () => {
  const envelope = upperEnvelope(...lines([1, 0], [-1, 0], [0, 2]));

  it("finds the owner inside each piece", () => {
    expect([-5, 0, 5].map((u) => findOwner(envelope, u))).toEqual([1, 2, 0]);
  });

  it("takes the owner right of a break, or left of it when asked", () => {
    expect(findOwner(envelope, 2)).toBe(0);
    expect(findOwner(envelope, 2, "left")).toBe(2);
  });
});

describe("countBelow", () => {
  it("counts equal values on the right side only", () => {
    expect(countBelow([1, 2, 2, 3], 2)).toBe(3);
    expect(countBelow([1, 2, 2, 3], 2, "left")).toBe(1);
    expect(countBelow([], 2)).toBe(0);
  });
});

describe("midpoints", () => {
  it("lie between neighbours; one value has none", () => {
    expect([...midpoints([0, 2, 3])]).toEqual([1, 2.5]);
    expect(midpoints([4])).toHaveLength(0);
    expect(midpoints([])).toHaveLength(0);
  });
});
