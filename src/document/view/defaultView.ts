import { asEINetwork, findCrossings } from "#model";
import { compileNetwork } from "../compile/network.ts";
import { evaluateInput } from "../input/evaluate.ts";
import type { ExperimentDoc, ViewState } from "../types.ts";

/** Largest coordinate that a view shows. */
export const FARTHEST = 1e6;
/** Times of the window at which the crossing is looked up. */
const LOOKS = 17;

/** The view that an experiment opens with: everything that happens is inside the ranges. */
export function defaultView(experiment: ExperimentDoc): ViewState {
  const { window, duration, network } = experiment;
  const isWhole = window.from === 0 && window.to === duration;
  return {
    lab: "ei",
    preset: null,
    mode: "protocol",
    time: window.to,
    timeRange: isWhole ? null : [window.from, window.to],
    timeUnit: "tau",
    speed: 2,
    liveInput: evaluateInput(experiment.input, window.to, experiment.dynamics.dt),
    liveCurrent: Object.fromEntries(network.populations.map(({ id }) => [id, 0])),
    selection: [],
    camera: { preset: "free", azimuth: 240, elevation: 20, zoom: 1 },
    ranges: chooseRanges(experiment),
    show: {
      regions: true,
      flow: true,
      trajectory: true,
      lines: true,
      cutSurfaces: true,
      traces: "none",
    },
  };
}

/** Room for the input course and half as much again as the largest crossing. */
function chooseRanges(experiment: ExperimentDoc): ViewState["ranges"] {
  const { input, dynamics, window } = experiment;
  const courses = Array.from({ length: LOOKS }, (_, index) => {
    const time = window.from + ((window.to - window.from) * index) / (LOOKS - 1);
    return evaluateInput(input, time, dynamics.dt);
  });
  const compiled = compileNetwork(experiment.network);
  const ei = compiled.ok ? asEINetwork(compiled.network) : null;
  const crossings = ei === null ? [] : courses.flatMap((x) => findCrossings(ei, x));
  const first = courses.map(([x = 0]) => x);
  return {
    x: padRange(Math.min(...first), Math.max(...first)),
    E: [0, roundUp(1.5 * Math.max(0, ...crossings.map(({ yE }) => yE)))],
    I: [0, roundUp(1.5 * Math.max(0, ...crossings.map(({ yI }) => yI)))],
  };
}

function padRange(from: number, to: number): readonly [number, number] {
  const room = to > from ? 0.05 * (to - from) : 1;
  const low = Math.max(-FARTHEST, from - room);
  const high = Math.min(FARTHEST, to + room);
  return low < high ? [low, high] : [-1, 1];
}

/** The next of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten; 5 where nothing is known. */
function roundUp(value: number): number {
  if (!(value > 0)) return 5;
  if (value >= FARTHEST) return FARTHEST;
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  return (steps.find((step) => step * power >= value) ?? 10) * power;
}
