import type { Stepper } from "../stepper.ts";
import type { SimulationSpec } from "../types.ts";
import { LatentRateStepper } from "./LatentRateStepper.ts";
import { ReferenceRateStepper } from "./ReferenceRateStepper.ts";

/** The stepper of the rate rule that a run names. */
export function createRateStepper(spec: SimulationSpec): Stepper {
  return spec.rate?.rule === "latent"
    ? new LatentRateStepper(spec)
    : new ReferenceRateStepper(spec);
}
