import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useMemo } from "react";
import { isHovered, isSelected } from "#store";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { labelOf } from "../lab/neuronLabel.ts";
import { LiveText } from "./LiveText.tsx";
import { Marker } from "./Marker.tsx";
import { NeuronCell } from "./NeuronCell.tsx";
import { NEURON_COLUMNS } from "./neuronColumns.ts";
import type { RowBlock } from "./neuronRows.ts";

interface NeuronRowProps {
  readonly row: number;
  readonly population: string;
  readonly index: number;
  readonly type: RowBlock["type"];
  readonly editing: boolean;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  choose(row: number, event: MouseEvent): void;
  startEditing(row: number, parameter: string | null): void;
  onKey(row: number, event: KeyboardEvent): void;
  complain(message: string | null): void;
}

/** One neuron as a row of the table; renders alone when its own numbers change. */
export const NeuronRow = memo(Row);

function Row(props: NeuronRowProps): ReactNode {
  const { row, population, index, type, editing, complain } = props;
  const neuron = useMemo(() => ({ population, index }), [population, index]);
  const { hover } = useActions();
  const selected = useApp((state) => isSelected(state, neuron));
  const hovered = useApp((state) => isHovered(state, neuron));
  const name = labelOf(neuron);
  return (
    <tr
      data-row={row}
      data-type={type}
      data-hovered={hovered}
      aria-rowindex={row + 2}
      aria-selected={selected}
      tabIndex={props.reachable ? 0 : -1}
      onClick={(event) => props.choose(row, event)}
      onDoubleClick={(event) => props.startEditing(row, parameterUnder(event))}
      onKeyDown={(event) => props.onKey(row, event)}
      onPointerEnter={() => hover(neuron)}
      onPointerLeave={() => hover(null)}
    >
      <th scope="row">
        <Marker type={type} />
        {name}
      </th>
      {NEURON_COLUMNS.map(({ id, parameters }) => (
        <NeuronCell
          key={id}
          parameter={parameters[type]}
          neuron={neuron}
          editing={editing}
          complain={complain}
        />
      ))}
      <td>
        <LiveText
          read={({ summary }) => (summary === null ? "" : String(summary.spikeCount(neuron)))}
        />
      </td>
    </tr>
  );
}

/** Id of the parameter whose cell was pressed, or null. */
function parameterUnder({ target }: MouseEvent): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest("[data-parameter]")?.getAttribute("data-parameter") ?? null;
}
