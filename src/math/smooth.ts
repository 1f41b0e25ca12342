/** Standard deviations after which the kernel is cut. */
const REACH = 4;

/**
 * Smooth evenly spaced values with a Gaussian cut at 4 SD; at the ends they are mirrored, so that a constant
 * stays what it is and sums are kept.
 *
 * @param deviation SD of the kernel in samples; 0 gives a copy.
 */
export function smoothGaussian(values: ArrayLike<number>, deviation: number): Float64Array {
  const result = Float64Array.from(values);
  const reach = Math.floor(REACH * deviation + 0.5);
  const period = 2 * values.length;
  if (reach === 0 || period === 0) return result;
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-0.5 * ((at - reach) / deviation) ** 2),
  );
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  for (let k = 0; k < result.length; k += 1) {
    let sum = 0;
    for (let at = 0; at < kernel.length; at += 1) {
      // ... c b a | a b c | c b a ...
      const place = (((k + at - reach) % period) + period) % period;
      sum += kernel[at]! * values[place < values.length ? place : period - 1 - place]!;
    }
    result[k] = sum / total;
  }
  return result;
}
