import { describe, expect, it } from "vitest";
import { createRng, sortOrder } from "#math";

describe("sorting an order", () => {
  const rng = createRng("fast", 3);
  const keys = new Float64Array(1000);
  rng.fillNoise(keys, 0, keys.length);
  const expected = Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));

  it.each([
    ["the natural order", (index: number) => index],
    ["its reverse", (index: number) => 999 - index],
    ["the answer with two places exchanged", (index: number) => expected[index] ?? 0],
  ])("gives the same whatever it starts from: %s", (name, begin) => {
    const order = Int32Array.from(keys, (_, index) => begin(index));
    if (name.startsWith("the answer")) {
      order[3] = expected[700] ?? 0;
      order[700] = expected[3] ?? 0;
    }
    sortOrder(keys, order);
    expect([...order]).toEqual(expected);
  });

  it("keeps equal keys by index and takes empty and single orders", () => {
    const order = new Int32Array([3, 1, 2, 0]);
    sortOrder(new Float64Array([1, 0, 1, 0]), order);
    expect([...order]).toEqual([1, 3, 0, 2]);
    for (const length of [0, 1]) {
      const short = new Int32Array(length);
      sortOrder(new Float64Array(length), short);
      expect(short.length).toBe(length);
    }
  });
});
