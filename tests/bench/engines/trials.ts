import { createEngine, createMemoryRecorder, type EngineId } from "#engines";
import { hasNumpy, measureNumpy } from "../baselines/numpy.ts";
import { cpuSeconds, duelRows } from "../measure.ts";
import { createQuadraticNetwork } from "../networks/quadraticNetwork.ts";
import type { BenchRow } from "../report/row.ts";
import { createSpec, holdAt } from "./spec.ts";

/** Figure 15: 11 noise levels, 500 trials each, 7.5 tau from zero noise, dt = 0.001 tau. */
const LEVELS = Array.from({ length: 11 }, (_, level) => 0.02 * level);
const DURATION = 7.5;
const STEP = 0.001;
const PLAN = { everySteps: 1_000_000, voltages: [], currents: [] };
/** Trials that numpy is given, one after the other as it does them. */
const NUMPY_TRIALS = 4;

interface Method {
  readonly name: string;
  readonly engine: EngineId;
  readonly dt: number;
  /** Trials at each level; all cost the same. */
  readonly trials: number;
  readonly bar: number | null;
}

const METHODS: readonly Method[] = [
  { name: "bridge engine, h = 0.05", engine: "bridge", dt: 0.05, trials: 500, bar: 150 },
  { name: "clock engine, dt = 0.001", engine: "clock", dt: STEP, trials: 20, bar: null },
];

/** The sweep of figure 15 on one core: trials with seeds of their own in one process, against one numpy loop a trial. */
export function trialRows(): readonly BenchRow[] {
  return METHODS.flatMap((method) => {
    const { name, bar } = method;
    const numpy = {
      label: "numpy of dt = 0.001",
      // A numpy trial costs its steps, whatever the noise level.
      speed: (): number => {
        const steps = (NUMPY_TRIALS * DURATION) / STEP;
        return (NUMPY_TRIALS * measureNumpy("numpy_population", [50, steps, 0.1, 0.025])) / steps;
      },
      bar,
    };
    sweep(method, 2);
    return duelRows({
      name: `sweep of figure 15, ${name}`,
      unit: "trials",
      ours: () => (LEVELS.length * method.trials) / cpuSeconds(() => sweep(method, method.trials)),
      baselines: hasNumpy() ? [numpy] : [],
    });
  });
}

function sweep({ engine, dt }: Method, trials: number): void {
  const network = createQuadraticNetwork(50, 0.025, -0.25);
  for (const [level, sigma] of LEVELS.entries())
    for (let trial = 0; trial < trials; trial += 1) {
      const spec = createSpec({
        ...{ engine, network, dt, duration: DURATION, input: holdAt(-0.5) },
        noise: { sigma: [sigma], generator: "fast", skip: 0, start: "zero" },
        seed: level * trials + trial,
      });
      createEngine(spec).advance(spec.steps, createMemoryRecorder(spec, PLAN));
    }
}
