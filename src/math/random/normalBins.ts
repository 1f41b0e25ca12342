/** Bins of equal probability; 12 bits choose one. */
const BINS = 4096;
/** Runge-Kutta steps across a bin. */
const PARTS = 8;
const PEAK = 1 / Math.sqrt(2 * Math.PI);

const density = (z: number): number => PEAK * Math.exp(-0.5 * z * z);

/**
 * Means of a normal over bins of equal probability, scaled to variance 1/2, so that the sum of two
 * independent draws has variance 1.
 */
export const binMeans: Float64Array = createBinMeans();

function createBinMeans(): Float64Array {
  const means = new Float64Array(BINS);
  const half = BINS / 2;
  let edge = 0;
  for (let bin = 0; bin < half; bin += 1) {
    const next = bin === half - 1 ? Number.POSITIVE_INFINITY : moveByProbability(edge, 1 / BINS);
    const mean = BINS * (density(edge) - density(next));
    means[half + bin] = mean;
    means[half - 1 - bin] = -mean;
    edge = next;
  }
  const variance = means.reduce((sum, mean) => sum + mean * mean, 0) / BINS;
  return means.map((mean) => mean * Math.sqrt(0.5 / variance));
}

/** The point above z with `probability` between: dz / dp = 1 / density(z). */
function moveByProbability(z: number, probability: number): number {
  const step = probability / PARTS;
  let point = z;
  for (let part = 0; part < PARTS; part += 1) {
    const first = 1 / density(point);
    const second = 1 / density(point + 0.5 * step * first);
    const third = 1 / density(point + 0.5 * step * second);
    const fourth = 1 / density(point + step * third);
    point += (step / 6) * (first + 2 * second + 2 * third + fourth);
  }
  return point;
}
