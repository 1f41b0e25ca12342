import type { ReactNode } from "react";
import { nearestNeurons } from "#model";
import { neuronName } from "#plots";
import { tellNumber } from "./tellMoment.ts";
import type { Explained } from "./useExplained.ts";

/** Rows of the table: of very many neurons those that a spike may matter to. */
const MOST_ROWS = 100;

/** The margins of the chart as numbers, nearest to threshold first. */
export function MarginTable({ explained }: { readonly explained: Explained }): ReactNode {
  const { moment, geometry } = explained;
  const { marginsBefore, marginsAfter } = moment;
  const rows = nearestNeurons(marginsAfter, MOST_ROWS);
  const isPart = rows.length < marginsAfter.length;
  return (
    <details className="lb-moment-table">
      <summary>All margins as numbers</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label="Margins as numbers">
        <table className="lb-numbers">
          <caption>
            Distance to threshold after the spike, nearest first
            {isPart && `; the nearest ${rows.length} of ${marginsAfter.length}`}.
          </caption>
          <thead>
            <tr>
              <th scope="col">neuron</th>
              <th scope="col">before</th>
              <th scope="col">after</th>
              <th scope="col">change</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((neuron) => {
              const before = marginsBefore[neuron] ?? 0;
              const after = marginsAfter[neuron] ?? 0;
              return (
                <tr key={neuron} data-fired={neuron === moment.neuron}>
                  <th scope="row">{neuronName(geometry.ei, neuron)}</th>
                  <td>{tellNumber(before)}</td>
                  <td>{tellNumber(after)}</td>
                  <td>{tellNumber(after - before)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}
