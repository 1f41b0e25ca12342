import { createEngine, createMemoryRecorder, type InputCourse, type RateSettings } from "#engines";
import { hasNumpy, measureNumpy } from "../baselines/numpy.ts";
import { type Baseline, cpuSeconds, duelRows } from "../measure.ts";
import { createQuadraticNetwork } from "../networks/quadraticNetwork.ts";
import type { BenchRow } from "../report/row.ts";
import { createSpec, holdAt, rampFor } from "./spec.ts";

const DT = 0.01;
const PLAN = { everySteps: 10, voltages: [], currents: [] };
const NUMPY_STEPS = 20_000;

interface Method {
  readonly name: string;
  readonly steps: number;
  readonly input: (duration: number) => InputCourse;
  readonly rule: RateSettings["rule"];
  readonly integrator: RateSettings["integrator"];
}

const ramp = (duration: number): InputCourse => rampFor(duration, 100);
const hold = (): InputCourse => holdAt(-0.5);

const METHODS: readonly Method[] = [
  {
    name: "published rule",
    steps: 100_000,
    input: ramp,
    rule: "reference",
    integrator: "runge-kutta",
  },
  {
    name: "Runge-Kutta, ramp",
    steps: 40_000,
    input: ramp,
    rule: "latent",
    integrator: "runge-kutta",
  },
  {
    name: "Runge-Kutta, held input",
    steps: 500_000,
    input: hold,
    rule: "latent",
    integrator: "runge-kutta",
  },
  {
    name: "exponential Euler, ramp",
    steps: 150_000,
    input: ramp,
    rule: "latent",
    integrator: "exponential-euler",
  },
];

/** The rate engine on the network of figure 10d against forward Euler in numpy; for information. */
export function rateRows(): readonly BenchRow[] {
  return METHODS.flatMap((method) => {
    runSteps(method, method.steps / 10);
    const numpy: Baseline = {
      label: "Euler in numpy",
      speed: () => measureNumpy("numpy_rates", [50, NUMPY_STEPS]),
      bar: null,
    };
    return duelRows({
      name: `rate engine, N = 50, ${method.name}`,
      unit: "steps",
      ours: () => method.steps / runSteps(method, method.steps),
      baselines: hasNumpy() ? [numpy] : [],
    });
  });
}

/** @returns CPU seconds. */
function runSteps({ input, rule, integrator }: Method, steps: number): number {
  const duration = steps * DT;
  const spec = createSpec({
    ...{ engine: "rate", dt: DT, duration, input: input(duration) },
    network: createQuadraticNetwork(50, 0, rule === "reference" ? -0.5 : -0.25),
    rate: { rule, integrator, beta: [50], tauS: [0.5] },
  });
  const recorder = createMemoryRecorder(spec, PLAN);
  const engine = createEngine(spec);
  return cpuSeconds(() => engine.advance(spec.steps, recorder));
}
