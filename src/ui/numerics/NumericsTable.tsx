import type { ReactNode } from "react";
import type { NumericsDetail, NumericsState } from "#document";

/** What a number's colour says, in words. */
const REMARKS: Readonly<Record<NumericsState, string>> = {
  green: "",
  amber: " (coarse)",
  red: " (wrong)",
};

interface NumericsTableProps {
  readonly details: readonly NumericsDetail[];
}

/** Every number behind the badge with what it is. */
export function NumericsTable({ details }: NumericsTableProps): ReactNode {
  if (details.length === 0) return null;
  return (
    <dl className="lb-numerics-table">
      {details.map(({ name, value, meaning, state }) => (
        <div key={name} {...(state === null ? {} : { "data-verdict": state })}>
          <dt>{name}</dt>
          <dd className="lb-numerics-value">
            {value}
            {REMARKS[state ?? "green"]}
          </dd>
          <dd className="lb-numerics-meaning">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
