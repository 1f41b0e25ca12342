import { describe, expect, it } from "vitest";
import { smoothGaussian } from "#math";

describe("smoothGaussian", () => {
  it("spreads one spike into a Gaussian", () => {
    const values = new Float64Array(101);
    values[50] = 1;
    const smooth = smoothGaussian(values, 5);
    expect(smooth[50]).toBeCloseTo(1 / (5 * Math.sqrt(2 * Math.PI)), 4);
    expect((smooth[55] ?? 0) / (smooth[50] ?? 1)).toBeCloseTo(Math.exp(-0.5), 12);
    expect(smooth[45]).toBe(smooth[55]);
    expect(smooth[29]).toBe(0);
  });

  it("keeps sums, spikes at the ends included", () => {
    const smooth = smoothGaussian([3, 0, 0, 1, 0, 0, 0, 2], 2.5);
    expect(smooth.reduce((sum, value) => sum + value, 0)).toBeCloseTo(6, 12);
  });

  it("mirrors the ends: half of what leaves comes back", () => {
    const smooth = smoothGaussian([1, 0, 0, 0, 0, 0, 0, 0], 1);
    const kernel = [0, 1, 2, 3, 4].map((lag) => Math.exp(-0.5 * lag ** 2));
    const total = kernel.reduce((sum, weight) => sum + 2 * weight, -1);
    expect(smooth[0]).toBeCloseTo(((kernel[0] ?? 0) + (kernel[1] ?? 0)) / total, 12);
    expect(smooth[1]).toBeCloseTo(((kernel[1] ?? 0) + (kernel[2] ?? 0)) / total, 12);
  });

  it("leaves a constant alone, however wide the kernel", () => {
    for (const value of smoothGaussian([2, 2, 2], 40)) expect(value).toBeCloseTo(2, 12);
  });

  it("copies without a kernel and takes nothing", () => {
    expect([...smoothGaussian([1, 5, 2], 0)]).toEqual([1, 5, 2]);
    expect(smoothGaussian([], 3)).toHaveLength(0);
  });
});
