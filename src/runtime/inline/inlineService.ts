import { availableEngines, createEngine } from "#engines";
import type { SimulationService } from "#runtime/protocol";
import { createSimulationService } from "#runtime/service";

/**
 * Make the simulation service on the calling thread.
 *
 * @param now a clock in ms; without one there are no time budgets.
 */
export function createInlineService(now: () => number = () => 0): SimulationService {
  return createSimulationService({ createEngine, engines: availableEngines, now });
}
