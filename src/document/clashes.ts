import { findEndlessDelays } from "./endlessDelay.ts";
import { listChoices } from "./parse/words.ts";
import type { ByPopulation, Dynamics, ExperimentDoc } from "./types.ts";

/** Name of an engine in a document. */
export type EngineName = Dynamics["engine"];

/** What an engine has to carry: the network, how it is integrated, driven and begun. */
export type Demands = Pick<ExperimentDoc, "network" | "dynamics" | "input" | "initial">;

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
  /** Engines that cannot carry it, and those to name instead. */
  readonly not: readonly EngineName[];
  readonly use: readonly EngineName[];
  /** Another way out than an engine. */
  readonly else?: string;
  /** What a document asks for in a few words, or null where it does not. */
  ask(demands: Demands, engine: EngineName): string | null;
}

/** Engines of spikes in the order in which a sentence names them. */
const SPIKING: readonly EngineName[] = ["clock", "event", "bridge"];

/** What each engine can carry, in one place: files are refused and engines are chosen by it. */
const FEATURES: readonly Feature[] = [
  {
    field: "dynamics.synapse",
    not: ["event", "bridge", "rate"],
    use: ["clock"],
    ask: ({ dynamics: { synapse } }) =>
      synapse.kind === "delta" ? null : `${synapse.kind} synapses`,
  },
  {
    field: "dynamics.noise",
    not: ["event", "rate"],
    use: ["clock", "bridge"],
    ask: ({ dynamics }) => (isAnyPositive(dynamics.noise.sigma) ? "noise" : null),
  },
  {
    field: "dynamics.noise.generator",
    not: ["bridge"],
    use: ["clock"],
    else: '"fast"',
    ask: ({ dynamics }) =>
      dynamics.noise.generator === "mt19937" ? "the generator of seeded clock runs" : null,
  },
  {
    field: "input",
    not: ["event"],
    use: ["clock", "bridge"],
    else: "a piecewise-linear input",
    ask: ({ input }) => (input.kind === "samples" ? "one input sample for each step" : null),
  },
  {
    field: "dynamics.refractory",
    not: ["rate"],
    use: SPIKING,
    ask: ({ dynamics }) => (isAnyPositive(dynamics.refractory) ? "a refractory time" : null),
  },
  {
    field: "dynamics.delay",
    not: ["event", "bridge"],
    use: ["clock"],
    else: "a refractory time",
    ask: (demands, engine) => {
      const [id] =
        engine === "event" && demands.dynamics.minGap > 0 ? [] : findEndlessDelays(demands);
      return id === undefined ? null : `a delay of ${id} spikes without a refractory time`;
    },
  },
  {
    field: "initial",
    not: SPIKING,
    use: ["rate"],
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
    const what = feature.not.includes(engine) ? feature.ask(demands, engine) : null;
    return what === null ? [] : [{ field: feature.field, what, instead: tellInstead(feature) }];
  });
}

function tellInstead({ use, else: other }: Feature): string {
  const instead = `the engine ${listChoices(use)}`;
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
