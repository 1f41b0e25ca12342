import { type ExperimentDoc, parseExperiment } from "#document";

/**
 * Read a preset that is written in the public file format, as any other file is read.
 *
 * @throws Error with the first problem when the preset breaks the format.
 */
export function experimentFrom(file: Readonly<Record<string, unknown>>): ExperimentDoc {
  const header = { format: "latent-boundaries/experiment", version: 1 };
  const result = parseExperiment({ ...header, ...file });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.experiment;
}
