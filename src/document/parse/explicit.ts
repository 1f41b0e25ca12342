import { LIMITS } from "../limits.ts";
import type { ExplicitNetwork, ExplicitPopulation } from "../types.ts";
import { type Cursor, child, has, type ObjectCursor, readTable, refuse } from "./cursor.ts";
import {
  readDecoders,
  readNumbers,
  readRows,
  readSpread,
  refuseStranger,
  refuseStrangers,
} from "./numbers.ts";
import {
  decoderRule,
  encoderRule,
  type PopulationHead,
  readPopulationHeads,
} from "./populations.ts";

const FIELDS = [
  "id",
  "type",
  "latents",
  "feedforward",
  "encoders",
  "thresholds",
  "decoders",
  "crossDecoders",
  "selfReset",
] as const;

/** Read neurons that are given one by one. */
export function readExplicitNetwork(network: ObjectCursor, inputs: number): ExplicitNetwork | null {
  const heads = readPopulationHeads(network, FIELDS);
  if (heads === null || !fitsLimits(network, heads, inputs)) return null;
  const populations = heads.map((head) => readPopulation(head, heads, inputs));
  return { kind: "explicit", inputs, populations };
}

function readPopulation(
  head: PopulationHead,
  heads: readonly PopulationHead[],
  inputs: number,
): ExplicitPopulation {
  const { cursor, id, type, latents } = head;
  const neurons = countNeurons(head);
  const shape = { neurons, latents: latents.length, rule: decoderRule(head) };
  return {
    id,
    type,
    latents,
    feedforward: readRows(child(cursor, "feedforward"), {
      rows: neurons,
      columns: inputs,
      row: "neuron",
      column: "input",
    }),
    encoders: readEncoders(head, heads, neurons),
    thresholds: readNumbers(child(cursor, "thresholds"), { length: neurons, unit: "neuron" }),
    decoders: readDecoders(child(cursor, "decoders"), shape),
    crossDecoders: readCrossDecoders(head, heads, shape),
    selfReset: readSpread(child(cursor, "selfReset"), { length: neurons, rule: {}, fallback: 0 }),
  };
}

/** The thresholds say how many neurons there are. */
function countNeurons({ cursor }: PopulationHead): number {
  const thresholds = child(cursor, "thresholds").value;
  return Array.isArray(thresholds) ? thresholds.length : 0;
}

function fitsLimits(
  network: ObjectCursor,
  heads: readonly PopulationHead[],
  inputs: number,
): boolean {
  const before = network.report.faults;
  const sizes = heads.map((head) => {
    const thresholds = child(head.cursor, "thresholds");
    if (!Array.isArray(thresholds.value))
      refuse(thresholds, "a list of one number for each neuron");
    else if (thresholds.value.length === 0) refuse(thresholds, "a list of at least one neuron");
    return countNeurons(head);
  });
  const neurons = sizes.reduce((sum, size) => sum + size, 0);
  // A population read through other decoders is one more latent for each of its readers.
  const latents = heads.reduce(
    (sum, head) => sum + head.latents.length * (1 + countReaders(head)),
    0,
  );
  return (
    fitsSize(network, { neurons, columns: inputs + latents }) && network.report.faults === before
  );
}

function countReaders({ cursor }: PopulationHead): number {
  const cross = child(cursor, "crossDecoders").value;
  return typeof cross === "object" && cross !== null ? Object.keys(cross).length : 0;
}

/** Refuse a network that is too large, with the limit named. */
export function fitsSize(
  network: ObjectCursor,
  { neurons, columns }: { neurons: number; columns: number },
): boolean {
  const { report } = network;
  const say = (message: string): void => report.refuse("network.populations", message);
  if (neurons > LIMITS.neurons) {
    say(`network.populations have ${neurons} neurons; at most ${LIMITS.neurons} are allowed.`);
  } else if (neurons * columns > LIMITS.weights) {
    say(
      `network.populations have ${neurons} neurons with ${columns} inputs and latents each; at most ${LIMITS.weights} weights are allowed.`,
    );
  } else return true;
  return false;
}

function readEncoders(
  head: PopulationHead,
  heads: readonly PopulationHead[],
  neurons: number,
): ExplicitPopulation["encoders"] {
  const table = readTable(
    child(head.cursor, "encoders"),
    "an object with a list of numbers for each latent that the population reads",
  );
  if (table === null) return {};
  const names = heads.flatMap(({ latents }) => latents);
  refuseStrangers(table.value, table, { names, what: "a latent" });
  const rule = encoderRule(head);
  const read = names.filter((name) => has(table, name));
  return Object.fromEntries(
    read.map((name) => [
      name,
      readNumbers(child(table, name), { length: neurons, unit: "neuron", rule }),
    ]),
  );
}

function readCrossDecoders(
  head: PopulationHead,
  heads: readonly PopulationHead[],
  shape: Parameters<typeof readDecoders>[1],
): ExplicitPopulation["crossDecoders"] {
  const cursor: Cursor = child(head.cursor, "crossDecoders");
  if (cursor.value === undefined) return {};
  const table = readTable(cursor, "an object keyed by the population that reads");
  if (table === null) return {};
  const names = heads.map(({ id }) => id).filter((id) => id !== head.id);
  for (const key of Object.keys(table.value)) {
    if (!names.includes(key)) {
      refuseStranger({ ...cursor, value: key }, { names, what: "another population" });
    }
  }
  const given = names.filter((name) => has(table, name));
  return Object.fromEntries(given.map((name) => [name, readDecoders(child(table, name), shape)]));
}
