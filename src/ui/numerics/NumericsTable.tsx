import type { ReactNode } from "react";
import type { NumericsDetail } from "#document";

interface NumericsTableProps {
  readonly details: readonly NumericsDetail[];
}

/** Every number behind the badge with what it is. */
export function NumericsTable({ details }: NumericsTableProps): ReactNode {
  if (details.length === 0) return null;
  return (
    <dl className="lb-numerics-table">
      {details.map(({ name, value, meaning, state }) => (
        <div key={name} data-verdict={state}>
          <dt>{name}</dt>
          <dd className="lb-numerics-value">
            {value}
            {state === "green" ? null : <span> {state === "red" ? "(wrong)" : "(coarse)"}</span>}
          </dd>
          <dd className="lb-numerics-meaning">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
