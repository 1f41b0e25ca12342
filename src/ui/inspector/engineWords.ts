import { type EngineName, type ExperimentDoc, findClashes } from "#document";

/** Engines as the page speaks of them, in the order in which they are offered: the exact one first. */
export const ENGINES: readonly {
  readonly id: EngineName;
  readonly name: string;
  /** What it is for. */
  readonly purpose: string;
}[] = [
  {
    id: "event",
    name: "exact times",
    purpose: "Every spike at its very moment, without a step: for networks without noise.",
  },
  {
    id: "bridge",
    name: "exact with noise",
    purpose: "Noise in coarse steps; each spike keeps a time of its own between them.",
  },
  {
    id: "clock",
    name: "fixed steps",
    purpose: "One spike in each step at most, as in the published figures; carries every synapse.",
  },
  {
    id: "rate",
    name: "firing rates",
    purpose: "Smooth rates in place of single spikes.",
  },
];

/** What the page calls an engine. */
export function nameOf(engine: EngineName): string {
  return ENGINES.find(({ id }) => id === engine)?.name ?? engine;
}

/** What an engine cannot carry of a document, e.g. "noise and pulse synapses"; null when it can run it as it is. */
export function tellObstacles(experiment: ExperimentDoc, engine: EngineName): string | null {
  const obstacles = findClashes(experiment, engine).map(({ what }) => what);
  const last = obstacles.at(-1);
  if (last === undefined) return null;
  return obstacles.length === 1 ? last : `${obstacles.slice(0, -1).join(", ")} and ${last}`;
}

/** Why the engine in use is not the exact one; null where it is or could be, and where rates are wanted. */
export function tellReason(experiment: ExperimentDoc): string | null {
  const { engine } = experiment.dynamics;
  const obstacles = tellObstacles(experiment, "event");
  if (engine === "event" || engine === "rate" || obstacles === null) return null;
  return `Used here because “${nameOf("event")}” cannot carry ${obstacles}.`;
}

/**
 * Tell of an engine that gave way because an edit asks for more than it can carry; null when it did not, or was
 * chosen by hand.
 */
export function tellSwitch(experiment: ExperimentDoc, before: ExperimentDoc): string | null {
  const [was, is] = [before.dynamics.engine, experiment.dynamics.engine];
  const obstacles = was === is ? null : tellObstacles(experiment, was);
  return obstacles === null
    ? null
    : `Runs with “${nameOf(is)}” now, because “${nameOf(was)}” cannot carry ${obstacles}.`;
}
