import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../reference/fixtures/cases/", import.meta.url);

/** What a reference run gave. */
export interface ExpectedRun {
  readonly spikes?: Readonly<
    Record<string, { readonly neuron: readonly number[]; readonly step: readonly number[] }>
  >;
  /** `time` and one list for each population. */
  readonly latents: Readonly<Record<string, readonly number[]>>;
}

/** Names of all reference cases. */
export function listReferenceCases(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".experiment.json"))
    .map((file) => file.replace(".experiment.json", ""));
}

/** The experiment file of a case, as text. */
export function readReferenceExperiment(name: string): string {
  return readFileSync(new URL(`${name}.experiment.json`, FOLDER), "utf8");
}

/** What the case must give. */
export function readExpectedRun(name: string): ExpectedRun {
  return JSON.parse(readFileSync(new URL(`${name}.expected.json`, FOLDER), "utf8"));
}
