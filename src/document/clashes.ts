import { listChoices } from "./parse/words.ts";
import type { ByPopulation, Dynamics, ExperimentDoc } from "./types.ts";

/** Name of an engine in a document. */
export type EngineName = Dynamics["engine"];

/** What an engine has to carry: how the network is integrated, driven and begun. */
export type Demands = Pick<ExperimentDoc, "dynamics" | "input" | "initial" | "currents">;

/** One thing that a document asks for and an engine cannot carry. */
export interface Clash {
  /** Where the document asks for it, e.g. `dynamics.noise`. */
  readonly field: string;
  /** In a few words, e.g. "noise". */
  readonly what: string;
  /** What to do instead, e.g. `the engine "clock" or "bridge"`. */
  readonly instead: string;
}

/** One thing that not every engine can carry. */
interface Feature {
  readonly field: string;
  readonly engines: readonly EngineName[];
  /** Another way out than an engine. */
  readonly else?: string;
  /** What a document asks for in a few words, or null where it does not. */
  ask(demands: Demands): string | null;
}

const SPIKING: readonly EngineName[] = ["clock", "event", "bridge"];

/** What each engine can carry, in one place: files are refused and engines are chosen by it. */
const FEATURES: readonly Feature[] = [
  {
    field: "dynamics.synapse",
    engines: ["clock"],
    ask: ({ dynamics: { synapse } }) =>
      synapse.kind === "delta" ? null : `${synapse.kind} synapses`,
  },
  {
    field: "dynamics.noise",
    engines: ["clock", "bridge"],
    ask: ({ dynamics }) => (isAnyPositive(dynamics.noise.sigma) ? "noise" : null),
  },
  {
    field: "input",
    engines: ["clock", "bridge", "rate"],
    else: "a piecewise-linear input",
    ask: ({ input }) => (input.kind === "samples" ? "one input sample for each step" : null),
  },
  {
    field: "dynamics.refractory",
    engines: SPIKING,
    ask: ({ dynamics }) => (isAnyPositive(dynamics.refractory) ? "a refractory time" : null),
  },
  {
    field: "initial",
    engines: ["rate"],
    ask: ({ initial }) => (initial.kind === "rates" ? "firing rates to start from" : null),
  },
];

/** Spiking engines, the most exact first; a network of rates never becomes one of spikes by itself. */
const PREFERENCE: readonly EngineName[] = ["event", "bridge", "clock"];

/**
 * List what an engine cannot carry of a document, its own one by default.
 *
 * @returns nothing where the engine can run the document as it is.
 */
export function findClashes(
  demands: Demands,
  engine: EngineName = demands.dynamics.engine,
): readonly Clash[] {
  return FEATURES.flatMap((feature) => {
    const what = feature.engines.includes(engine) ? null : feature.ask(demands);
    return what === null ? [] : [{ field: feature.field, what, instead: tellInstead(feature) }];
  });
}

function tellInstead({ engines, else: other }: Feature): string {
  const instead = `the engine ${listChoices(engines)}`;
  return other === undefined ? instead : `${instead}, or ${other}`;
}

/** Say in one sentence what an engine cannot carry. */
export function tellClash({ field, what, instead }: Clash, engine: EngineName): string {
  return `${field} asks for ${what}, which the ${engine} engine cannot carry; use ${instead}.`;
}

/**
 * Choose the engine that runs what a document asks for: its own one where that can, else the most exact that can,
 * without a step before noise in coarse steps before the clock.
 */
export function chooseEngine(demands: Demands): EngineName {
  const { engine } = demands.dynamics;
  if (findClashes(demands).length === 0) return engine;
  return PREFERENCE.find((each) => findClashes(demands, each).length === 0) ?? engine;
}

function isAnyPositive(values: ByPopulation): boolean {
  return Object.values(values).some((value) => value > 0);
}
