import type { NetworkRecipe, NeuronRef } from "#document";

/** A population as a block of rows. */
export interface RowBlock {
  readonly population: string;
  readonly type: "excitatory" | "inhibitory" | "unconstrained";
  readonly count: number;
}

/** Rows of the neuron table: E first, then I, counted through. */
export interface NeuronRows {
  readonly blocks: readonly RowBlock[];
  readonly count: number;
}

const ORDER = { excitatory: 0, inhibitory: 1, unconstrained: 2 } as const;

/** The neurons of a network as rows, without a list of them: there may be very many. */
export function listRows(network: NetworkRecipe): NeuronRows {
  const blocks: readonly RowBlock[] =
    network.kind === "explicit"
      ? network.populations.map(({ id, type, thresholds }) => ({
          population: id,
          type,
          count: thresholds.length,
        }))
      : network.populations.map(({ id, type, tangents, copies }) => ({
          population: id,
          type,
          count: tangents.reduce((product, grid) => product * grid.count, copies),
        }));
  return {
    blocks: blocks.toSorted((left, right) => ORDER[left.type] - ORDER[right.type]),
    count: blocks.reduce((sum, block) => sum + block.count, 0),
  };
}

/** The neuron in a row, or null beyond the ends. */
export function neuronAt(rows: NeuronRows, row: number): NeuronRef | null {
  let start = 0;
  for (const { population, count } of rows.blocks) {
    if (row >= start && row < start + count) return { population, index: row - start };
    start += count;
  }
  return null;
}

/** The row of a neuron, or -1. */
export function rowOf(rows: NeuronRows, neuron: NeuronRef): number {
  let start = 0;
  for (const { population, count } of rows.blocks) {
    if (population === neuron.population) return neuron.index < count ? start + neuron.index : -1;
    start += count;
  }
  return -1;
}

/** Neurons of the rows from one to the other, both included, in either order. */
export function neuronsBetween(rows: NeuronRows, from: number, to: number): readonly NeuronRef[] {
  const first = Math.max(0, Math.min(from, to));
  const last = Math.min(rows.count - 1, Math.max(from, to));
  const found: NeuronRef[] = [];
  for (let row = first; row <= last; row += 1) {
    const neuron = neuronAt(rows, row);
    if (neuron !== null) found.push(neuron);
  }
  return found;
}

/** The row type of a population. */
export function typeOf(rows: NeuronRows, population: string): RowBlock["type"] {
  return rows.blocks.find((block) => block.population === population)?.type ?? "unconstrained";
}
