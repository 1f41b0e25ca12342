import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// One thread, or CPU time would count them all.
const ONE_THREAD = { OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };

let isThere: boolean | null = null;

/** True when python3 with numpy is there. */
export function hasNumpy(): boolean {
  isThere ??= spawnSync("python3", ["-c", "import numpy"]).status === 0;
  return isThere;
}

/** Simulators beside this file: one population of spikes, an E-I network of spikes, one population of rates. */
export type NumpyScript = "numpy_population" | "numpy_ei" | "numpy_rates";

/**
 * Steps per CPU second of a numpy simulator, set-up not counted.
 *
 * @param values what the script takes, in its order.
 */
export function measureNumpy(script: NumpyScript, values: readonly number[]): number {
  const path = fileURLToPath(new URL(`./${script}.py`, import.meta.url));
  const python = spawnSync("python3", [path, ...values.map((value) => `${value}`)], {
    encoding: "utf8",
    env: { ...process.env, ...ONE_THREAD },
  });
  const answer: { readonly stepsPerSecond: number } = JSON.parse(python.stdout);
  return answer.stepsPerSecond;
}
