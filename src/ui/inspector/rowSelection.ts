import type { NeuronRef } from "#document";
import { isSameNeuron } from "#store";
import { type NeuronRows, neuronAt, neuronsBetween } from "./neuronRows.ts";

/** Keys that were down while a row was pressed or moved to. */
export interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

interface Choice {
  readonly rows: NeuronRows;
  readonly selection: readonly NeuronRef[];
  /** Row where the last plain choice was made: a range runs from there. */
  readonly anchor: number;
  readonly row: number;
  readonly modifiers: Modifiers;
}

/** The selection after a row was chosen: alone, with Shift the range from the anchor, with Ctrl in or out. */
export function chooseRow({
  rows,
  selection,
  anchor,
  row,
  modifiers,
}: Choice): readonly NeuronRef[] {
  const neuron = neuronAt(rows, row);
  if (neuron === null) return selection;
  if (modifiers.shiftKey) return neuronsBetween(rows, anchor, row);
  if (!(modifiers.ctrlKey || modifiers.metaKey)) return [neuron];
  const without = selection.filter((other) => !isSameNeuron(other, neuron));
  return without.length < selection.length ? without : [...selection, neuron];
}

const MOVES: Readonly<Record<string, (row: number, last: number) => number>> = {
  ArrowDown: (row) => row + 1,
  ArrowUp: (row) => row - 1,
  PageDown: (row) => row + 10,
  PageUp: (row) => row - 10,
  Home: () => 0,
  End: (_row, last) => last,
};

/** Where a key leads from a row, inside the table; null when it is no movement. */
export function moveRow(key: string, row: number, count: number): number | null {
  const move = MOVES[key];
  if (move === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, move(row, count - 1)));
}
