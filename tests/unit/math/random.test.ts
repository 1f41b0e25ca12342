import { describe, expect, it } from "vitest";
import { createMt19937, createRng, type Rng, type RngKind } from "#math";

const KINDS: readonly RngKind[] = ["fast", "mt19937"];
const MANY = 400_000;

interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

function momentsOf(values: Float64Array): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const about = (power: number): number =>
    values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length;
  const variance = about(2);
  return {
    mean,
    variance,
    skewness: about(3) / variance ** 1.5,
    kurtosis: about(4) / variance ** 2,
  };
}

function expectNormal({ mean, variance, skewness, kurtosis }: Moments): void {
  const error = 5 / Math.sqrt(MANY);
  expect(Math.abs(mean)).toBeLessThan(error);
  expect(Math.abs(variance - 1)).toBeLessThan(error * Math.sqrt(2));
  expect(Math.abs(skewness)).toBeLessThan(error * Math.sqrt(6));
  expect(Math.abs(kurtosis - 3)).toBeLessThan(error * Math.sqrt(24));
}

const draw = (rng: Rng, count: number): Float64Array =>
  Float64Array.from({ length: count }, () => rng.normal());

describe("mt19937", () => {
  it("gives the normals and uniforms of numpy's legacy generator", () => {
    const rng = createMt19937(45);
    expect(rng.normal()).toBeCloseTo(0.026374772849561846, 15);
    expect(rng.normal()).toBeCloseTo(0.26032170142265076, 15);
    expect(rng.uniform()).toBe(0.28144730195506285);
  });

  it("keeps its numbers past a refill of its state and for the largest seed", () => {
    const rng = createMt19937(4294967295);
    for (let drawn = 0; drawn < 999; drawn += 1) rng.uniform();
    expect(rng.uniform()).toBe(0.556626859384112);
  });

  it("fills noise with its normals in order", () => {
    const noise = new Float64Array(5);
    createMt19937(3).fillNoise(noise, 0, 5);
    expect(noise).toEqual(draw(createMt19937(3), 5));
  });
});

describe.each(KINDS)("generator %s", (kind) => {
  it("repeats itself for the same seed and differs for the next", () => {
    const first = draw(createRng(kind, 7), 20);
    expect(draw(createRng(kind, 7), 20)).toEqual(first);
    expect(draw(createRng(kind, 8), 20)).not.toEqual(first);
  });

  it("throws the skipped normals away", () => {
    const all = draw(createRng(kind, 7), 25);
    expect(draw(createRng(kind, 7, 5), 20)).toEqual(all.subarray(5));
  });

  it("draws normals with the moments of a normal", () => {
    expectNormal(momentsOf(draw(createRng(kind, 1), MANY)));
  });

  it("fills noise with the moments of a normal and nothing outside the range", () => {
    const noise = new Float64Array(MANY + 2);
    createRng(kind, 2).fillNoise(noise, 1, MANY + 1);
    expectNormal(momentsOf(noise.subarray(1, MANY + 1)));
    expect([noise[0], noise[MANY + 1]]).toEqual([0, 0]);
  });

  it("draws noise without memory from one number to the next", () => {
    const noise = new Float64Array(MANY);
    createRng(kind, 4).fillNoise(noise, 0, MANY);
    const products = noise.map((value, index) => value * (noise[index + 1] ?? 0));
    expect(Math.abs(momentsOf(products).mean)).toBeLessThan(5 / Math.sqrt(MANY));
  });

  it("reaches the tails as often as a normal does", () => {
    const beyond = draw(createRng(kind, 5), MANY).filter(
      (value) => Math.abs(value) > 3.6541528853610088,
    );
    const expected = MANY * 2.580324876539e-4;
    expect(Math.abs(beyond.length - expected)).toBeLessThan(5 * Math.sqrt(expected));
    expect(Math.min(...beyond)).toBeLessThan(0);
    expect(Math.max(...beyond)).toBeGreaterThan(0);
  });

  it("draws uniforms that fill [0, 1) evenly", () => {
    const rng = createRng(kind, 6);
    const bins = new Float64Array(16);
    for (let drawn = 0; drawn < MANY; drawn += 1) {
      const bin = Math.floor(rng.uniform() * 16);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const expected = MANY / 16;
    const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(45);
  });

  it("counts rare events like a Poisson process", () => {
    const rng = createRng(kind, 9);
    const counts = Float64Array.from({ length: 2000 }, () => {
      let count = 0;
      for (let step = 0; step < 100; step += 1) if (rng.uniform() < 0.03) count += 1;
      return count;
    });
    const { mean, variance } = momentsOf(counts);
    expect(Math.abs(mean - 3)).toBeLessThan(0.2);
    expect(Math.abs(variance / mean - 0.97)).toBeLessThan(0.15);
  });

  it("draws whole numbers below n, each as often", () => {
    const rng = createRng(kind, 10);
    const counts = [0, 0, 0];
    for (let drawn = 0; drawn < 30_000; drawn += 1) {
      const number = rng.integer(3);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    expect(rng.integer(1)).toBe(0);
  });
});
