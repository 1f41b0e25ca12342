import { fitEngine, setDynamics, setTimeStep } from "../edits/dynamics.ts";
import { setDuration, setRecordingInterval, setWindow, withSeed } from "../edits/run.ts";
import { LIMITS } from "../limits.ts";
import type { Parameter } from "../parameterTypes.ts";
import { runParameter } from "./build.ts";

const dt: Parameter = runParameter(
  {
    id: "dt",
    group: "Method",
    label: "time step",
    symbol: "dt",
    unit: "tau",
    min: 0.000_01,
    max: LIMITS.dt,
    sliderMin: 0.001,
    sliderMax: 0.1,
    step: 0.0001,
    keyStep: 0.001,
    help: "How far time moves at once: fixed steps hold one spike each, so many spikes need small steps; noise with exact crossings and rates are right in coarse ones.",
  },
  { read: ({ dynamics }) => dynamics.dt, write: setTimeStep },
);

const minGap: Parameter = runParameter(
  {
    id: "minGap",
    group: "Method",
    label: "least gap",
    symbol: "delta",
    unit: "tau",
    min: 0,
    max: 1000,
    sliderMin: 0,
    sliderMax: 0.1,
    step: 0.0001,
    keyStep: 0.001,
    help: "The least time between two spikes of the whole network; at 0 a spike may set off others in the same instant.",
  },
  {
    read: ({ dynamics }) => (dynamics.engine === "event" ? dynamics.minGap : null),
    write: (experiment, value) => fitEngine(setDynamics(experiment, { minGap: value })),
  },
);

const duration: Parameter = runParameter(
  {
    id: "duration",
    group: "Run",
    label: "duration",
    symbol: "t_{end}",
    unit: "tau",
    min: 0.01,
    max: 1e6,
    sliderMin: 1,
    sliderMax: 100,
    step: 0.01,
    keyStep: 1,
    help: "How long the run lasts; one tau is the membrane time constant, about 10 ms.",
  },
  { read: (experiment) => experiment.duration, write: setDuration },
);

const from: Parameter = runParameter(
  {
    id: "window.from",
    group: "Run",
    label: "window starts at",
    symbol: "t_0",
    unit: "tau",
    min: 0,
    max: LIMITS.duration,
    sliderMin: 0,
    sliderMax: 100,
    step: 0.01,
    keyStep: 0.5,
    help: "Rates and errors are counted from here on, so that the start-up of the network stays out of them.",
  },
  {
    read: ({ window }) => window.from,
    write: (experiment, value) =>
      setWindow(experiment, {
        from: Math.min(value, experiment.window.to),
        to: experiment.window.to,
      }),
  },
);

const to: Parameter = runParameter(
  {
    id: "window.to",
    group: "Run",
    label: "window ends at",
    symbol: "t_1",
    unit: "tau",
    min: 0,
    max: LIMITS.duration,
    sliderMin: 0,
    sliderMax: 100,
    step: 0.01,
    keyStep: 0.5,
    help: "Rates and errors are counted up to here.",
  },
  {
    read: ({ window }) => window.to,
    write: (experiment, value) =>
      setWindow(experiment, { from: experiment.window.from, to: value }),
  },
);

const latentsEvery: Parameter = runParameter(
  {
    id: "record.latentsEvery",
    group: "Run",
    label: "write down every",
    symbol: "Delta t",
    unit: "tau",
    min: 0.000_01,
    max: 1000,
    sliderMin: 0.01,
    sliderMax: 1,
    step: 0.001,
    keyStep: 0.01,
    help: "Time between two samples of the readouts in exported results; it does not change the run.",
  },
  { read: ({ record }) => record.latentsEvery, write: setRecordingInterval },
);

const seed: Parameter = runParameter(
  {
    id: "seed",
    group: "Run",
    label: "seed",
    symbol: "seed",
    unit: "",
    min: 0,
    max: LIMITS.seed,
    sliderMin: 0,
    sliderMax: 1000,
    step: 1,
    keyStep: 1,
    help: "The same seed gives the same noise, spike for spike; a new seed is a new trial.",
  },
  { read: (experiment) => experiment.seed, write: withSeed },
);

/** Parameters of the run, in the order of the inspector. */
export const runParameters: readonly Parameter[] = [
  duration,
  from,
  to,
  dt,
  minGap,
  seed,
  latentsEvery,
];
