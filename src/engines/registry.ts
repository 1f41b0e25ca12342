import { invariant } from "#math";
import { findSpecFault } from "./checkSpec.ts";
import { ClockStepper } from "./clock/ClockStepper.ts";
import { createRateStepper } from "./rate/createRateStepper.ts";
import { SteppedEngine } from "./SteppedEngine.ts";
import type { Stepper } from "./stepper.ts";
import type { Engine, EngineId, SimulationSpec } from "./types.ts";

type CreateStepper = (spec: SimulationSpec) => Stepper;

const STEPPERS: Readonly<Partial<Record<EngineId, CreateStepper>>> = {
  clock: (spec) => new ClockStepper(spec),
  rate: createRateStepper,
};

/** Ids of the engines that exist, in the order in which they are offered. */
export const availableEngines: readonly EngineId[] = ["clock", "rate"];

/** True when {@link createEngine} knows the engine. */
export function isEngineAvailable(id: EngineId): boolean {
  return availableEngines.includes(id);
}

/**
 * Find out why a run cannot be started.
 *
 * @returns one sentence, or null.
 */
export function findRunFault(spec: SimulationSpec): string | null {
  if (isEngineAvailable(spec.engine)) return findSpecFault(spec);
  return `The ${spec.engine} engine is not part of this version; use ${availableEngines.join(" or ")}.`;
}

/**
 * Set up a run at step 0.
 *
 * @throws Error with the sentence of {@link findRunFault} when there is one.
 */
export function createEngine(spec: SimulationSpec): Engine {
  const fault = findRunFault(spec);
  const create = STEPPERS[spec.engine];
  invariant(fault === null && create !== undefined, fault ?? "");
  return new SteppedEngine(create(spec), spec);
}
