import type { KeyboardEvent, ReactNode } from "react";
import { useMemo, useRef, useState } from "react";
import type { NeuronRef, Parameter, ParameterTarget } from "#document";
import { describeEdit } from "../controls/describeTarget.ts";
import { decimalsOf, formatNumber, formatValue, parseTyped } from "../controls/numbers.ts";
import { useActions } from "../hooks/StoreProvider.tsx";
import { useCalmApp } from "../hooks/useCalmApp.ts";

interface NeuronCellProps {
  /** Null where neurons of this type have no such number. */
  readonly parameter: Parameter | null;
  readonly neuron: NeuronRef;
  readonly editing: boolean;
  complain(message: string | null): void;
}

/** One number of one neuron: text, or a field while its row is being edited. */
export function NeuronCell({ parameter, neuron, editing, complain }: NeuronCellProps): ReactNode {
  const target = useMemo<ParameterTarget>(
    () => ({ scope: "neurons", neurons: [neuron] }),
    [neuron],
  );
  const value = useCalmApp((state) => parameter?.read(state.experiment, target) ?? null);
  if (parameter === null || value === null) return <td>–</td>;
  if (!editing) {
    const digits = Math.min(2, decimalsOf(parameter.step));
    return <td data-parameter={parameter.id}>{formatNumber(value, digits)}</td>;
  }
  return (
    <td>
      <CellField parameter={parameter} target={target} value={value} complain={complain} />
    </td>
  );
}

interface CellFieldProps {
  readonly parameter: Parameter;
  readonly target: ParameterTarget;
  readonly value: number;
  complain(message: string | null): void;
}

/** Enter and leaving take the number, Escape puts the old one back; a bad one changes nothing and says why. */
function CellField({ parameter, target, value, complain }: CellFieldProps): ReactNode {
  const { edit } = useActions();
  const shown = formatValue(value, parameter);
  const [draft, setDraft] = useState<string | null>(null);
  const dropped = useRef(false);
  const name = describeEdit(parameter, target);
  const commit = () => {
    if (draft === null || dropped.current) return;
    setDraft(null);
    if (draft === shown) return;
    const typed = parseTyped(draft, parameter);
    complain(typed.ok ? null : typed.message);
    if (typed.ok) edit(name, (experiment) => parameter.write(experiment, target, typed.value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    if (event.key === "Escape") {
      // The row closes on Escape and the field is blurred by that: it must not commit then.
      dropped.current = true;
      complain(null);
    }
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      className="lb-cell-field"
      data-parameter={parameter.id}
      aria-label={name}
      value={draft ?? shown}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
