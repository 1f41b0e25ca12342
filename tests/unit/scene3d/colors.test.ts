import { describe, expect, it } from "vitest";
import { facetColor, mix, parseColor } from "../../../src/scene3d/geometry/colors.ts";
import { isSoftwareRenderer } from "../../../src/scene3d/webgl.ts";

const base = parseColor("#ec523d");
const light = parseColor("#fff");

describe("colours", () => {
  it("reads long and short hexadecimal colours", () => {
    expect(parseColor("#ff8000")).toEqual([1, 128 / 255, 0]);
    expect(parseColor("#0F8")).toEqual([0, 1, 8 / 15]);
  });

  it("takes anything else for mid grey", () => {
    expect(parseColor("rebeccapurple")).toEqual([0.5, 0.5, 0.5]);
  });

  it("mixes by share", () => {
    expect(mix([0, 0, 0], [1, 0.5, 0], 0.5)).toEqual([0.5, 0.25, 0]);
  });
});

describe("the shade of a facet", () => {
  const shade = (rank: number, count: number) => facetColor({ base, light, rank, count });

  it("deepens from the first neuron to the last, which has the population's own colour", () => {
    const green = [0, 1, 2].map((rank) => shade(rank, 3)[1]);
    expect(green[0]).toBeGreaterThan(green[1] ?? 0);
    expect(green[1]).toBeGreaterThan(green[2] ?? 0);
    expect(shade(2, 3)).toEqual(base);
  });

  it("sets every neighbour of many apart", () => {
    const count = 36;
    for (let rank = 1; rank < count; rank += 1) {
      expect(Math.abs(shade(rank, count)[1] - shade(rank - 1, count)[1])).toBeGreaterThan(0.02);
    }
  });

  it("is neither pale nor full for a single neuron", () => {
    const [, green] = shade(0, 1);
    expect(green).toBeGreaterThan(base[1]);
    expect(green).toBeLessThan(shade(0, 3)[1]);
  });
});

describe("renderers", () => {
  it("are told apart by name", () => {
    const names = [
      "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader driver)",
      "llvmpipe",
    ];
    expect(names.map(isSoftwareRenderer)).toEqual([true, true]);
    expect(isSoftwareRenderer("ANGLE (NVIDIA GeForce RTX 3060)")).toBe(false);
    expect(isSoftwareRenderer("")).toBe(false);
  });
});
