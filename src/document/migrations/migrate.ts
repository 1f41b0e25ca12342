import type { ExperimentDoc } from "../types.ts";

/** One change of the file format: takes a document of version `from` to version `from + 1`. */
export interface Migration {
  readonly from: number;
  up(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** The version that this program writes. */
export const CURRENT_VERSION: ExperimentDoc["version"] = 1;

/** Every migration, contiguous from version 1; none is needed as long as version 1 is current. */
export const migrations: readonly Migration[] = [];

/** Bring a document of an older version up to date, one version at a time. */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  version: number,
  steps: readonly Migration[] = migrations,
): Readonly<Record<string, unknown>> {
  return steps
    .filter(({ from }) => from >= version)
    .reduce((current, { up }) => up(current), document);
}
