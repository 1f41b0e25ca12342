import type { LowRankNetwork } from "../network.ts";

/**
 * Add one neuron's part D_i E_i times its gain to dS/dy.
 *
 * @param of the neuron and the slope of its rate in its voltage.
 * @param out K x K, row-major.
 */
export function addGain(
  of: { readonly network: LowRankNetwork; readonly neuron: number; readonly gain: number },
  out: Float64Array,
): void {
  const { network, neuron, gain } = of;
  const { decoders, encoders, latents } = network;
  const width = latents.length;
  for (let row = 0; row < width; row += 1) {
    const weight = (decoders[neuron * width + row] ?? 0) * gain;
    for (let column = 0; column < width; column += 1) {
      const place = row * width + column;
      out[place] = (out[place] ?? 0) + weight * (encoders[neuron * width + column] ?? 0);
    }
  }
}
