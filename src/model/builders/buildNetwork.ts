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
  const neurons = groups.reduce((sum, { thresholds }) => sum + thresholds.length, 0);
  const room: Room = {
    feedforward: new Float64Array(neurons * inputs),
    encoders: new Float64Array(neurons * columns.length),
    decoders: new Float64Array(neurons * columns.length),
    thresholds: new Float64Array(neurons),
    selfResets: new Float64Array(neurons),
  };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    fillVectors(room, group, { start, inputs });
    for (const at of columns.keys()) fillColumn(room, { groups, columns, at, index, start });
    start += group.thresholds.length;
  }
  return createNetwork({
    inputs,
    latents: columns.map((column) => column.latent),
    populations: listPopulations(groups, columns),
    ...room,
  });
}

/** The arrays of a network; a network is built anew in every frame of a drag. */
type Room = Pick<
  LowRankNetwork,
  "feedforward" | "encoders" | "decoders" | "thresholds" | "selfResets"
>;

function fillVectors(
  room: Room,
  group: NeuronGroup,
  { start, inputs }: { readonly start: number; readonly inputs: number },
): void {
  const { id, feedforward, thresholds, selfReset } = group;
  const bad = thresholds.findIndex((_, neuron) => feedforward[neuron]?.length !== inputs);
  invariant(bad < 0, `Neuron ${bad} of "${id}" needs ${inputs} feedforward weights.`);
  for (const [neuron, threshold] of thresholds.entries()) {
    room.feedforward.set(feedforward[neuron] ?? [], (start + neuron) * inputs);
    room.thresholds[start + neuron] = threshold;
    room.selfResets[start + neuron] = selfReset[neuron] ?? Number.NaN;
  }
}

/** Where a column of a group goes. */
interface Place {
  readonly groups: readonly NeuronGroup[];
  readonly columns: readonly Column[];
  readonly at: number;
  /** Of the group, and of its first neuron. */
  readonly index: number;
  readonly start: number;
}

function fillColumn(room: Room, place: Place): void {
  const { groups, columns, at, index, start } = place;
  const group = groups[index];
  const column = columns[at];
  if (group === undefined || column === undefined) return;
  const encoders = encodersOf(columns, column, { group, index });
  const decoders = decodersOf(groups, column, { group, index });
  for (let neuron = 0; neuron < group.thresholds.length; neuron += 1) {
    const cell = (start + neuron) * columns.length + at;
    if (encoders !== null) room.encoders[cell] = encoders[neuron] ?? Number.NaN;
    if (decoders !== null) room.decoders[cell] = decoders[neuron]?.[column.at] ?? Number.NaN;
  }
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

interface Reader {
  readonly group: NeuronGroup;
  readonly index: number;
}

/** With what a group reads a column, or null: a reader with a cross latent of its own reads that and not the readout. */
function encodersOf(
  columns: readonly Column[],
  column: Column,
  { group, index }: Reader,
): readonly number[] | null {
  const own = columns.find(({ readout, reader }) => readout === column.readout && reader === index);
  if (own === undefined ? column.reader !== null : own !== column) return null;
  return group.encoders[column.readout] ?? null;
}

/** With what a group writes a column, or null. */
function decodersOf(
  groups: readonly NeuronGroup[],
  column: Column,
  { group, index }: Reader,
): NeuronGroup["decoders"] | null {
  if (column.latent.writer !== index) return null;
  const reader = column.reader === null ? undefined : groups[column.reader];
  return reader === undefined ? group.decoders : (group.crossDecoders[reader.id] ?? []);
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
