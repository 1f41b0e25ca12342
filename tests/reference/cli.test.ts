import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";

/** Run the command as npm does: in the project's folder, with the user's in INIT_CWD. */
function simulate(...words: readonly string[]): {
  status: number | null;
  out: string;
  err: string;
} {
  const run = spawnSync(process.execPath, ["--import", "tsx", "src/cli/simulate.ts", ...words], {
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: tmpdir() },
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe("the command line as a process", () => {
  it("draws the published spikes of figure 5d", () => {
    const { status, out, err } = simulate("--preset", "fig-5cd");
    expect([status, err]).toEqual([0, ""]);
    const result = JSON.parse(out);
    // Podlaski & Machens 2024, figure 5d, run of the authors' script: 108 E and 155 I spikes, errors after the first
    // 5 tau against a crossing that the script rounds to 0.05; ours are sampled every tenth step.
    expect(result.summary.spikeCount).toEqual({ E: 108, I: 155 });
    expect(result.summary.crossingError.E.rms - 0.345).toBeCloseTo(0, 1);
    expect(result.summary.crossingError.I.rms - 0.654).toBeCloseTo(0, 1);
  });

  it("refuses a file that is not there with status 2 and nothing on standard output", () => {
    expect(simulate("nothing.json")).toEqual({
      status: 2,
      out: "",
      err: 'There is no file "nothing.json"; give an experiment file, a share link or --preset <id>.\n',
    });
  });
});
