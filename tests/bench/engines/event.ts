import {
  createEngine,
  createMemoryRecorder,
  type InputCourse,
  type SimulationSpec,
} from "#engines";
import type { LowRankNetwork } from "#model";
import { createDensePair } from "../baselines/densePair.ts";
import { hasNumpy, measureNumpy } from "../baselines/numpy.ts";
import { type Baseline, cpuSeconds, duelRows, REPEATS } from "../measure.ts";
import { createCurvedNetwork } from "../networks/curvedNetwork.ts";
import { createQuadraticNetwork } from "../networks/quadraticNetwork.ts";
import { median } from "../numbers.ts";
import { type BenchRow, createRow } from "../report/row.ts";
import { createSpec, holdAt, rampFor } from "./spec.ts";

/** Step of the baselines; the distance of our samples. */
const DT = 0.01;
/** Rounds that are not counted: the compiler takes some to get used to a run of events. */
const WARM_UP = 3;
const INPUT = 0.3;
/** D of E in figure 4f of Podlaski & Machens 2024 (I has 1.84 for its 1.8): some 4.4 spikes a tau, so that the baselines lose none. */
const COARSE = 1.225;
/** The size of figure 8: some 45 spikes a tau. */
const FINE = 0.11;
/** Spikes are written down, the latents every 10 tau: y and V follow from the spikes exactly. */
const PLAN = { everySteps: 1000, voltages: [], currents: [] };

/** tau of one measurement on each side and the least ratios. */
interface Size {
  readonly neurons: number;
  readonly ours: number;
  readonly dense: number;
  readonly numpy: number;
  readonly denseBar: number;
  readonly numpyBar: number;
}

const SIZES: readonly Size[] = [
  { neurons: 50, ours: 60_000, dense: 40, numpy: 80, denseBar: 500, numpyBar: 5000 },
  { neurons: 500, ours: 60_000, dense: 1, numpy: 20, denseBar: 50_000, numpyBar: 50_000 },
];

/** The exact engine: simulated time against both baselines at their dt, and whether its speed depends on N. */
export function eventRows(): readonly BenchRow[] {
  return [
    ...SIZES.flatMap(timeRows),
    ...growthRows("E-I, held input", (neurons) => {
      return eventSpec(createCurvedNetwork(neurons, FINE), {
        duration: 10_000,
        input: holdAt(INPUT),
      });
    }),
    ...growthRows("one population, ramp", (neurons) => {
      const duration = 6000;
      const network = createQuadraticNetwork(neurons, 0);
      return eventSpec(network, { duration, input: rampFor(duration, 30) });
    }),
  ];
}

function eventSpec(
  network: LowRankNetwork,
  run: { readonly duration: number; readonly input: InputCourse },
): SimulationSpec {
  return createSpec({ engine: "event", network, dt: DT, ...run });
}

function timeRows(size: Size): readonly BenchRow[] {
  const { neurons } = size;
  const network = createCurvedNetwork(neurons, COARSE);
  const dense = createDensePair(network, DT, INPUT);
  const run = (duration: number): number => {
    const spec = eventSpec(network, { duration, input: holdAt(INPUT) });
    return duration / measureRun(spec).seconds;
  };
  for (let round = 0; round < WARM_UP; round += 1) run(size.ours);
  dense.advance(Math.ceil(size.dense / DT / 10));
  const baselines: Baseline[] = [
    {
      label: "a dense engine of dt 0.01",
      speed: () => size.dense / cpuSeconds(() => dense.advance(Math.round(size.dense / DT))),
      bar: size.denseBar,
    },
  ];
  if (hasNumpy()) {
    const values = [neurons, Math.round(size.numpy / DT), DT, INPUT, COARSE];
    const speed = (): number => DT * measureNumpy("numpy_ei", values);
    baselines.push({ label: "numpy of dt 0.01", speed, bar: size.numpyBar });
  }
  return duelRows({
    name: `event engine, ${neurons} + ${neurons}, D = 1.225, latents every 10 tau, simulated time`,
    unit: "tau",
    ours: () => run(size.ours),
    baselines,
  });
}

/** Spikes a second with 50 neurons and with 1e5 in each population, measured in turn, and their ratio. */
function growthRows(
  what: string,
  createRun: (neurons: number) => SimulationSpec,
): readonly BenchRow[] {
  const [few, many] = [createRun(50), createRun(100_000)];
  const speeds = { few: [] as number[], many: [] as number[], ratio: [] as number[] };
  for (let repeat = 1 - WARM_UP; repeat <= REPEATS; repeat += 1) {
    const now = { few: spikesPerSecond(few), many: spikesPerSecond(many) };
    if (repeat <= 0) continue;
    speeds.few.push(now.few);
    speeds.many.push(now.many);
    speeds.ratio.push(now.many / now.few);
  }
  const name = `event engine, ${what}`;
  const direction = ">=";
  return [
    createRow({
      name: `${name}, N = 50`,
      value: median(speeds.few),
      unit: "spikes/s",
      bar: null,
      direction,
    }),
    createRow({
      name: `${name}, N = 1e5`,
      value: median(speeds.many),
      unit: "spikes/s",
      bar: null,
      direction,
    }),
    createRow({
      name: `${name}, speed at N = 1e5 to N = 50`,
      value: median(speeds.ratio),
      unit: "",
      bar: 0.25,
      direction,
    }),
  ];
}

function spikesPerSecond(spec: SimulationSpec): number {
  const { spikes, seconds } = measureRun(spec);
  return spikes / seconds;
}

/** A whole run with its spikes and latents written down; what happens once in a network is not counted. */
function measureRun(spec: SimulationSpec): { readonly spikes: number; readonly seconds: number } {
  const recorder = createMemoryRecorder(spec, PLAN);
  const engine = createEngine(spec);
  engine.advance(1, recorder);
  const seconds = cpuSeconds(() => engine.advance(spec.steps, recorder));
  return { spikes: recorder.read().spikeTime.length, seconds };
}
