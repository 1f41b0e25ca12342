import type { SweepVariable } from "#document";
import { type AxisName, parseRichText } from "#plots";
import { describeEdit } from "../controls/describeTarget.ts";

/** What is varied, in words: "voltage noise of all populations", "decoder of I 3". */
export function describeVariable({ parameter, targets }: SweepVariable): string {
  const [only, another] = targets;
  if (only === undefined) return parameter.label;
  return another === undefined
    ? describeEdit(parameter, only)
    : `${parameter.label} of all populations`;
}

/** The name of its axis, with the unit. */
export function nameAxis(variable: SweepVariable): AxisName {
  const { parameter } = variable;
  const words = describeVariable(variable);
  const unit = parameter.unit === "" ? "" : ` (${parameter.unit.replace(/\btau\b/, "*τ*")})`;
  // Names of populations are the user's words: no markup is read in them.
  return {
    words: [{ text: capitalise(words) }, ...parseRichText(unit)],
    short: parseRichText(`${capitalise(parameter.label)}${unit}`),
  };
}

function capitalise(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
