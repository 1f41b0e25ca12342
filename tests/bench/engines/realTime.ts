import { createEngine, createMemoryRecorder, type EngineId } from "#engines";
import { cpuSeconds, REPEATS } from "../measure.ts";
import { createQuadraticNetwork } from "../networks/quadraticNetwork.ts";
import { median } from "../numbers.ts";
import { type BenchRow, createRow } from "../report/row.ts";
import { createSpec, holdAt } from "./spec.ts";

/** tau in a second of the modelled network: tau is 10 ms in every published figure. */
const TAUS_PER_SECOND = 100;
const PLAN = { everySteps: 20, voltages: [], currents: [] };

interface Case {
  readonly name: string;
  readonly engine: EngineId;
  readonly dt: number;
  readonly neurons: number;
  /** tau of one measurement. */
  readonly duration: number;
}

const CASES: readonly Case[] = [
  { name: "exact, N = 50", engine: "event", dt: 0.01, neurons: 50, duration: 10_000 },
  { name: "exact, N = 1e5", engine: "event", dt: 0.01, neurons: 100_000, duration: 2000 },
  { name: "noise by bridges, N = 50", engine: "bridge", dt: 0.05, neurons: 50, duration: 4000 },
  { name: "noise by bridges, N = 1e3", engine: "bridge", dt: 0.05, neurons: 1000, duration: 200 },
];

/** How much faster than the modelled network an engine runs on one core: the network of figure 6 at x = -0.5. */
export function realTimeRows(): readonly BenchRow[] {
  return CASES.map((settings) => {
    measure(settings);
    const speeds = Array.from({ length: REPEATS }, () => measure(settings));
    return createRow({
      name: `times real time, ${settings.name}`,
      value: median(speeds) / TAUS_PER_SECOND,
      ...{ unit: "x", bar: null, direction: ">=" },
    });
  });
}

/** @returns tau a CPU second. */
function measure({ engine, dt, neurons, duration }: Case): number {
  const sigma = engine === "bridge" ? 0.02 : 0;
  const spec = createSpec({
    ...{ engine, dt, duration, input: holdAt(-0.5) },
    network: createQuadraticNetwork(neurons, engine === "bridge" ? 0.02 : 0),
    noise: { sigma: [sigma], generator: "fast", skip: 0, start: "zero" },
  });
  const recorder = createMemoryRecorder(spec, PLAN);
  const running = createEngine(spec);
  return duration / cpuSeconds(() => running.advance(spec.steps, recorder));
}
