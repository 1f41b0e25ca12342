import { asEINetwork, findCrossings, loadFactor } from "#model";
import { compileNetwork } from "../compile/network.ts";
import { evaluateInput } from "../input/evaluate.ts";
import type { ExperimentDoc } from "../types.ts";

/** Step of the clock where nothing asks for a smaller one, and the smallest that is chosen; tau. */
const USUAL_STEP = 0.01;
const SMALLEST_STEP = 0.000_01;
/** Share of steps that may carry a spike: half of what the badge calls green, as inputs that move ask for more. */
const LOAD = 0.1;
/** Moments of the input course that are looked at. */
const LOOKS = 33;

/**
 * A step, tau, at which the clock's one spike a step is plenty for this network at its crossings; one digit, so that
 * it can be read.
 */
export function comfortableStep(experiment: ExperimentDoc): number {
  const spikes = mostSpikes(experiment);
  if (!(spikes > LOAD / USUAL_STEP)) return USUAL_STEP;
  const step = LOAD / spikes;
  const digit = 10 ** Math.floor(Math.log10(step));
  return Math.max(SMALLEST_STEP, Number((Math.floor(step / digit) * digit).toPrecision(1)));
}

/** Spikes per tau that hold the readouts at the crossing, at the busiest moment; 0 where nothing is known. */
function mostSpikes({ network, input, duration, dynamics }: ExperimentDoc): number {
  const compiled = compileNetwork(network);
  const ei = compiled.ok ? asEINetwork(compiled.network) : null;
  if (ei === null) return 0;
  const loads = Array.from({ length: LOOKS }, (_, look) => {
    const x = evaluateInput(input, (duration * look) / (LOOKS - 1), dynamics.dt);
    const crossings = findCrossings(ei, x);
    const crossing = crossings.find(({ stable }) => stable) ?? crossings[0];
    return crossing === undefined ? 0 : loadFactor({ ei, crossing, dt: 1 }).load;
  });
  return Math.max(...loads.filter(Number.isFinite), 0);
}
