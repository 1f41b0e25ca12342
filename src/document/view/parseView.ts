import { compileNetwork } from "../compile/network.ts";
import { LIMITS } from "../limits.ts";
import {
  type Cursor,
  child,
  item,
  type ObjectCursor,
  readChoice,
  readList,
  readNumber,
  readObject,
  refuse,
} from "../parse/cursor.ts";
import { readNumbers, readTableOfNumbers } from "../parse/numbers.ts";
import { Report } from "../parse/report.ts";
import type { ExperimentDoc, NeuronRef, ViewState } from "../types.ts";
import { defaultView, FARTHEST } from "./defaultView.ts";
import { readTrials } from "./parseTrials.ts";

/** A view in which every bad field has fallen back to its default, with one sentence for each. */
export interface ViewResult {
  readonly ok: true;
  readonly view: ViewState;
  readonly warnings: readonly string[];
}

/**
 * Read what was on screen. Nothing in a view is worth refusing a file: a bad field becomes the default of the
 * experiment and is reported.
 */
export function parseView(value: unknown, experiment: ExperimentDoc): ViewResult {
  const report = new Report();
  const view = readView({ value, path: "view", report }, experiment);
  const warnings = [...report.problems.map(({ message }) => message), ...report.warnings];
  return { ok: true, view, warnings };
}

const FIELDS = [
  "lab",
  "preset",
  "mode",
  "time",
  "timeRange",
  "timeUnit",
  "speed",
  "liveInput",
  "liveCurrent",
  "selection",
  "camera",
  "ranges",
  "show",
  "trials",
] as const;

function readView(cursor: Cursor, experiment: ExperimentDoc): ViewState {
  const usual = defaultView(experiment);
  if (cursor.value === undefined) return usual;
  const object = readObject(cursor, FIELDS, "a view");
  if (object === null) return usual;
  const { duration } = experiment;
  const ranges = readRanges(child(object, "ranges"), usual.ranges);
  const trials = readTrials(child(object, "trials"), experiment, ranges);
  return {
    lab: readChoice(child(object, "lab"), ["ei"], usual.lab) ?? usual.lab,
    preset: readPreset(child(object, "preset")),
    mode: readChoice(child(object, "mode"), ["protocol", "live"], usual.mode) ?? usual.mode,
    time: readNumber(child(object, "time"), { min: 0, max: duration }, usual.time),
    timeRange:
      child(object, "timeRange").value === null
        ? null
        : readRange(child(object, "timeRange"), usual.timeRange, { min: 0, max: duration }),
    timeUnit:
      readChoice(child(object, "timeUnit"), ["tau", "ms"], usual.timeUnit) ?? usual.timeUnit,
    speed: readNumber(child(object, "speed"), { above: 0, max: 1000 }, usual.speed),
    liveInput: readLiveInput(child(object, "liveInput"), usual.liveInput),
    liveCurrent: readLiveCurrent(child(object, "liveCurrent"), usual.liveCurrent),
    selection: readSelection(child(object, "selection"), experiment),
    camera: readCamera(child(object, "camera"), usual.camera),
    ranges,
    show: readShow(child(object, "show"), usual.show),
    ...(trials === null ? {} : { trials }),
  };
}

function readPreset(cursor: Cursor): string | null {
  if (cursor.value === undefined || cursor.value === null) return null;
  if (typeof cursor.value === "string" && /^[a-z][a-z0-9-]{0,63}$/.test(cursor.value)) {
    return cursor.value;
  }
  refuse(cursor, "the id of a preset or null");
  return null;
}

type Range = readonly [number, number];

function readRange<Usual extends Range | null>(
  cursor: Cursor,
  usual: Usual,
  limits: { min: number; max: number },
): Range | Usual {
  if (cursor.value === undefined) return usual;
  const before = cursor.report.faults;
  const [from = 0, to = 0] = readNumbers(cursor, { length: 2, unit: "end", rule: limits });
  if (cursor.report.faults !== before) return usual;
  if (from < to) return [from, to];
  refuse(cursor, "a pair of numbers of which the first is smaller");
  return usual;
}

function readLiveInput(cursor: Cursor, usual: readonly number[]): readonly number[] {
  if (cursor.value === undefined) return usual;
  const before = cursor.report.faults;
  const values = readNumbers(cursor, { length: usual.length, unit: "input" });
  return cursor.report.faults === before ? values : usual;
}

function readLiveCurrent(
  cursor: Cursor,
  usual: ViewState["liveCurrent"],
): ViewState["liveCurrent"] {
  if (cursor.value === undefined) return usual;
  const names = Object.keys(usual);
  const values = readTableOfNumbers(cursor, { names, what: "a population", fallback: 0 });
  return { ...usual, ...values };
}

function readSelection(cursor: Cursor, experiment: ExperimentDoc): readonly NeuronRef[] {
  if (cursor.value === undefined) return [];
  const compiled = compileNetwork(experiment.network);
  const populations = compiled.ok ? compiled.network.populations : [];
  const list = readList(cursor, "a list of neurons", LIMITS.neurons) ?? [];
  const keys = new Set<string>();
  return list.flatMap((value, position) => {
    const field = item(cursor, value, position);
    const object = readObject(field, ["population", "index"], "a neuron {population, index}");
    if (object === null) return [];
    const id = child(object, "population").value;
    const index = child(object, "index").value;
    const population = populations.find((candidate) => candidate.id === id);
    const exists =
      population !== undefined &&
      typeof index === "number" &&
      Number.isInteger(index) &&
      index >= 0 &&
      index < population.count;
    if (!exists) {
      refuse(field, "a neuron of this network");
      return [];
    }
    const key = `${population.id} ${index}`;
    if (keys.has(key)) return [];
    keys.add(key);
    return [{ population: population.id, index }];
  });
}

function readPart(cursor: Cursor, known: readonly string[], what: string): ObjectCursor | null {
  return cursor.value === undefined ? null : readObject(cursor, known, what);
}

function readCamera(cursor: Cursor, usual: ViewState["camera"]): ViewState["camera"] {
  const object = readPart(cursor, ["preset", "azimuth", "elevation", "zoom"], "a camera");
  if (object === null) return usual;
  const presets = ["free", "x", "E", "I"] as const;
  return {
    preset: readChoice(child(object, "preset"), presets, usual.preset) ?? usual.preset,
    azimuth: readNumber(child(object, "azimuth"), { min: -360, max: 360 }, usual.azimuth),
    elevation: readNumber(child(object, "elevation"), { min: -90, max: 90 }, usual.elevation),
    zoom: readNumber(child(object, "zoom"), { min: 0.1, max: 10 }, usual.zoom),
  };
}

function readRanges(cursor: Cursor, usual: ViewState["ranges"]): ViewState["ranges"] {
  const object = readPart(cursor, ["x", "E", "I"], "ranges");
  if (object === null) return usual;
  const limits = { min: -FARTHEST, max: FARTHEST };
  return {
    x: readRange(child(object, "x"), usual.x, limits),
    E: readRange(child(object, "E"), usual.E, limits),
    I: readRange(child(object, "I"), usual.I, limits),
  };
}

function readShow(cursor: Cursor, usual: ViewState["show"]): ViewState["show"] {
  const object = readPart(cursor, Object.keys(usual), "a choice of layers");
  if (object === null) return usual;
  const traces = ["none", "voltages", "currents"] as const;
  return {
    regions: readSwitch(child(object, "regions"), usual.regions),
    flow: readSwitch(child(object, "flow"), usual.flow),
    trajectory: readSwitch(child(object, "trajectory"), usual.trajectory),
    lines: readSwitch(child(object, "lines"), usual.lines),
    cutSurfaces: readSwitch(child(object, "cutSurfaces"), usual.cutSurfaces),
    traces: readChoice(child(object, "traces"), traces, usual.traces) ?? usual.traces,
  };
}

function readSwitch(cursor: Cursor, usual: boolean): boolean {
  if (cursor.value === undefined) return usual;
  if (typeof cursor.value === "boolean") return cursor.value;
  refuse(cursor, "true or false");
  return usual;
}
