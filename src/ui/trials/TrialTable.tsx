import { type ReactNode, useMemo } from "react";
import type { Drawing } from "./pictures.ts";
import type { TrialRun } from "./trialRun.ts";
import { shownTable, summaryTable } from "./trialTable.ts";

interface TrialTableProps {
  readonly run: TrialRun;
  readonly revision: number;
  readonly drawing: Drawing;
}

/** The results as a table, for reading and for screen readers. */
export function TrialTable({ run, revision, drawing }: TrialTableProps): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: results grow inside the same run
  const { columns, rows } = useMemo(
    () => (run.variable === null ? summaryTable(run, drawing.spread) : shownTable(run, drawing)),
    [run, revision, drawing],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="lb-trials-table" aria-label="Results of the trials" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
