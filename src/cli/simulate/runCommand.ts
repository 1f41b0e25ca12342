import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { presets } from "#content";
import { spikesCsv, summariseRun, toResult } from "#exporters";
import type { Console } from "./console.ts";
import { type Loaded, loadExperiment } from "./loadExperiment.ts";
import { type Request, readArguments, USAGE } from "./readArguments.ts";
import { runExperiment } from "./runExperiment.ts";
import { writeJson } from "./writeJson.ts";

/** Exit status: done, our fault, bad input. */
type Status = 0 | 1 | 2;
type RunRequest = Extract<Request, { kind: "run" }>;

/**
 * Run the command line. Bad input gives one sentence for each problem on standard error and nothing on standard
 * output.
 *
 * @returns the exit status: 0 done, 2 bad input, 1 anything else.
 */
export async function runCommand(words: readonly string[], console: Console): Promise<Status> {
  try {
    return await obey(words, console);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.complain(`The simulation could not be finished: ${reason}`);
    return 1;
  }
}

async function obey(words: readonly string[], console: Console): Promise<Status> {
  const read = readArguments(words);
  if (!read.ok) return refuse(console, [read.sentence]);
  const { request } = read;
  if (request.kind === "help") await console.print([`${USAGE}\n`]);
  else if (request.kind === "list") await console.print(presets.map(({ id }) => `${id}\n`));
  else return simulate(request, console);
  return 0;
}

async function simulate(request: RunRequest, console: Console): Promise<Status> {
  const target = request.out === null ? null : resolve(console.folder, request.out);
  const fault = target === null ? null : await findTargetFault(target, request.out ?? "");
  if (fault !== null) return refuse(console, [fault]);
  const loaded = await loadExperiment(request.source, console.folder);
  if (!loaded.ok) return refuse(console, loaded.sentences);
  const result = compute(loaded, request.isCsv, console);
  if (!result.ok) return refuse(console, [result.sentence]);
  if (target === null) await console.print(result.chunks);
  else await console.save(target, result.chunks);
  return 0;
}

function refuse(console: Console, sentences: readonly string[]): Status {
  for (const sentence of sentences) console.complain(sentence);
  return 2;
}

/** Found out before the run, so that nobody waits for a result that has nowhere to go. */
async function findTargetFault(path: string, given: string): Promise<string | null> {
  const name = JSON.stringify(given);
  const isFolder = async (candidate: string): Promise<boolean> => {
    try {
      return (await stat(candidate)).isDirectory();
    } catch {
      return false;
    }
  };
  if (await isFolder(path)) return `--out ${name} is a folder; give the name of a file.`;
  if (await isFolder(dirname(path))) return null;
  return `--out ${name} is in a folder that does not exist; give a file in one that does.`;
}

function compute(
  { experiment, warnings: before }: Extract<Loaded, { ok: true }>,
  isCsv: boolean,
  console: Console,
):
  | { readonly ok: true; readonly chunks: Iterable<string> }
  | { readonly ok: false; readonly sentence: string } {
  const run = runExperiment(experiment);
  if (!run.ok) return run;
  const { network, traces } = run;
  const warnings = [...before, ...run.warnings];
  const hasSteps = experiment.dynamics.engine === "clock";
  if (isCsv) {
    // A table of spikes has no place for warnings.
    for (const warning of warnings) console.complain(`Warning: ${warning}`);
    return { ok: true, chunks: [spikesCsv(traces, network, hasSteps)] };
  }
  const { duration } = experiment;
  const result = toResult(traces, { network, duration, hasSteps, warnings });
  const summary = { ...result.summary, ...summariseRun(experiment, network, traces) };
  return { ok: true, chunks: withNewline(writeJson({ ...result, summary })) };
}

function* withNewline(chunks: Iterable<string>): Generator<string, void, undefined> {
  yield* chunks;
  yield "\n";
}
