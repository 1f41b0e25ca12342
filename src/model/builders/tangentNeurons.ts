import { linspace } from "#math";
import type { PopulationType } from "../network.ts";
import {
  type BoundaryFunction,
  type BoundaryPoint,
  boundarySlope,
  evaluateBoundary,
} from "./boundaryFunction.ts";
import type { NeuronGroup } from "./neuronGroup.ts";

/** Equally spaced tangent points, ends included. */
export interface TangentGrid {
  readonly variable: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Neurons tangent to a boundary function at the points of a grid (product of its axes), each `copies` times. */
export interface TangentPopulation {
  readonly id: string;
  readonly type: PopulationType;
  readonly boundary: BoundaryFunction;
  readonly tangents: readonly TangentGrid[];
  readonly copies: number;
  /** D of every neuron, the paper's sign. */
  readonly decoder: number;
  readonly selfReset: number;
}

/** What surrounds a tangent population: number of inputs and the type of the writer of each latent. */
export interface TangentContext {
  readonly inputs: number;
  /** By latent id. */
  readonly writers: Readonly<Record<string, PopulationType>>;
}

/** The neurons, or one sentence about the first tangent point that breaks Dale's law. */
export type TangentResult =
  | { readonly ok: true; readonly group: NeuronGroup }
  | { readonly ok: false; readonly error: string };

/**
 * Neurons tangent to a boundary function (Podlaski & Machens 2024, appendices C and D, with the signs that the worked
 * example needs). Magnitudes m_k = s_k y_k with s = -1 for latents of inhibitory populations, else 1; for m_of = f with
 * slopes g at the tangent point: encoder of `of` 1, of latent k -s_of s_k g_k, F = -s_of g_x, T = s_of (f - sum g v).
 * So |yI| = f(x, yE) gives F = df/dx, E_E = df/dyE, T = F x + E_E yE - f.
 *
 * "x" is the first input. The first axis of the grid varies slowest, copies of a neuron are neighbours; variables that
 * the grid leaves out are 0 at the tangent point. At a kink the slope on its right counts.
 */
export function tangentNeurons(
  population: TangentPopulation,
  context: TangentContext,
): TangentResult {
  const { boundary } = population;
  const latents = [
    ...new Set([boundary.of, ...boundary.terms.map((term) => term.variable)]),
  ].filter((variable) => variable !== "x");
  const points = gridPoints(population.tangents);
  const neurons = points.map((point) => tangentAt(boundary, { point, latents, context }));
  const fault = findFault(population, points, neurons);
  if (fault !== null) return { ok: false, error: fault };
  const all = neurons.flatMap((neuron) => Array.from({ length: population.copies }, () => neuron));
  const group: NeuronGroup = {
    id: population.id,
    type: population.type,
    latents: [population.id],
    feedforward: all.map(({ weight }) =>
      Array.from({ length: context.inputs }, (_, input) => (input === 0 ? weight : 0)),
    ),
    encoders: Object.fromEntries(
      latents.map((latent) => [latent, all.map(({ encoders }) => encoders[latent] ?? 0)]),
    ),
    thresholds: all.map(({ threshold }) => threshold),
    decoders: all.map(() => [population.decoder]),
    crossDecoders: {},
    selfReset: all.map(() => population.selfReset),
  };
  return { ok: true, group };
}

interface TangentNeuron {
  readonly weight: number;
  readonly encoders: Readonly<Record<string, number>>;
  readonly threshold: number;
}

function tangentAt(
  boundary: BoundaryFunction,
  at: {
    readonly point: BoundaryPoint;
    readonly latents: readonly string[];
    readonly context: TangentContext;
  },
): TangentNeuron {
  const { point, latents, context } = at;
  const sign = (latent: string) => (context.writers[latent] === "inhibitory" ? -1 : 1);
  const outer = sign(boundary.of);
  const slope = (variable: string) => boundarySlope(boundary, variable, point);
  const along = (variable: string) => slope(variable) * (point[variable] ?? 0);
  const tangent = [...latents, "x"].reduce((sum, variable) => sum + along(variable), 0);
  const encoder = (latent: string) =>
    latent === boundary.of ? 1 : withoutDust(-outer * sign(latent) * slope(latent));
  return {
    weight: withoutDust(-outer * slope("x")),
    encoders: Object.fromEntries(latents.map((latent) => [latent, encoder(latent)])),
    threshold: outer * (evaluateBoundary(boundary, point) - tangent),
  };
}

/** A slope at the top of a curve is 0: not -0, nor a rounding error whose sign would break Dale's law. */
function withoutDust(slope: number): number {
  return Math.abs(slope) < 1e-12 ? 0 : slope;
}

function gridPoints(tangents: readonly TangentGrid[]): readonly BoundaryPoint[] {
  return tangents.reduce<readonly BoundaryPoint[]>(
    (points, { variable, from, to, count }) =>
      points.flatMap((point) =>
        Array.from(linspace(from, to, count), (value) => ({ ...point, [variable]: value })),
      ),
    [{}],
  );
}

function findFault(
  population: TangentPopulation,
  points: readonly BoundaryPoint[],
  neurons: readonly TangentNeuron[],
): string | null {
  if (population.type === "unconstrained") return null;
  for (const [index, neuron] of neurons.entries()) {
    const negative = Object.entries(neuron.encoders).find(([, value]) => value < 0);
    if (negative === undefined) continue;
    const [latent, encoder] = negative;
    const place = Object.entries(points[index] ?? {})
      .map(([variable, value]) => `${variable} = ${value}`)
      .join(", ");
    return `The neuron of population "${population.id}" tangent at ${place} would read "${latent}" with encoder ${Number(encoder.toPrecision(6))}, but encoders must be 0 or more (Dale's law).`;
  }
  return null;
}
