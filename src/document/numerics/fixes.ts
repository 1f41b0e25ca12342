import { findClashes } from "../clashes.ts";
import { setDynamics, setEngine, setTimeStep } from "../edits/dynamics.ts";
import { LIMITS } from "../limits.ts";
import type { ExperimentDoc } from "../types.ts";
import { isNoisy } from "./facts.ts";
import type { NumericsFix } from "./types.ts";

/** A smaller step aims at this load, well inside green. */
const COMFORTABLE_LOAD = 0.15;

/** The remedies that there are, the best first. */
export function remedies(...fixes: readonly (NumericsFix | null)[]): readonly NumericsFix[] {
  return fixes.filter((fix) => fix !== null);
}

/** Leave the step behind: the exact engine, or the bridge engine where there is noise; null where neither can. */
export function betterEngine(experiment: ExperimentDoc): NumericsFix | null {
  const { engine } = experiment.dynamics;
  if (engine !== "clock") return null;
  if (findClashes(experiment, "event").length === 0) {
    return {
      label: "Use the exact engine",
      step: "engine",
      apply: (open) => setEngine(open, "event"),
    };
  }
  if (!isNoisy(experiment) || findClashes(experiment, "bridge").length > 0) return null;
  const bridged = setEngine(experiment, "bridge");
  return {
    label: `Use the bridge engine with steps of ${bridged.dynamics.dt} tau`,
    step: "engine",
    apply: (open) => setEngine(open, "bridge"),
  };
}

/**
 * A smaller step of the same engine.
 *
 * @param share what the step must at most be, as a share of the present one; below 1.
 * @returns null where a run of such steps would be too long.
 */
export function smallerStep(experiment: ExperimentDoc, share: number): NumericsFix | null {
  const { dt } = experiment.dynamics;
  if (dt === null) return null;
  const step = roundDown(dt * share);
  if (!(step > 0) || step >= dt || experiment.duration / step > LIMITS.steps) return null;
  return {
    label: `Use steps of ${step} tau`,
    step: "time step",
    apply: (open) => setTimeStep(open, step),
  };
}

/** Refractory time that is given to neurons without one, tau. */
const REFRACTORY = 0.2;

/**
 * True where nothing but the step limits how often neurons fire: an E spike that is spread over time does not reset
 * its neuron, which without a refractory time fires in every step while it is above threshold.
 */
export function isBoundByStep({ dynamics }: ExperimentDoc): boolean {
  const { engine, synapse, refractory } = dynamics;
  if (engine !== "clock" || synapse.kind === "delta") return false;
  return Object.values(refractory).includes(0);
}

/** A refractory time for those neurons that have none. */
export const addRefractory: NumericsFix = {
  label: `Add a refractory time of ${REFRACTORY} tau`,
  step: "refractory time",
  apply: (open) => {
    const { refractory } = open.dynamics;
    const longer = Object.entries(refractory).map(([id, time]) => [id, time || REFRACTORY]);
    return setDynamics(open, { refractory: Object.fromEntries(longer) });
  },
};

/** Share of the present step at which a load is comfortable. */
export function comfortableShare(load: number): number {
  return COMFORTABLE_LOAD / load;
}

/** The largest of 1, 2 and 5 times a power of ten that is not above a value. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = [5, 2, 1].find((digit) => digit * power <= value * (1 + 1e-9)) ?? 1;
  return Number((lead * power).toPrecision(1));
}
