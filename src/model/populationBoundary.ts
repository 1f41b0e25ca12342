import { type ConvexPolygon, clipPolygon, dot, type HalfPlane, invariant, rectangle } from "#math";
import type { LowRankNetwork, Population } from "./network.ts";
import { type LinePiece, ownedEdges } from "./ownedEdges.ts";

/** Which population's boundary to compute and where. */
export interface PopulationBoundaryOptions {
  /** Index of a population that writes one latent. */
  readonly population: number;
  readonly box: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  /** Input along the x axis; default the first. */
  readonly input?: number;
  /** Values of all inputs (the one on the axis is ignored); default 0. */
  readonly held?: ArrayLike<number>;
  /** Values of all latents (the population's own is ignored); default 0. */
  readonly latents?: ArrayLike<number>;
}

/** Boundary of one population in the plane (x, y), the paper's signs. */
export interface PopulationBoundary {
  /** Bold pieces from left to right with the neurons that own them. */
  readonly pieces: readonly LinePiece[];
  /** Convex region below threshold inside the box; empty: none. */
  readonly subthreshold: ConvexPolygon;
}

/**
 * Boundary of a rank-1 population over one input, exact: neuron i is below threshold while F_i x + E_i y < T_i
 * (Podlaski & Machens 2024, figures 2 and 3). Of neurons with the same line the first owns it.
 */
export function populationBoundary(
  network: LowRankNetwork,
  options: PopulationBoundaryOptions,
): PopulationBoundary {
  const population = network.populations[options.population];
  invariant(population !== undefined, `There is no population ${options.population}.`);
  let region = rectangle(options.box.x, options.box.y);
  const seen = new Set<string>();
  for (const half of halfPlanes(network, population, options)) {
    const scale = Math.max(Math.abs(half.a), Math.abs(half.b));
    if (scale === 0) {
      // Nothing moves this neuron: below threshold everywhere or nowhere.
      if (half.c <= 0) region = clipPolygon(region, { ...half, c: -1 });
      continue;
    }
    const key = `${half.a / scale} ${half.b / scale} ${half.c / scale}`;
    if (!seen.has(key)) region = clipPolygon(region, half);
    seen.add(key);
  }
  return { pieces: ownedEdges(region), subthreshold: region };
}

function halfPlanes(
  network: LowRankNetwork,
  population: Population,
  options: PopulationBoundaryOptions,
): readonly HalfPlane[] {
  const { input = 0, held = [], latents = [] } = options;
  const { inputs } = network;
  const width = network.latents.length;
  const [own = 0] = population.latents;
  const zeroAt = (row: Float64Array, at: number) => row.map((entry, k) => (k === at ? 0 : entry));
  return Array.from({ length: population.count }, (_, index) => {
    const neuron = population.start + index;
    const feedforward = network.feedforward.subarray(neuron * inputs, (neuron + 1) * inputs);
    const encoders = network.encoders.subarray(neuron * width, (neuron + 1) * width);
    const others =
      dot(zeroAt(feedforward, input).subarray(0, held.length), held) +
      dot(zeroAt(encoders, own).subarray(0, latents.length), latents);
    return {
      a: feedforward[input] ?? 0,
      b: encoders[own] ?? 0,
      c: (network.thresholds[neuron] ?? 0) - others,
      owner: neuron,
    };
  });
}
