import { setInput } from "../edits/run.ts";
import { evaluateInput } from "../input/evaluate.ts";
import { LIMITS } from "../limits.ts";
import { populationParameter, runParameter } from "../parameters/build.ts";
import { parameters } from "../parameters/table.ts";
import type { Parameter } from "../parameterTypes.ts";
import type { ExperimentDoc, TangentNetwork } from "../types.ts";

/** Largest input that may be held. */
const FAR = 1e6;
/** Most neurons of a population that a sweep may ask for. */
const CROWD = 10_000;

/** The first input held at one value for the whole run; other inputs stay where they are when the window begins. */
const heldInput: Parameter = runParameter(
  {
    id: "input.held",
    group: "Run",
    label: "held input",
    symbol: "x",
    unit: "",
    min: -FAR,
    max: FAR,
    sliderMin: -10,
    sliderMax: 10,
    step: 0.001,
    keyStep: 0.1,
    help: "The input is held at one value for the whole run, instead of following its course.",
  },
  {
    read: ({ input, window, dynamics }) =>
      evaluateInput(input, window.from, dynamics.dt)[0] ?? null,
    write(experiment, value) {
      const { input, window, dynamics } = experiment;
      const [, ...others] = evaluateInput(input, window.from, dynamics.dt);
      return setInput(experiment, { kind: "piecewise-linear", points: [[0, [value, ...others]]] });
    },
  },
);

/** How many neurons stand along the one axis of a recipe; neurons set by hand have no place in another number. */
const neuronCount: Parameter = populationParameter(
  {
    id: "neurons",
    group: "Population",
    label: "number of neurons",
    symbol: "N",
    unit: "",
    min: 1,
    max: Math.min(CROWD, LIMITS.neurons),
    sliderMin: 1,
    sliderMax: 100,
    step: 1,
    keyStep: 1,
    help: "How many neurons share the boundary: more of them make it smoother.",
  },
  {
    read: (experiment, id) => findAxis(experiment, id)?.count ?? null,
    write: (experiment, id, value) => withCount(experiment, id, Math.round(value)),
  },
);

interface Axis {
  readonly network: TangentNetwork;
  /** Place of the only axis of the grid that has more than one tangent point; the first where none has. */
  readonly place: number;
  readonly count: number;
}

/** The axis that the neurons of a recipe stand along; null where there are several, or copies. */
function findAxis({ network }: ExperimentDoc, id: string): Axis | null {
  if (network.kind !== "tangent") return null;
  const population = network.populations.find((each) => each.id === id);
  if (population === undefined || population.copies !== 1) return null;
  const { tangents } = population;
  const wide = tangents.flatMap((grid, index) => (grid.count > 1 ? [index] : []));
  const [place = 0, another] = wide;
  const count = tangents[place]?.count;
  return count === undefined || another !== undefined ? null : { network, place, count };
}

function withCount(experiment: ExperimentDoc, id: string, count: number): ExperimentDoc {
  const axis = findAxis(experiment, id);
  if (axis === null || axis.count === count) return experiment;
  const { network, place } = axis;
  const { [id]: _lost, ...overrides } = network.overrides;
  return {
    ...experiment,
    // What names single neurons by their place means others now.
    currents: experiment.currents.filter(
      ({ population, neurons }) => population !== id || neurons === "all",
    ),
    record: { ...experiment.record, voltages: withoutKey(experiment.record.voltages, id) },
    initial:
      experiment.initial.kind === "voltages" || experiment.initial.kind === "rates"
        ? { kind: "rest" }
        : experiment.initial,
    network: {
      ...network,
      overrides,
      populations: network.populations.map((population) =>
        population.id === id
          ? {
              ...population,
              tangents: population.tangents.map((grid, index) =>
                index === place ? { ...grid, count } : grid,
              ),
            }
          : population,
      ),
    },
  };
}

function withoutKey<Value>(
  table: Readonly<Record<string, Value>>,
  id: string,
): Readonly<Record<string, Value>> {
  const { [id]: _lost, ...others } = table;
  return others;
}

/**
 * Every trial has a seed of its own, all points are measured in the same window, and how densely a run is written down
 * changes nothing that is measured.
 */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  "seed",
  "record.latentsEvery",
  "duration",
  "window.from",
  "window.to",
]);

/** What a sweep may vary: the parameter table, and what has another control in the inspector. */
export const sweepParameters: readonly Parameter[] = [
  heldInput,
  neuronCount,
  ...parameters.filter(({ id }) => !WITHOUT_EFFECT.has(id)),
];

/** Look a parameter that can be swept up; null when there is none of that id. */
export function findSweepParameter(id: string): Parameter | null {
  return sweepParameters.find((parameter) => parameter.id === id) ?? null;
}
