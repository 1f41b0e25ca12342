import { LIMITS } from "../limits.ts";
import { isTimedExactly, usualOvershoot } from "../serialise.ts";
import type { Dynamics, NoiseRecipe, SynapseRecipe } from "../types.ts";
import {
  type Cursor,
  child,
  type NumberRule,
  type ObjectCursor,
  readChoice,
  readNumber,
  readObject,
  readTable,
} from "./cursor.ts";
import { readByPopulation } from "./numbers.ts";

const FIELDS = [
  "engine",
  "dt",
  "minGap",
  "synapse",
  "overshoot",
  "refractory",
  "delay",
  "noise",
  "rateRule",
  "integrator",
  "beta",
  "tauS",
] as const;

/** How the network is integrated: the part that needs no knowledge of the network. */
export interface Method {
  readonly cursor: ObjectCursor;
  readonly engine: Dynamics["engine"];
  readonly dt: number | null;
}

/** Read engine and time step. */
export function readMethod(cursor: Cursor): Method | null {
  const object = readObject(cursor, FIELDS);
  if (object === null) return null;
  const engine = readChoice(child(object, "engine"), ["clock", "event", "bridge", "rate"]);
  if (engine === null) return null;
  if (engine !== "event") {
    const dt = readNumber(child(object, "dt"), { above: 0, max: LIMITS.dt });
    return { cursor: object, engine, dt };
  }
  warnUnused(object, "dt", "the event engine has no time step");
  return { cursor: object, engine, dt: null };
}

/** Read the rest, every default filled in. */
export function readDynamics(
  { cursor, engine, dt }: Method,
  populations: readonly string[],
): Dynamics {
  const spans = { populations, rule: timeRule(dt), fallback: 0 };
  const synapse = readSynapse(child(cursor, "synapse"), { populations, dt });
  return {
    engine,
    dt,
    minGap: readMinGap(cursor, engine),
    synapse,
    overshoot: readOvershoot(cursor, { method: { engine, synapse }, populations }),
    refractory: readByPopulation(child(cursor, "refractory"), spans),
    delay: readByPopulation(child(cursor, "delay"), spans),
    noise: readNoise(child(cursor, "noise"), populations),
    ...readRateSettings(cursor, { engine, populations }),
  };
}

/** Spans of time that an engine must remember step by step. */
function timeRule(dt: number | null): NumberRule {
  return { min: 0, max: longestSpan(dt) };
}

function longestSpan(dt: number | null): number {
  return Math.min(1000, (dt ?? 1) * LIMITS.memorySteps);
}

/** A pulse shorter than a step would vanish. */
function synapseRule(dt: number | null): NumberRule {
  return dt === null
    ? { above: 0, max: 1000 }
    : { min: dt, max: longestSpan(dt), because: "(at least one step dt)" };
}

function readSynapse(
  cursor: Cursor,
  { populations, dt }: { populations: readonly string[]; dt: number | null },
): SynapseRecipe {
  if (cursor.value === undefined) return { kind: "delta" };
  const table = readTable(cursor, "a synapse");
  if (table === null) return { kind: "delta" };
  const kind = readChoice(child(table, "kind"), ["delta", "pulse", "exponential"]);
  const shape = { populations, rule: synapseRule(dt) };
  if (kind === "pulse") {
    readObject(table, ["kind", "width"]);
    return { kind, width: readByPopulation(child(table, "width"), shape) };
  }
  if (kind === "exponential") {
    readObject(table, ["kind", "tau"]);
    return { kind, tau: readByPopulation(child(table, "tau"), shape) };
  }
  readObject(table, ["kind"]);
  return { kind: "delta" };
}

function readMinGap(cursor: ObjectCursor, engine: Dynamics["engine"]): number {
  const gap = readNumber(child(cursor, "minGap"), { min: 0, max: 1000 }, 0);
  if (engine === "event" || gap === 0) return gap;
  warnUnused(cursor, "minGap", "only the event engine uses it");
  return 0;
}

function readOvershoot(
  cursor: ObjectCursor,
  shape: { method: Pick<Dynamics, "engine" | "synapse">; populations: readonly string[] },
): Dynamics["overshoot"] {
  const { method, populations } = shape;
  const usual = usualOvershoot(method, populations.length);
  const given = readChoice(child(cursor, "overshoot"), ["clamp", "keep"], usual) ?? usual;
  if (given === "keep" || !isTimedExactly(method.engine)) return given;
  const reason = `the ${method.engine} engine fires at the threshold, where there is none`;
  cursor.report.warn(`${cursor.path}.overshoot is ignored, as ${reason}.`);
  return usual;
}

function readNoise(cursor: Cursor, populations: readonly string[]): NoiseRecipe {
  const object =
    cursor.value === undefined
      ? { ...cursor, value: {} }
      : readObject(cursor, ["sigma", "generator", "skip", "start"], "noise settings");
  const settings = object ?? { ...cursor, value: {} };
  const skip = { whole: true, min: 0, max: LIMITS.steps };
  return {
    sigma: readByPopulation(child(settings, "sigma"), {
      populations,
      rule: { min: 0 },
      fallback: 0,
    }),
    generator: readChoice(child(settings, "generator"), ["fast", "mt19937"], "fast") ?? "fast",
    skip: readNumber(child(settings, "skip"), skip, 0),
    start: readChoice(child(settings, "start"), ["zero", "stationary"], "zero") ?? "zero",
  };
}

function readRateSettings(
  cursor: ObjectCursor,
  { engine, populations }: { engine: Dynamics["engine"]; populations: readonly string[] },
): Pick<Dynamics, "rateRule" | "integrator" | "beta" | "tauS"> {
  if (engine !== "rate") {
    for (const key of ["rateRule", "integrator", "beta", "tauS"]) {
      warnUnused(cursor, key, `the ${engine} engine does not use it`);
    }
    return { rateRule: "reference", beta: null, tauS: null };
  }
  const rateRule =
    readChoice(child(cursor, "rateRule"), ["reference", "latent"], "reference") ?? "reference";
  const shape = { populations, rule: { above: 0 } };
  const beta = readByPopulation(child(cursor, "beta"), shape);
  if (rateRule === "latent") {
    const tauS = readByPopulation(child(cursor, "tauS"), shape);
    return { rateRule, ...readIntegrator(cursor), beta, tauS };
  }
  for (const key of ["integrator", "tauS"])
    warnUnused(cursor, key, 'only the rate rule "latent" uses it');
  return { rateRule, beta, tauS: null };
}

function readIntegrator(cursor: ObjectCursor): Pick<Dynamics, "integrator"> {
  const usual = "runge-kutta";
  const chosen = readChoice(child(cursor, "integrator"), [usual, "exponential-euler"], usual);
  return chosen === "exponential-euler" ? { integrator: chosen } : {};
}

/** A document that fills everything in has null, or the default rule, where a setting means nothing. */
function warnUnused(cursor: ObjectCursor, key: string, reason: string): void {
  const { value } = child(cursor, key);
  if (value === undefined || value === null || value === "reference") return;
  cursor.report.warn(`${cursor.path}.${key} is ignored, as ${reason}.`);
}
