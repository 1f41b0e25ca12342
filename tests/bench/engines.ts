import { createEngine, createMemoryRecorder, type Engine, type SimulationSpec } from "#engines";
import { createRng } from "#math";
import type { LowRankNetwork } from "#model";
import { createDenseRun } from "./baselines/denseEngine.ts";
import { hasNumpy, measureNumpy } from "./baselines/numpyBaseline.ts";
import { createQuadraticNetwork } from "./baselines/quadraticNetwork.ts";
import { type BenchRow, createRow } from "./row.ts";

const DT = 0.01;
/** x crosses from -1 to 1 in 25 tau, then stays. */
const RAMP_STEPS = 2500;
const REPEATS = 5;
const PLAN = { everySteps: 10, voltages: [], currents: [] };

/** Steps of one measurement on each side, long enough for the clock and short enough to interleave. */
interface Size {
  readonly neurons: number;
  readonly ours: number;
  readonly dense: number;
  readonly numpy: number;
}

const SIZES: readonly Size[] = [
  { neurons: 10, ours: 2_000_000, dense: 400_000, numpy: 8000 },
  { neurons: 50, ours: 600_000, dense: 60_000, numpy: 8000 },
  { neurons: 500, ours: 60_000, dense: 800, numpy: 2000 },
  { neurons: 5000, ours: 6000, dense: 8, numpy: 40 },
];

interface Variant {
  readonly label: string;
  readonly sigma: number;
  readonly selfReset: number;
  /** Least ratio to the dense engine and to numpy, by number of neurons. */
  readonly denseBars: ReadonlyMap<number, number>;
  readonly numpyBars: ReadonlyMap<number, number>;
}

const DENSE_BARS = new Map([
  [50, 5],
  [5000, 100],
]);

const VARIANTS: readonly Variant[] = [
  {
    label: "without noise",
    sigma: 0,
    selfReset: 0,
    denseBars: DENSE_BARS,
    numpyBars: new Map([
      [50, 70],
      [5000, 800],
    ]),
  },
  {
    label: "with noise",
    sigma: 0.02,
    selfReset: 0.02,
    denseBars: DENSE_BARS,
    numpyBars: new Map([[50, 40]]),
  },
];

/**
 * Measure the clock engine against both baselines on the network of figure 6: CPU time, sides interleaved,
 * medians of the ratios.
 */
export async function engineRows(): Promise<BenchRow[]> {
  const withNumpy = hasNumpy();
  return SIZES.flatMap((size) => VARIANTS.flatMap((variant) => measure(size, variant, withNumpy)));
}

function measure(size: Size, variant: Variant, withNumpy: boolean): BenchRow[] {
  const { neurons } = size;
  const network = createQuadraticNetwork(neurons, variant.selfReset);
  const dense = createDenseRun({
    network,
    dt: DT,
    slope: 2 / RAMP_STEPS,
    sigma: variant.sigma,
    rng: variant.sigma > 0 ? createRng("fast", 1) : null,
  });
  runOurs(network, variant, size.ours / 10);
  dense.advance(Math.ceil(size.dense / 10));
  const ours: number[] = [];
  const toDense: number[] = [];
  const toNumpy: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const speed = runOurs(network, variant, size.ours);
    ours.push(speed);
    toDense.push(speed / timeSteps(size.dense, () => dense.advance(size.dense)));
    if (withNumpy) toNumpy.push(speed / measureNumpy({ ...variant, neurons, steps: size.numpy }));
  }
  const name = `clock engine, N = ${neurons}, ${variant.label}`;
  const rows = [
    createRow({ name, value: median(ours), unit: "steps/s", bar: null, direction: ">=" }),
    ratioRow(`${name}, to a dense engine`, toDense, variant.denseBars.get(neurons)),
  ];
  if (!withNumpy) return rows;
  return [...rows, ratioRow(`${name}, to numpy`, toNumpy, variant.numpyBars.get(neurons))];
}

function ratioRow(name: string, ratios: readonly number[], bar: number | undefined): BenchRow {
  return createRow({ name, value: median(ratios), unit: "x", bar: bar ?? null, direction: ">=" });
}

function runOurs(network: LowRankNetwork, variant: Variant, steps: number): number {
  const spec = createSpec(network, variant.sigma, steps + 1);
  const recorder = createMemoryRecorder(spec, PLAN);
  const engine: Engine = createEngine(spec);
  return timeSteps(steps, () => engine.advance(steps, recorder));
}

/** Run once. @returns steps per CPU second. */
function timeSteps(steps: number, run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return steps / ((user + system) / 1e6);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

// The ramp goes up and down for ever, so that no part of a long run is spared the moving input.
function createSpec(network: LowRankNetwork, sigma: number, steps: number): SimulationSpec {
  const turns = Math.ceil(steps / RAMP_STEPS) + 1;
  return {
    engine: "clock",
    network,
    dt: DT,
    steps,
    duration: steps * DT,
    minGap: 0,
    input: {
      kind: "piecewise-linear",
      times: Float64Array.from({ length: turns }, (_, turn) => turn * RAMP_STEPS * DT),
      values: Float64Array.from({ length: turns }, (_, turn) => (turn % 2 === 0 ? -1 : 1)),
    },
    synapse: { kind: "delta" },
    overshoot: "clamp",
    refractory: [0],
    delay: [0],
    noise: { sigma: [sigma], generator: "fast", skip: 0, start: "zero" },
    currents: [],
    initial: { kind: "rest" },
    rate: null,
    seed: 1,
  };
}
