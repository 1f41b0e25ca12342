import {
  fitEngine,
  fitSpans,
  setDynamics,
  synapticTimes,
  withPopulation,
} from "../edits/dynamics.ts";
import type { Parameter } from "../parameterTypes.ts";
import type { ByPopulation, Dynamics, ExperimentDoc, SynapseRecipe } from "../types.ts";
import { type ParameterWords, populationParameter } from "./build.ts";

/** A row of a "per population" table of the dynamics. */
function tableParameter(
  words: ParameterWords,
  rules: {
    /** Null where the table has no meaning. */
    table(dynamics: Dynamics): ByPopulation | null;
    write(dynamics: Dynamics, table: ByPopulation): Partial<Dynamics>;
  },
): Parameter {
  return populationParameter(words, {
    read: ({ dynamics }, id) => {
      const table = rules.table(dynamics);
      return table === null || !Object.hasOwn(table, id) ? null : (table[id] ?? null);
    },
    write(experiment: ExperimentDoc, id, value) {
      const { dynamics } = experiment;
      const table = rules.table(dynamics);
      if (table === null) return experiment;
      const change = rules.write(dynamics, withPopulation(table, id, value));
      return fitEngine(setDynamics(experiment, fitSpans({ ...dynamics, ...change })));
    },
  });
}

function isSpiking({ engine }: Dynamics): boolean {
  return engine !== "rate";
}

const sigma: Parameter = tableParameter(
  {
    id: "noise.sigma",
    group: "Population",
    label: "voltage noise",
    symbol: "sigma",
    unit: "threshold units",
    min: 0,
    max: 1000,
    sliderMin: 0,
    sliderMax: 0.5,
    step: 0.001,
    keyStep: 0.01,
    help: "Standard deviation of the random fluctuation of every neuron's voltage: it blurs the boundary and makes spikes irregular.",
  },
  {
    table: (dynamics) => (isSpiking(dynamics) ? dynamics.noise.sigma : null),
    write: ({ noise }, table) => ({ noise: { ...noise, sigma: table } }),
  },
);

const refractory: Parameter = tableParameter(
  {
    id: "refractory",
    group: "Population",
    label: "refractory time",
    symbol: "tau_{ref}",
    unit: "tau",
    min: 0,
    max: 1000,
    sliderMin: 0,
    sliderMax: 1,
    step: 0.001,
    keyStep: 0.01,
    help: "For this long after a spike the neuron cannot fire again.",
  },
  {
    table: (dynamics) => (isSpiking(dynamics) ? dynamics.refractory : null),
    write: (_, table) => ({ refractory: table }),
  },
);

const delay: Parameter = tableParameter(
  {
    id: "delay",
    group: "Population",
    label: "axonal delay",
    symbol: "tau_d",
    unit: "tau",
    min: 0,
    max: 1000,
    sliderMin: 0,
    sliderMax: 0.5,
    step: 0.001,
    keyStep: 0.01,
    help: "How long a spike travels before other neurons feel it; long delays make the state overshoot the boundary.",
  },
  {
    table: (dynamics) => (isSpiking(dynamics) ? dynamics.delay : null),
    write: (_, table) => ({ delay: table }),
  },
);

function synapseParameter(
  kind: "pulse" | "exponential",
  words: Pick<ParameterWords, "id" | "label" | "symbol" | "help">,
): Parameter {
  const write = (table: ByPopulation): SynapseRecipe =>
    kind === "pulse" ? { kind, width: table } : { kind, tau: table };
  return tableParameter(
    {
      ...words,
      group: "Population",
      unit: "tau",
      min: 0.000_01,
      max: 1000,
      sliderMin: 0.01,
      sliderMax: 1,
      step: 0.001,
      keyStep: 0.01,
    },
    {
      table: ({ synapse }) => (synapse.kind === kind ? synapticTimes(synapse) : null),
      write: (_, table) => ({ synapse: write(table) }),
    },
  );
}

const width: Parameter = synapseParameter("pulse", {
  id: "synapse.width",
  label: "pulse width",
  symbol: "w",
  help: "How long the square pulse lasts that a spike sends to other neurons; it is never shorter than one time step.",
});

const tau: Parameter = synapseParameter("exponential", {
  id: "synapse.tau",
  label: "synaptic time constant",
  symbol: "tau_s",
  help: "How slowly the current that a spike sends to other neurons fades; it is never shorter than one time step.",
});

function rateParameter(words: ParameterWords, key: "beta" | "tauS"): Parameter {
  return tableParameter(words, {
    table: (dynamics) => dynamics[key],
    write: (_, table) => ({ [key]: table }),
  });
}

const beta: Parameter = rateParameter(
  {
    id: "beta",
    group: "Population",
    label: "steepness of the rate curve",
    symbol: "beta",
    unit: "",
    min: 0.001,
    max: 1e6,
    sliderMin: 1,
    sliderMax: 100,
    step: 0.1,
    keyStep: 1,
    help: "How sharply the firing rate rises around the threshold; a large value makes the soft boundary hard.",
  },
  "beta",
);

const tauS: Parameter = rateParameter(
  {
    id: "tauS",
    group: "Population",
    label: "synaptic time constant of the rate rule",
    symbol: "tau_s",
    unit: "tau",
    min: 0.001,
    max: 1000,
    sliderMin: 0.05,
    sliderMax: 5,
    step: 0.001,
    keyStep: 0.01,
    help: "The largest possible firing rate is one spike in this time.",
  },
  "tauS",
);

/** Parameters of one population, in the order of the inspector. */
export const populationParameters: readonly Parameter[] = [
  sigma,
  refractory,
  delay,
  width,
  tau,
  beta,
  tauS,
];
