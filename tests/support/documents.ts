import { type ExperimentDoc, parseExperiment } from "#document";
import { eiFile, type Json, tangentFile } from "./experimentFiles.ts";

/** The document of a file that is known to be good. */
export function documentOf(file: Json): ExperimentDoc {
  const result = parseExperiment(file);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(" "));
  return result.experiment;
}

/** Two E and three I neurons, explicit. */
export function eiDocument(change: Json = {}): ExperimentDoc {
  return documentOf({ ...eiFile(), ...change });
}

/** Ten I neurons, tangent to a parabola. */
export function tangentDocument(change: Json = {}): ExperimentDoc {
  return documentOf({ ...tangentFile(), ...change });
}

/** The sentences about a file that is known to be bad; empty when it is good. */
export function sentencesOf(file: unknown): readonly string[] {
  const result = parseExperiment(file);
  return result.ok ? [] : result.problems.map(({ message }) => message);
}
