import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("./numpy_baseline.py", import.meta.url));
// One thread, or CPU time would count them all.
const ONE_THREAD = { OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };

/** True when python3 with numpy is there. */
export function hasNumpy(): boolean {
  return spawnSync("python3", ["-c", "import numpy"]).status === 0;
}

/** Steps per CPU second of the numpy simulator, set-up not counted. */
export function measureNumpy(run: {
  readonly neurons: number;
  readonly steps: number;
  readonly sigma: number;
  readonly selfReset: number;
}): number {
  const { neurons, steps, sigma, selfReset } = run;
  const python = spawnSync(
    "python3",
    [SCRIPT, ...[neurons, steps, sigma, selfReset].map((value) => `${value}`)],
    { encoding: "utf8", env: { ...process.env, ...ONE_THREAD } },
  );
  const answer: { readonly stepsPerSecond: number } = JSON.parse(python.stdout);
  return answer.stepsPerSecond;
}
