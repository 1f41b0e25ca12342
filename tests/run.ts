/**
 * The one test command: unit, property, reference, content, type and interface tests, then the browser tasks.
 * Prints what every suite says and closes with the line "N passed, N failed".
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

interface Count {
  readonly passed: number;
  readonly failed: number;
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function runSuite(name: string, projects: readonly string[]): Count {
  const file = `reports/${name}.json`;
  rmSync(file, { force: true });
  const run = spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...process.argv.slice(2),
    ],
    { stdio: "inherit" },
  );
  const report = readReport(file);
  if (report === null) return { passed: 0, failed: 1 };
  // A file that does not load, or an error outside a test, fails the suite without a failed test.
  const broken = run.status !== 0 && report.numFailedTests === 0 ? 1 : 0;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

mkdirSync("reports", { recursive: true });
const counts = [runSuite("core", ["core", "ui"]), runSuite("browser", ["browser"])];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
