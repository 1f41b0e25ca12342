import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { MathSymbol } from "../controls/MathSymbol.tsx";
import { NeuronRow } from "./NeuronRow.tsx";
import { NEURON_COLUMNS } from "./neuronColumns.ts";
import { type NeuronRows, neuronAt, typeOf } from "./neuronRows.ts";
import { useRowWindow } from "./useRowWindow.ts";
import { useTableKeys } from "./useTableKeys.ts";
import "./neuronTable.css";

interface NeuronTableProps {
  readonly rows: NeuronRows;
}

/** Every neuron with its exact numbers: choose rows as in a spreadsheet, Enter or double click to edit. */
export function NeuronTable({ rows }: NeuronTableProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const view = useRowWindow(box, rows.count);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const keys = useTableKeys({ rows, box, rowHeightPx: view.rowHeightPx });
  useEffect(() => {
    if (keys.editing >= 0) setError(null);
  }, [keys.editing]);
  const shown = Array.from({ length: view.last - view.first }, (_, place) => view.first + place);
  return (
    <>
      <div className="lb-table-box" ref={box}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
          role="grid"
          className="lb-table"
          aria-label="Neurons"
          aria-multiselectable="true"
          aria-rowcount={rows.count + 1}
          aria-describedby={errorId}
        >
          <TableHead />
          <tbody>
            <Blank rows={view.first} heightPx={view.rowHeightPx} />
            {shown.map((row) => {
              const neuron = neuronAt(rows, row);
              return neuron === null ? null : (
                <NeuronRow
                  key={`${neuron.population}/${neuron.index}`}
                  row={row}
                  {...neuron}
                  type={typeOf(rows, neuron.population)}
                  editing={keys.editing === row}
                  reachable={keys.current === row}
                  choose={keys.choose}
                  startEditing={keys.startEditing}
                  onKey={keys.onKey}
                  complain={setError}
                />
              );
            })}
            <Blank rows={rows.count - view.last} heightPx={view.rowHeightPx} />
          </tbody>
        </table>
      </div>
      <p className="lb-parameter-error" id={errorId} role="alert" hidden={error === null}>
        {error}
      </p>
    </>
  );
}

function TableHead(): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">
          <span className="lb-hidden">Neuron</span>
        </th>
        {NEURON_COLUMNS.map(({ id, label, symbol, help }) => (
          <th scope="col" key={id} aria-label={label} data-explain={help}>
            <MathSymbol markup={symbol} />
          </th>
        ))}
        <th scope="col" data-explain="Spikes of the neuron in the analysis window.">
          spikes
        </th>
      </tr>
    </thead>
  );
}

/** Room of the rows that are out of sight. */
function Blank({
  rows,
  heightPx,
}: {
  readonly rows: number;
  readonly heightPx: number;
}): ReactNode {
  if (rows <= 0) return null;
  return (
    <tr>
      <td style={{ height: rows * heightPx, padding: 0, border: 0 }} />
    </tr>
  );
}
