import { invariant } from "#math";
import { createNetwork, type Latent, type LowRankNetwork, type Population } from "../network.ts";
import type { NeuronGroup } from "./neuronGroup.ts";

/** Column of the matrices: a latent as one population writes it for everybody or for one reader. */
interface Column {
  readonly latent: Latent;
  /** Name by which encoders ask for it. */
  readonly readout: string;
  /** Position among its writer's latents. */
  readonly at: number;
  /** Index of the only population that reads it (a cross latent), or null. */
  readonly reader: number | null;
}

/**
 * Assemble a network from populations given neuron by neuron. Readout latents come first, in order; each reader with
 * cross-decoders of its own adds cross latents named `latent->reader` that it reads in their place
 * (Podlaski & Machens 2024, eqs 3.10-3.12).
 *
 * @throws Error when a shape is wrong or Dale's law is broken.
 */
export function buildNetwork(parts: {
  readonly inputs: number;
  readonly groups: readonly NeuronGroup[];
}): LowRankNetwork {
  const { inputs, groups } = parts;
  const columns = [...readoutColumns(groups), ...crossColumns(groups)];
  const rows = groups.flatMap((group, index) =>
    group.thresholds.map((threshold, neuron) => {
      const feedforward = group.feedforward[neuron] ?? [];
      invariant(
        feedforward.length === inputs,
        `Neuron ${neuron} of "${group.id}" needs ${inputs} feedforward weights.`,
      );
      return {
        feedforward,
        threshold,
        selfReset: group.selfReset[neuron] ?? Number.NaN,
        encoders: columns.map((column) => encoderOf(columns, column, { group, index, neuron })),
        decoders: columns.map((column) => decoderOf(groups, column, { group, index, neuron })),
      };
    }),
  );
  return createNetwork({
    inputs,
    latents: columns.map((column) => column.latent),
    populations: listPopulations(groups, columns),
    feedforward: Float64Array.from(rows.flatMap((row) => row.feedforward)),
    encoders: Float64Array.from(rows.flatMap((row) => row.encoders)),
    decoders: Float64Array.from(rows.flatMap((row) => row.decoders)),
    thresholds: Float64Array.from(rows, (row) => row.threshold),
    selfResets: Float64Array.from(rows, (row) => row.selfReset),
  });
}

interface Place {
  readonly group: NeuronGroup;
  readonly index: number;
  readonly neuron: number;
}

function readoutColumns(groups: readonly NeuronGroup[]): readonly Column[] {
  return groups.flatMap((group, writer) =>
    group.latents.map((name, at) => ({
      latent: { name, writer, kind: "readout" } as const,
      readout: name,
      at,
      reader: null,
    })),
  );
}

function crossColumns(groups: readonly NeuronGroup[]): readonly Column[] {
  return groups.flatMap((group, writer) =>
    Object.keys(group.crossDecoders).flatMap((id) => {
      const reader = groups.findIndex((candidate) => candidate.id === id);
      invariant(reader >= 0, `Cross-decoders of "${group.id}" name an unknown population "${id}".`);
      return group.latents.map((name, at) => ({
        latent: { name: `${name}->${id}`, writer, kind: "cross" } as const,
        readout: name,
        at,
        reader,
      }));
    }),
  );
}

/** A reader with a cross latent of its own reads that and not the readout. */
function encoderOf(columns: readonly Column[], column: Column, place: Place): number {
  const { group, index, neuron } = place;
  const own = columns.find(({ readout, reader }) => readout === column.readout && reader === index);
  if (own === undefined ? column.reader !== null : own !== column) return 0;
  const encoders = group.encoders[column.readout];
  return encoders === undefined ? 0 : (encoders[neuron] ?? Number.NaN);
}

function decoderOf(groups: readonly NeuronGroup[], column: Column, place: Place): number {
  const { group, index, neuron } = place;
  if (column.latent.writer !== index) return 0;
  const reader = column.reader === null ? undefined : groups[column.reader];
  const rows = reader === undefined ? group.decoders : group.crossDecoders[reader.id];
  return rows?.[neuron]?.[column.at] ?? Number.NaN;
}

function listPopulations(
  groups: readonly NeuronGroup[],
  columns: readonly Column[],
): readonly Population[] {
  let start = 0;
  return groups.map(({ id, type, thresholds }, index) => {
    const latents = columns.flatMap(({ latent }, at) =>
      latent.writer === index && latent.kind === "readout" ? [at] : [],
    );
    const population = { id, type, start, count: thresholds.length, latents };
    start += thresholds.length;
    return population;
  });
}
