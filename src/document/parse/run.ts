import { LIMITS } from "../limits.ts";
import type { Annotation, CurrentRecipe, ExperimentDoc, InitialRecipe } from "../types.ts";
import {
  type Cursor,
  child,
  has,
  item,
  type ObjectCursor,
  readChoice,
  readList,
  readNumber,
  readObject,
  readTable,
  readText,
  refuse,
} from "./cursor.ts";
import { readNumbers, readTableOfNumbers, refuseStranger, refuseStrangers } from "./numbers.ts";
import { readPair } from "./tangent.ts";

/** What the parts of a run refer to in the network. */
export interface Names {
  /** Number of neurons of each population. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Names of the readout latents. */
  readonly latents: readonly string[];
}

/** Read the injected currents. */
export function readCurrents(cursor: Cursor, names: Names): readonly CurrentRecipe[] {
  if (cursor.value === undefined) return [];
  const list = readList(cursor, "a list of currents", LIMITS.currents) ?? [];
  return list
    .map((value, index) => readCurrent(item(cursor, value, index), names))
    .filter((current) => current !== null);
}

function readCurrent(cursor: Cursor, names: Names): CurrentRecipe | null {
  const fields = ["population", "from", "to", "amplitude", "neurons"];
  const object = readObject(cursor, fields, "a current");
  if (object === null) return null;
  const population = readPopulation(child(object, "population"), names);
  const from = readNumber(child(object, "from"), { min: 0, max: LIMITS.duration });
  const to = readNumber(child(object, "to"), { above: from, max: LIMITS.duration });
  const amplitude = readNumber(child(object, "amplitude"), {});
  const neurons = child(object, "neurons");
  const isAll = neurons.value === undefined || neurons.value === "all";
  const size = names.sizes.get(population);
  if (isAll || size === undefined) return { population, from, to, amplitude, neurons: "all" };
  const allowed = `"all" or a list of neuron indices from 0 to ${size - 1}`;
  return { population, from, to, amplitude, neurons: readIndices(neurons, { size, allowed }) };
}

function readPopulation(cursor: Cursor, { sizes }: Names): string {
  const names = [...sizes.keys()];
  if (typeof cursor.value === "string" && names.includes(cursor.value)) return cursor.value;
  if (typeof cursor.value === "string") refuseStranger(cursor, { names, what: "a population" });
  else refuse(cursor, "the id of a population");
  return "";
}

function readIndices(
  cursor: Cursor,
  { size, allowed }: { size: number; allowed: string },
): readonly number[] {
  const list = readList(cursor, allowed, LIMITS.neurons) ?? [];
  const rule = { whole: true, min: 0, max: size - 1 };
  const indices = list.map((value, index) => readNumber(item(cursor, value, index), rule));
  return [...new Set(indices)];
}

/** Read the state at step 0. */
export function readInitial(cursor: Cursor, names: Names): InitialRecipe {
  const rest: InitialRecipe = { kind: "rest" };
  if (cursor.value === undefined) return rest;
  const table = readTable(cursor, "an initial state");
  if (table === null) return rest;
  const kind = readChoice(child(table, "kind"), ["rest", "latents", "voltages", "rates"]);
  switch (kind) {
    case "latents":
      readObject(table, ["kind", "latents"]);
      return { kind, latents: readLatents(child(table, "latents"), names) };
    case "voltages":
      readObject(table, ["kind", "voltages", "latents"]);
      return {
        kind,
        voltages: readPerNeuron(child(table, "voltages"), { names, rule: {}, isComplete: false }),
        latents: has(table, "latents")
          ? readLatents(child(table, "latents"), names)
          : Object.fromEntries(names.latents.map((name) => [name, 0])),
      };
    case "rates": {
      readObject(table, ["kind", "rates"]);
      // ln(r / (1 - r)) must be finite.
      const rule = { above: 0, below: 1 };
      return {
        kind,
        rates: readPerNeuron(child(table, "rates"), { names, rule, isComplete: true }),
      };
    }
    case "rest":
    case null:
      readObject(table, ["kind"]);
      return rest;
  }
}

function readLatents(cursor: Cursor, { latents }: Names): Readonly<Record<string, number>> {
  return readTableOfNumbers(cursor, { names: latents, what: "a latent", fallback: 0 });
}

/** One list of numbers a population; a population left out is at rest, unless all are needed. */
function readPerNeuron(
  cursor: Cursor,
  shape: { names: Names; rule: { above?: number; below?: number }; isComplete: boolean },
): Readonly<Record<string, readonly number[]>> {
  const { names, rule, isComplete } = shape;
  const table = readTable(cursor, "an object with a list of numbers for each population");
  if (table === null) return {};
  const ids = [...names.sizes.keys()];
  refuseStrangers(table.value, cursor, { names: ids, what: "a population" });
  const lists = ids.map((id) => {
    const length = names.sizes.get(id) ?? 0;
    if (!isComplete && !has(table, id)) return [id, new Array<number>(length).fill(0)] as const;
    return [id, readNumbers(child(table, id), { length, unit: "neuron", rule })] as const;
  });
  return Object.fromEntries(lists);
}

/** Read what is written down besides spikes. */
export function readRecord(cursor: Cursor, names: Names): ExperimentDoc["record"] {
  const object =
    cursor.value === undefined
      ? { ...cursor, value: {} }
      : readObject(cursor, ["latentsEvery", "voltages"], "recording settings");
  const settings: ObjectCursor = object ?? { ...cursor, value: {} };
  const rule = { above: 0, max: LIMITS.duration };
  return {
    latentsEvery: readNumber(child(settings, "latentsEvery"), rule, 0.1),
    voltages: readVoltageList(child(settings, "voltages"), names),
  };
}

function readVoltageList(
  cursor: Cursor,
  { sizes }: Names,
): Readonly<Record<string, readonly number[]>> {
  if (cursor.value === undefined) return {};
  const table = readTable(cursor, "an object with a list of neuron indices for each population");
  if (table === null) return {};
  refuseStrangers(table.value, cursor, { names: [...sizes.keys()], what: "a population" });
  const given = [...sizes].filter(([id]) => has(table, id));
  const lists = given.map(([id, size]) => {
    const allowed = `a list of neuron indices from 0 to ${size - 1}`;
    return [id, readIndices(child(table, id), { size, allowed })] as const;
  });
  return Object.fromEntries(lists.filter(([, indices]) => indices.length > 0));
}

/** Read the part of the run that statistics use; the whole run by default. */
export function readWindow(cursor: Cursor, duration: number): ExperimentDoc["window"] {
  if (cursor.value === undefined) return { from: 0, to: duration };
  const object = readObject(cursor, ["from", "to"], "a window {from, to}");
  if (object === null) return { from: 0, to: duration };
  const from = readNumber(child(object, "from"), { min: 0, below: duration }, 0);
  const to = readNumber(child(object, "to"), { above: from, max: duration }, duration);
  return { from, to };
}

/** Read the curves and points that are drawn over the boundaries. */
export function readAnnotations(cursor: Cursor): readonly Annotation[] {
  if (cursor.value === undefined) return [];
  const list = readList(cursor, "a list of annotations", LIMITS.annotations) ?? [];
  return list
    .map((value, index) => readAnnotation(item(cursor, value, index)))
    .filter((annotation) => annotation !== null);
}

function readAnnotation(cursor: Cursor): Annotation | null {
  const fields = ["label", "style", "tone", "x", "points"];
  const object = readObject(cursor, fields, "an annotation");
  if (object === null) return null;
  const x = child(object, "x");
  const points = child(object, "points");
  const list = readList(points, "a list of pairs [yE, |yI|]", LIMITS.steps) ?? [];
  return {
    label: readText(child(object, "label"), LIMITS.text, ""),
    style: readChoice(child(object, "style"), ["dotted", "point"], "dotted") ?? "dotted",
    tone: readChoice(child(object, "tone"), ["E", "I", "neutral"], "neutral") ?? "neutral",
    x: x.value === undefined || x.value === null ? null : readNumber(x, {}),
    points: list.map((value, index) => readPair(item(points, value, index))),
  };
}
