import { compileNetwork } from "../compile/network.ts";
import { LIMITS } from "../limits.ts";
import { CURRENT_VERSION, migrate } from "../migrations/migrate.ts";
import type { ExperimentDoc, NetworkRecipe } from "../types.ts";
import { refuseClashes } from "./combinations.ts";
import {
  type Cursor,
  child,
  type ObjectCursor,
  readChoice,
  readNumber,
  readObject,
  readTable,
  readText,
} from "./cursor.ts";
import { type Method, readDynamics, readMethod } from "./dynamics.ts";
import { readExplicitNetwork } from "./explicit.ts";
import { readInput } from "./input.ts";
import { type Problem, Report } from "./report.ts";
import {
  type Names,
  readAnnotations,
  readCurrents,
  readInitial,
  readRecord,
  readWindow,
} from "./run.ts";
import { countTangents, readTangentNetwork } from "./tangent.ts";

/** A document with every default filled in, or what is wrong with it. */
export type ParseResult =
  | {
      readonly ok: true;
      readonly experiment: ExperimentDoc;
      /** One sentence for each field that was ignored. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const FORMAT = "latent-boundaries/experiment";
const FIELDS = [
  "format",
  "version",
  "name",
  "network",
  "input",
  "dynamics",
  "currents",
  "initial",
  "duration",
  "seed",
  "record",
  "window",
  "annotations",
  "view",
] as const;

/**
 * Read an experiment from JSON data of unknown origin (docs/EXPERIMENT-FILE.md). Never throws.
 *
 * @param value what JSON.parse returned.
 */
export function parseExperiment(value: unknown): ParseResult {
  const report = new Report();
  const experiment = readExperiment({ value, path: "", report });
  if (experiment === null || report.faults > 0) return { ok: false, problems: report.problems };
  return { ok: true, experiment, warnings: report.warnings };
}

function readExperiment(cursor: Cursor): ExperimentDoc | null {
  const current = readVersion(cursor);
  if (current === null) return null;
  const root = readObject(current, FIELDS);
  if (root === null) return null;
  const method = readMethod(child(root, "dynamics"));
  const duration = readNumber(child(root, "duration"), { above: 0, max: LIMITS.duration });
  const steps = method === null ? null : countSteps(root, method, duration);
  const network = readNetwork(child(root, "network"));
  if (network === null || method === null) return null;
  // A bad duration has its sentence: what lies inside the run is then held against the longest one.
  const length = duration > 0 ? duration : LIMITS.duration;
  return readRun(root, { network, method, duration: length, steps });
}

/** Everything that refers to the network. */
function readRun(
  root: ObjectCursor,
  parts: { network: NetworkRecipe; method: Method; duration: number; steps: number | null },
): ExperimentDoc | null {
  const { network, method, duration, steps } = parts;
  const names = nameParts(network);
  const dynamics = readDynamics(method, [...names.sizes.keys()]);
  const input = readInput(child(root, "input"), { inputs: network.inputs, steps });
  const initial = readInitial(child(root, "initial"), names);
  if (input === null) return null;
  refuseClashes(root.report, { network, dynamics, input, initial });
  return {
    format: FORMAT,
    version: CURRENT_VERSION,
    name: readText(child(root, "name"), LIMITS.text, ""),
    network,
    input,
    dynamics,
    currents: readCurrents(child(root, "currents"), names),
    initial,
    duration,
    seed: readNumber(child(root, "seed"), { whole: true, min: 0, max: LIMITS.seed }, 0),
    record: readRecord(child(root, "record"), names),
    window: readWindow(child(root, "window"), duration),
    annotations: readAnnotations(child(root, "annotations")),
  };
}

/** Check that the document is one of ours and bring it up to date. */
function readVersion(cursor: Cursor): Cursor | null {
  const table = readTable(cursor, `an object with the format "${FORMAT}"`);
  if (table === null) return null;
  const format = readChoice(child(table, "format"), [FORMAT]);
  const field = child(table, "version");
  if (Number.isInteger(field.value) && Number(field.value) > CURRENT_VERSION) {
    cursor.report.refuse(
      "version",
      `version is ${String(field.value)}, which a newer program wrote; this one reads versions up to ${CURRENT_VERSION}.`,
    );
    return null;
  }
  const faults = cursor.report.faults;
  const version = readNumber(field, { whole: true, min: 1, max: CURRENT_VERSION });
  if (format === null || cursor.report.faults !== faults) return null;
  return { ...cursor, value: migrate(table.value, version) };
}

/** @returns null for an engine without steps, and after a problem was reported. */
function countSteps(root: ObjectCursor, { dt }: Method, duration: number): number | null {
  // A bad dt or duration has its own sentence already.
  if (dt === null || dt <= 0 || duration <= 0) return null;
  const steps = Math.round(duration / dt);
  if (steps >= 1 && steps <= LIMITS.steps) return steps;
  root.report.refuse(
    "duration",
    `duration is ${duration}, which is ${steps} steps of ${dt}; it must be from 1 to ${LIMITS.steps} steps.`,
  );
  return null;
}

function readNetwork(cursor: Cursor): NetworkRecipe | null {
  const table = readTable(cursor, "a network");
  if (table === null) return null;
  const kind = readChoice(child(table, "kind"), ["explicit", "tangent"]);
  const before = cursor.report.faults;
  const inputs = readNumber(child(table, "inputs"), { whole: true, min: 1, max: LIMITS.inputs }, 1);
  if (kind === null || cursor.report.faults !== before) return null;
  if (kind === "explicit") {
    readObject(table, ["kind", "inputs", "populations"]);
    return readExplicitNetwork(table, inputs);
  }
  readObject(table, ["kind", "inputs", "populations", "overrides"]);
  const network = readTangentNetwork(table, inputs);
  if (network === null || cursor.report.faults !== before) return null;
  const compiled = compileNetwork(network);
  if (!compiled.ok) cursor.report.refuse("network", compiled.problem.message);
  return network;
}

function nameParts(network: NetworkRecipe): Names {
  if (network.kind === "explicit") {
    const { populations } = network;
    return {
      sizes: new Map(populations.map(({ id, thresholds }) => [id, thresholds.length])),
      latents: populations.flatMap(({ latents }) => latents),
    };
  }
  return {
    sizes: new Map(network.populations.map((each) => [each.id, countTangents(each)])),
    latents: network.populations.map(({ id }) => id),
  };
}
