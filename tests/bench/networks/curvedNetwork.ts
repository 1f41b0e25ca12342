import { createNetwork, type LowRankNetwork, type Population, type PopulationType } from "#model";

/** A boundary |yI| = bend yE^2 + tilt x^2 + height, and the sign and relative size of the population's spikes. */
interface Side {
  readonly type: PopulationType;
  readonly bend: number;
  readonly tilt: number;
  readonly height: number;
  readonly decoder: number;
}

const SIDES: readonly Side[] = [
  { type: "excitatory", bend: 0.15, tilt: 0.25, height: 2.5, decoder: 1 },
  { type: "inhibitory", bend: 0.24, tilt: 0.5, height: 1.75, decoder: -1.5 },
];
const WIDTH = SIDES.length;
/** Steps of the additive recurrence that fills the square most evenly (plastic number). */
const STEP_X = 0.754_877_666_246_692_8;
const STEP_Y = 0.569_840_290_998_053_2;

/**
 * An E-I network of N + N neurons, tangent to two curved surfaces at points spread evenly over -1 <= x <= 1,
 * 0 <= yE <= 5; the surfaces of figure 4f of Podlaski & Machens 2024, bent in x too. The latents are some 2.9 and -3.7
 * whatever N, so that there are 5 / size spikes in a tau.
 *
 * @param size what a spike of E adds to yE.
 */
export function createCurvedNetwork(neurons: number, size: number): LowRankNetwork {
  const count = SIDES.length * neurons;
  const feedforward = new Float64Array(count);
  const encoders = new Float64Array(count * WIDTH);
  const decoders = new Float64Array(count * WIDTH);
  const thresholds = new Float64Array(count);
  for (const [writer, side] of SIDES.entries())
    for (let index = 0; index < neurons; index += 1) {
      const neuron = writer * neurons + index;
      const x = 2 * ((index * STEP_X + 0.5) % 1) - 1;
      const y = 5 * ((index * STEP_Y + 0.5) % 1);
      feedforward[neuron] = 2 * side.tilt * x;
      encoders[neuron * WIDTH] = 2 * side.bend * y;
      encoders[neuron * WIDTH + 1] = 1;
      decoders[neuron * WIDTH + writer] = size * side.decoder;
      thresholds[neuron] = side.tilt * x * x + side.bend * y * y - side.height;
    }
  return createNetwork({
    inputs: 1,
    latents: SIDES.map((_, writer) => ({ name: nameOf(writer), writer, kind: "readout" })),
    populations: SIDES.map(({ type }, writer): Population => {
      return {
        id: nameOf(writer),
        type,
        start: writer * neurons,
        count: neurons,
        latents: [writer],
      };
    }),
    feedforward,
    encoders,
    decoders,
    thresholds,
    selfResets: new Float64Array(count),
  });
}

/** The network with one neuron moved a little, as a drag does it: other objects throughout. */
export function moveNeuron(network: LowRankNetwork, neuron: number, by: number): LowRankNetwork {
  const thresholds = network.thresholds.slice();
  thresholds[neuron] = (thresholds[neuron] ?? 0) + by;
  return {
    ...network,
    feedforward: network.feedforward.slice(),
    encoders: network.encoders.slice(),
    decoders: network.decoders.slice(),
    thresholds,
  };
}

function nameOf(writer: number): string {
  return writer === 0 ? "E" : "I";
}
