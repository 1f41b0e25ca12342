import { describe, expect, it } from "vitest";
import { scatterAlong } from "#math";

describe("scatterAlong", () => {
  it("is that of sum and difference for two equal decoders", () => {
    // Var(r) 5 each, covariance -4: sum has 5 - 4 = 1 and difference 5 + 4 = 9 along unit vectors.
    const { readout, hidden } = scatterAlong(Float64Array.of(5, -4, -4, 5), [0.5, 0.5]);
    expect(readout).toBeCloseTo(1, 12);
    expect(hidden).toBeCloseTo(3, 12);
  });

  it("does not depend on the size or the sign of the decoders", () => {
    const covariance = Float64Array.of(2, 0.5, 0.5, 1);
    const plain = scatterAlong(covariance, [1, 2]);
    const large = scatterAlong(covariance, [-10, -20]);
    expect(large.readout).toBeCloseTo(plain.readout, 12);
    expect(large.hidden).toBeCloseTo(plain.hidden, 10);
  });

  it("finds the noisiest of many hidden directions", () => {
    const covariance = Float64Array.of(1, 0, 0, 0, 4, 0, 0, 0, 16);
    expect(scatterAlong(covariance, [1, 0, 0])).toEqual({
      readout: 1,
      hidden: expect.closeTo(4, 10),
    });
  });

  it("hides nothing when the readout sees all that moves", () => {
    const { readout, hidden } = scatterAlong(Float64Array.of(1, 1, 1, 1), [3, 3]);
    expect(readout).toBeCloseTo(Math.SQRT2, 12);
    expect(hidden).toBeLessThan(1e-7);
  });

  it("has no hidden direction for one neuron and no readout without decoders", () => {
    expect(scatterAlong(Float64Array.of(4), [2])).toEqual({ readout: 2, hidden: 0 });
    expect(scatterAlong(Float64Array.of(4), [0]).readout).toBeNaN();
  });
});
