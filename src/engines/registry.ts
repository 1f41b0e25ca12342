import { invariant } from "#math";
import { BridgeEngine } from "./bridge/BridgeEngine.ts";
import { findSpecFault } from "./checkSpec.ts";
import { ClockStepper } from "./clock/ClockStepper.ts";
import { EventEngine } from "./event/EventEngine.ts";
import { createRateStepper } from "./rate/createRateStepper.ts";
import { SteppedEngine } from "./SteppedEngine.ts";
import type { Engine, EngineId, SimulationSpec } from "./types.ts";

/** How to make each engine; what is not here is not part of this version. */
const ENGINES: Readonly<Partial<Record<EngineId, (spec: SimulationSpec) => Engine>>> = {
  clock: (spec) => new SteppedEngine(new ClockStepper(spec), spec),
  event: (spec) => new EventEngine(spec),
  bridge: (spec) => new BridgeEngine(spec),
  rate: (spec) => new SteppedEngine(createRateStepper(spec), spec),
};

/** Ids of the engines that exist, in the order in which they are offered. */
export const availableEngines: readonly EngineId[] = ["event", "bridge", "clock", "rate"];

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
  const create = ENGINES[spec.engine];
  invariant(fault === null && create !== undefined, fault ?? "");
  return create(spec);
}
