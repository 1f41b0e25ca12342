import type { SimulationSpec } from "#engines";
import { type SimulationResult, toSimulation } from "../compile/simulation.ts";
import type { Parameter, ParameterTarget } from "../parameterTypes.ts";
import type { Problem } from "../parse/report.ts";
import type { ExperimentDoc } from "../types.ts";

/** A parameter and the things that get the same value of it: both populations, the selected neurons. */
export interface SweepVariable {
  readonly parameter: Parameter;
  readonly targets: readonly ParameterTarget[];
}

/** One point of a sweep: the document with the value set, and what an engine needs to run it. */
export interface SweepPoint {
  /** Null where nothing is varied. */
  readonly value: number | null;
  readonly experiment: ExperimentDoc;
  readonly spec: SimulationSpec;
}

/** The points in the order of their values, or why one of them cannot be run. */
export type SweepPoints =
  | { readonly ok: true; readonly points: readonly SweepPoint[] }
  | { readonly ok: false; readonly problem: Problem };

/** What a value read back may differ from the one that was set, relatively. */
const ROUNDING = 1e-9;

/** Set a parameter of several things at once; the same object when nothing changes. */
export function setVariable(
  experiment: ExperimentDoc,
  { parameter, targets }: SweepVariable,
  value: number,
): ExperimentDoc {
  return targets.reduce((open, target) => parameter.write(open, target, value), experiment);
}

/** What the things have in common now; null when they differ or have no such value. */
export function readVariable(
  experiment: ExperimentDoc,
  { parameter, targets }: SweepVariable,
): number | null {
  const values = targets.map((target) => parameter.read(experiment, target));
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

/**
 * Make the document of each point by the same edit that the parameter's control makes, and compile it. A document
 * that cannot take a value (a longer step than the run, a tangent that Dale's law forbids) refuses the sweep.
 */
export function sweepPoints(
  experiment: ExperimentDoc,
  variable: SweepVariable,
  values: readonly number[],
): SweepPoints {
  const { parameter, targets } = variable;
  const applies =
    targets.length > 0 && targets.every((each) => parameter.applies(experiment, each));
  if (!applies) return refuse(`The ${parameter.label} has no meaning in the open experiment.`);
  const points: SweepPoint[] = [];
  for (const value of values) {
    const changed = setVariable(experiment, variable, value);
    const taken = readVariable(changed, variable);
    if (taken === null || Math.abs(taken - value) > ROUNDING * Math.abs(value)) {
      const instead = taken === null ? "none" : `${Number(taken.toPrecision(6))}`;
      return refuse(
        `The ${parameter.label} cannot be ${value} in this experiment, which would make it ${instead}; choose other ends of the sweep.`,
      );
    }
    const compiled = toSimulation(changed);
    if (!compiled.ok) return refuse(atValue(parameter, value, compiled));
    points.push({ value, experiment: changed, spec: compiled.spec });
  }
  return { ok: true, points };
}

/** The open document as the only point, for many trials of it. */
export function presentPoint(experiment: ExperimentDoc): SweepPoints {
  const compiled = toSimulation(experiment);
  if (!compiled.ok) return compiled;
  return { ok: true, points: [{ value: null, experiment, spec: compiled.spec }] };
}

function atValue(
  { label }: Parameter,
  value: number,
  { problem }: Extract<SimulationResult, { ok: false }>,
): string {
  return `With the ${label} at ${value}: ${problem.message}`;
}

function refuse(message: string): SweepPoints {
  return { ok: false, problem: { path: "sweep", message } };
}
