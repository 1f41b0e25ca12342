import { createEngine, createMemoryRecorder, type EngineId, type SimulationSpec } from "#engines";
import { cpuSeconds, duelRows } from "../measure.ts";
import { createQuadraticNetwork } from "../networks/quadraticNetwork.ts";
import { type BenchRow, createRow } from "../report/row.ts";
import { createSpec, holdAt } from "./spec.ts";

const INPUT = -0.5;
const COARSE = 0.05;
const FINE = 0.001;
/** Start-up that rates are not counted in, tau. */
const SETTLING = 10;
/** tau of a rate: its standard error is some 0.05 % even at the strongest noise. */
const FINE_RUN = 4000;
const COARSE_RUN = 40_000;
const PLAN = { everySteps: 1_000_000, voltages: [], currents: [] };
const SIGMAS = [0.025, 0.1];

/** Noise on coarse steps: the bias of the population's rate and the price of simulated time (figure 15's network). */
export function bridgeRows(): readonly BenchRow[] {
  return [...SIGMAS.map(biasRow), ...cheapnessRows()];
}

function biasRow(sigma: number): BenchRow {
  const coarse = populationRate(noisySpec("bridge", { sigma, dt: COARSE, duration: COARSE_RUN }));
  const fine = populationRate(
    noisySpec("bridge", { sigma, dt: FINE, duration: FINE_RUN, seed: 2 }),
  );
  return createRow({
    name: `bridge engine, rate bias of h = 0.05 against h = 0.001, sigma = ${sigma}`,
    value: 100 * Math.abs(coarse / fine - 1),
    ...{ unit: "%", bar: 0.3, direction: "<=" },
  });
}

function cheapnessRows(): readonly BenchRow[] {
  const speedOf = (engine: EngineId, dt: number, duration: number) => (): number => {
    const spec = noisySpec(engine, { sigma: 0.1, dt, duration });
    return duration / measureRun(spec).seconds;
  };
  speedOf("bridge", COARSE, 500)();
  speedOf("clock", FINE, 50)();
  return duelRows({
    name: "bridge engine, h = 0.05, N = 50, simulated time",
    unit: "tau",
    ours: speedOf("bridge", COARSE, 4000),
    baselines: [{ label: "naive steps of 0.001", speed: speedOf("clock", FINE, 400), bar: 10 }],
  });
}

function noisySpec(
  engine: EngineId,
  run: { sigma: number; dt: number; duration: number; seed?: number },
): SimulationSpec {
  const { sigma, ...rest } = run;
  return createSpec({
    engine,
    network: createQuadraticNetwork(50, 0.025, -0.25),
    input: holdAt(INPUT),
    noise: { sigma: [sigma], generator: "fast", skip: 0, start: "stationary" },
    initial: { kind: "latents", latents: Float64Array.of(-1) },
    ...rest,
  });
}

/** Spikes a tau of the whole population. */
function populationRate(spec: SimulationSpec): number {
  const { times } = measureRun(spec);
  return times.filter((time) => time >= SETTLING).length / (spec.duration - SETTLING);
}

function measureRun(spec: SimulationSpec): {
  readonly times: Float64Array;
  readonly seconds: number;
} {
  const recorder = createMemoryRecorder(spec, PLAN);
  const engine = createEngine(spec);
  const seconds = cpuSeconds(() => engine.advance(spec.steps, recorder));
  return { times: recorder.read().spikeTime, seconds };
}
