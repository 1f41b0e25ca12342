import { LIMITS } from "../limits.ts";
import type {
  BoundaryFunction,
  BoundaryTerm,
  NeuronOverride,
  Shape,
  TangentGrid,
  TangentNetwork,
  TangentPopulation,
} from "../types.ts";
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
  refuse,
} from "./cursor.ts";
import { fitsSize } from "./explicit.ts";
import { readNumbers, refuseStranger, refuseStrangers } from "./numbers.ts";
import {
  decoderRule,
  encoderRule,
  type PopulationHead,
  readPopulationHeads,
} from "./populations.ts";
import { quote } from "./words.ts";

const FIELDS = ["id", "type", "boundary", "tangents", "copies", "decoder", "selfReset"] as const;
const OVERRIDE_FIELDS = ["feedforward", "encoders", "threshold", "decoder", "selfReset"] as const;

/** Read neurons that are given as tangents to a boundary function. */
export function readTangentNetwork(network: ObjectCursor, inputs: number): TangentNetwork | null {
  const heads = readPopulationHeads(network, FIELDS);
  if (heads === null) return null;
  const before = network.report.faults;
  const populations = heads.map((head) => readPopulation(head, heads));
  const neurons = populations.reduce((sum, population) => sum + countTangents(population), 0);
  if (network.report.faults !== before) return null;
  if (!fitsSize(network, { neurons, columns: inputs + heads.length })) return null;
  const overrides = readOverrides(child(network, "overrides"), heads, { populations, inputs });
  return { kind: "tangent", inputs, populations, overrides };
}

/** Number of neurons that a tangent recipe expands to. */
export function countTangents({ tangents, copies }: TangentPopulation): number {
  return tangents.reduce((product, { count }) => product * count, copies);
}

function readPopulation(head: PopulationHead, heads: readonly PopulationHead[]): TangentPopulation {
  const { cursor, id, type } = head;
  const before = cursor.report.faults;
  const boundary = readBoundary(child(cursor, "boundary"), heads);
  const grids = child(cursor, "tangents");
  const list = readList(grids, "a list of grids", 8) ?? [];
  // The variables of a bad boundary are nothing to hold a grid against.
  const isKnown = cursor.report.faults === before;
  const variables = isKnown ? boundary.terms.map(({ variable }) => variable) : null;
  return {
    id,
    type,
    boundary,
    tangents: list.map((value, index) => readGrid(item(grids, value, index), variables)),
    copies: readNumber(child(cursor, "copies"), { whole: true, min: 1, max: LIMITS.neurons }, 1),
    decoder: readNumber(child(cursor, "decoder"), decoderRule(head)),
    selfReset: readNumber(child(cursor, "selfReset"), {}, 0),
  };
}

function readBoundary(cursor: Cursor, heads: readonly PopulationHead[]): BoundaryFunction {
  const object = readObject(cursor, ["of", "terms"], "a boundary function");
  if (object === null) return { of: "", terms: [] };
  const ids = heads.map(({ id }) => id);
  const of = readReference(child(object, "of"), { names: ids, what: "a population" });
  const terms = child(object, "terms");
  const list = readList(terms, "a list of terms", LIMITS.populations + LIMITS.inputs) ?? [];
  const names = ["x", ...ids.filter((id) => id !== of)];
  return { of, terms: list.map((value, index) => readTerm(item(terms, value, index), names)) };
}

/** Take the cursor as a name out of some. */
function readReference(cursor: Cursor, known: { names: readonly string[]; what: string }): string {
  if (typeof cursor.value !== "string") {
    refuse(cursor, `the name of ${known.what}`);
    return "";
  }
  if (!known.names.includes(cursor.value)) refuseStranger(cursor, known);
  return cursor.value;
}

function readTerm(cursor: Cursor, names: readonly string[]): BoundaryTerm {
  const object = readObject(cursor, ["variable", "shape"], "a term of a boundary function");
  if (object === null) return { variable: "", shape: { kind: "quadratic", a: 0, b: 0, c: 0 } };
  return {
    variable: readReference(child(object, "variable"), { names, what: "a variable" }),
    shape: readShape(child(object, "shape")),
  };
}

function readShape(cursor: Cursor): Shape {
  const none: Shape = { kind: "quadratic", a: 0, b: 0, c: 0 };
  const table = readTable(cursor, "a shape");
  if (table === null) return none;
  const kind = readChoice(child(table, "kind"), ["quadratic", "piecewise-linear"]);
  if (kind === null) return none;
  if (kind === "quadratic") {
    readObject(cursor, ["kind", "a", "b", "c"]);
    const [a = 0, b = 0, c = 0] = ["a", "b", "c"].map((key) =>
      readNumber(child(table, key), {}, 0),
    );
    return { kind, a, b, c };
  }
  readObject(cursor, ["kind", "knots"]);
  return { kind, knots: readKnots(child(table, "knots")) };
}

function readKnots(cursor: Cursor): readonly (readonly [number, number])[] {
  const list = readList(cursor, "a list of knots [u, value]", LIMITS.points) ?? [];
  if (list.length < 2) refuse(cursor, "a list of at least two knots [u, value]");
  const knots = list.map((value, index) => readPair(item(cursor, value, index)));
  for (const [index, [position]] of knots.entries()) {
    const previous = knots[index - 1]?.[0] ?? -Infinity;
    if (position <= previous) {
      refuse(item(cursor, position, index), `at a position above ${previous}, the knot before`);
    }
  }
  return knots;
}

/** Take the cursor as two numbers. */
export function readPair(cursor: Cursor): readonly [number, number] {
  const [first = 0, second = 0] = readNumbers(cursor, { length: 2, unit: "coordinate" });
  return [first, second];
}

function readGrid(cursor: Cursor, variables: readonly string[] | null): TangentGrid {
  const object = readObject(
    cursor,
    ["variable", "from", "to", "count"],
    "a grid of tangent points",
  );
  if (object === null) return { variable: "", from: 0, to: 0, count: 1 };
  return {
    variable:
      variables === null
        ? ""
        : readReference(child(object, "variable"), {
            names: variables,
            what: "a variable of the boundary",
          }),
    from: readNumber(child(object, "from"), {}),
    to: readNumber(child(object, "to"), {}),
    count: readNumber(child(object, "count"), { whole: true, min: 1, max: LIMITS.neurons }),
  };
}

function readOverrides(
  cursor: Cursor,
  heads: readonly PopulationHead[],
  { populations, inputs }: { populations: readonly TangentPopulation[]; inputs: number },
): TangentNetwork["overrides"] {
  if (cursor.value === undefined) return {};
  const table = readTable(cursor, "an object keyed by population");
  if (table === null) return {};
  const names = heads.map(({ id }) => id);
  refuseStrangers(table.value, cursor, { names, what: "a population" });
  const entries = heads.flatMap((head, index) => {
    const population = populations[index];
    if (population === undefined || !has(table, head.id)) return [];
    const neurons = readTable(child(table, head.id), "an object keyed by neuron index");
    if (neurons === null) return [];
    const count = countTangents(population);
    const values = Object.keys(neurons.value).map((key) => {
      if (!isIndex(key, count)) {
        const { path, report } = neurons;
        report.refuse(
          path,
          `${path} names neuron ${quote(key)}; it must be from 0 to ${count - 1}.`,
        );
      }
      return [key, readOverride(child(neurons, key), { head, names, inputs })] as const;
    });
    return values.length === 0 ? [] : [[head.id, Object.fromEntries(values)] as const];
  });
  return Object.fromEntries(entries);
}

function isIndex(key: string, count: number): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(key) && Number(key) < count;
}

function readOverride(
  cursor: Cursor,
  context: { head: PopulationHead; names: readonly string[]; inputs: number },
): NeuronOverride {
  const { head, names, inputs } = context;
  const object = readObject(cursor, OVERRIDE_FIELDS, "the values of a neuron");
  if (object === null) return {};
  const given = <Value>(key: string, read: (field: Cursor) => Value): Record<string, Value> =>
    has(object, key) ? { [key]: read(child(object, key)) } : {};
  return {
    ...given("feedforward", (field) => readNumbers(field, { length: inputs, unit: "input" })),
    ...given("encoders", (field) => readEncoderTable(field, { head, names })),
    ...given("threshold", (field) => readNumber(field, {})),
    ...given("decoder", (field) => readNumber(field, decoderRule(head))),
    ...given("selfReset", (field) => readNumber(field, {})),
  };
}

function readEncoderTable(
  cursor: Cursor,
  { head, names }: { head: PopulationHead; names: readonly string[] },
): Readonly<Record<string, number>> {
  const table = readTable(cursor, "an object with a number for each latent");
  if (table === null) return {};
  refuseStrangers(table.value, cursor, { names, what: "a latent" });
  const read = names.filter((name) => has(table, name));
  return Object.fromEntries(
    read.map((name) => [name, readNumber(child(table, name), encoderRule(head))]),
  );
}
