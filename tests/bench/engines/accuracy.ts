import { createEngine, createMemoryRecorder, type SimulationSpec } from "#engines";
import { createQuadraticNetwork } from "../networks/quadraticNetwork.ts";
import { slopeOf } from "../numbers.ts";
import { type BenchRow, createRow } from "../report/row.ts";
import { createSpec, holdAt } from "./spec.ts";

const STEPS = [1e-2, 1e-3, 1e-4, 1e-5];
const RAMP = 30;
const DECODER = -0.1;
/** A little below the boundary at x = -1, so that nobody has to fire at once. */
const initial: SimulationSpec["initial"] = {
  kind: "latents",
  latents: new Float64Array([-1.52]),
};
const PLAN = { everySteps: 1_000_000, voltages: [], currents: [] };

/** How exact the engines are: no time is measured here. */
export function accuracyRows(): readonly BenchRow[] {
  const errors = STEPS.map((dt) => [dt, largestSpikeError(dt)] as const);
  const slope = slopeOf(errors.map(([dt, error]) => [Math.log(dt), Math.log(error)]));
  const name = "largest spike-time error of the clock on a ramp of 30 tau";
  return [
    ...errors.map(([dt, value]) =>
      createRow({ name: `${name}, dt = ${dt}`, value, unit: "tau", bar: null, direction: "<=" }),
    ),
    createRow({ name: `${name}, order`, value: slope, unit: "", bar: 0.9, direction: ">=" }),
    createRow({
      name: `${name}, order at most`,
      value: slope,
      unit: "",
      bar: 1.1,
      direction: "<=",
    }),
    createRow({
      name: "event engine, relative error of a held input's interval ln((b + D) / b)",
      value: largestIntervalError(),
      ...{ unit: "", bar: 1e-12, direction: "<=" },
    }),
  ];
}

/** The network of figure 6 while x goes from -1 to 1: spike j of the clock against spike j of the exact engine. */
function largestSpikeError(dt: number): number {
  const input = {
    kind: "piecewise-linear",
    times: Float64Array.of(0, RAMP),
    values: Float64Array.of(-1, 1),
  } as const;
  const network = createQuadraticNetwork(50, 0, DECODER);
  const run = { network, dt, duration: RAMP, input, initial };
  const exact = spikeTimes(createSpec({ ...run, engine: "event" }));
  const clock = spikeTimes(createSpec({ ...run, engine: "clock" }));
  const shared = Math.min(exact.length, clock.length);
  let largest = 0;
  for (let spike = 0; spike < shared; spike += 1)
    largest = Math.max(largest, Math.abs((exact[spike] ?? 0) - (clock[spike] ?? 0)));
  return largest;
}

/** Largest relative error of an interval at held inputs, for neurons on their own tangent points and between. */
function largestIntervalError(): number {
  const network = createQuadraticNetwork(50, 0, DECODER);
  let largest = 0;
  for (const x of [-0.73, -0.5, 0, 0.31, 0.9]) {
    const boundary = boundaryAt(x);
    const expected = Math.log((boundary + DECODER) / boundary);
    const times = spikeTimes(
      createSpec({ engine: "event", network, dt: 0.01, duration: 20, input: holdAt(x), initial }),
    );
    for (let spike = 1; spike < times.length; spike += 1) {
      const interval = (times[spike] ?? 0) - (times[spike - 1] ?? 0);
      largest = Math.max(largest, Math.abs(interval / expected - 1));
    }
  }
  return largest;
}

/** b(x), the lowest (T_i - F_i x) / E_i of the network's 50 tangents. */
function boundaryAt(x: number): number {
  const { thresholds, feedforward } = createQuadraticNetwork(50, 0, DECODER);
  return Math.min(
    ...thresholds.map((threshold, index) => threshold - (feedforward[index] ?? 0) * x),
  );
}

function spikeTimes(spec: SimulationSpec): Float64Array {
  const recorder = createMemoryRecorder(spec, PLAN);
  createEngine(spec).advance(spec.steps, recorder);
  return recorder.read().spikeTime;
}
