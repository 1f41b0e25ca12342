import { createEngine, createMemoryRecorder } from "#engines";
import { createRng } from "#math";
import type { LowRankNetwork } from "#model";
import { createDenseRun } from "../baselines/densePopulation.ts";
import { hasNumpy, measureNumpy } from "../baselines/numpy.ts";
import { type Baseline, cpuSeconds, duelRows } from "../measure.ts";
import { createQuadraticNetwork } from "../networks/quadraticNetwork.ts";
import type { BenchRow } from "../report/row.ts";
import { createSpec, rampFor } from "./spec.ts";

const DT = 0.01;
/** x crosses from -1 to 1 in 25 tau. */
const RISE = 25;
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

/** The clock engine against both baselines on the network of figure 6. */
export function clockRows(): readonly BenchRow[] {
  return SIZES.flatMap((size) => VARIANTS.flatMap((variant) => measure(size, variant)));
}

function measure(size: Size, variant: Variant): readonly BenchRow[] {
  const { neurons } = size;
  const { sigma, selfReset } = variant;
  const network = createQuadraticNetwork(neurons, selfReset);
  const dense = createDenseRun({
    network,
    dt: DT,
    slope: (2 * DT) / RISE,
    sigma,
    rng: sigma > 0 ? createRng("fast", 1) : null,
  });
  runOurs(network, variant, size.ours / 10);
  dense.advance(Math.ceil(size.dense / 10));
  const baselines: Baseline[] = [
    {
      label: "a dense engine",
      speed: () => size.dense / cpuSeconds(() => dense.advance(size.dense)),
      bar: variant.denseBars.get(neurons) ?? null,
    },
  ];
  if (hasNumpy())
    baselines.push({
      label: "numpy",
      speed: () => measureNumpy("numpy_population", [neurons, size.numpy, sigma, selfReset]),
      bar: variant.numpyBars.get(neurons) ?? null,
    });
  return duelRows({
    name: `clock engine, N = ${neurons}, ${variant.label}`,
    unit: "steps",
    ours: () => size.ours / runOurs(network, variant, size.ours),
    baselines,
  });
}

/** @returns CPU seconds. */
function runOurs(network: LowRankNetwork, { sigma }: Variant, steps: number): number {
  const duration = (steps + 1) * DT;
  const spec = createSpec({
    ...{ engine: "clock", network, dt: DT, duration, input: rampFor(duration, RISE) },
    noise: { sigma: [sigma], generator: "fast", skip: 0, start: "zero" },
  });
  const recorder = createMemoryRecorder(spec, PLAN);
  const engine = createEngine(spec);
  return cpuSeconds(() => engine.advance(steps, recorder));
}
