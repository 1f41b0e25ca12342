import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { useActions, useAppStore } from "../hooks/StoreProvider.tsx";
import { type NeuronRows, neuronsBetween } from "./neuronRows.ts";
import { chooseRow, type Modifiers, moveRow } from "./rowSelection.ts";

interface TableParts {
  readonly rows: NeuronRows;
  readonly box: RefObject<HTMLElement | null>;
  readonly rowHeightPx: number;
}

/** What the rows need to be chosen, walked and edited. */
export interface TableKeys {
  /** Row that has or would get the focus. */
  readonly current: number;
  /** Row whose numbers are fields, or -1. */
  readonly editing: number;
  choose(row: number, event: MouseEvent): void;
  startEditing(row: number, parameter: string | null): void;
  onKey(row: number, event: KeyboardEvent): void;
}

/** Choosing rows by mouse and keys, with a roving focus and a row in edit mode. */
export function useTableKeys({ rows, box, rowHeightPx }: TableParts): TableKeys {
  const store = useAppStore();
  const { select } = useActions();
  const [current, setCurrent] = useState(0);
  const [editing, setEditing] = useState(-1);
  const anchor = useRef(0);
  const wanted = useRef<string | null>(null);

  // The focus goes to its place after the row has been rendered.
  useEffect(() => {
    if (wanted.current === null) return;
    box.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  });

  const take = useCallback(
    (row: number, modifiers: Modifiers) => {
      const { selection } = store.getState().view;
      select(chooseRow({ rows, selection, anchor: anchor.current, row, modifiers }));
      if (!modifiers.shiftKey) anchor.current = row;
      setCurrent(row);
      setEditing((before) => (before === row ? before : -1));
    },
    [rows, select, store],
  );

  const edit = useCallback((row: number, parameter: string | null) => {
    const field = parameter === null ? "input" : `input[data-parameter="${parameter}"]`;
    wanted.current = `tr[data-row="${row}"] ${field}`;
    setCurrent(row);
    setEditing(row);
  }, []);

  const leave = useCallback((row: number) => {
    wanted.current = `tr[data-row="${row}"]`;
    setEditing(-1);
  }, []);

  const onKey = useCallback(
    (row: number, event: KeyboardEvent) => {
      const inField = event.target !== event.currentTarget;
      const intent = inField ? readFieldKey(event) : readRowKey(event, row, rows.count);
      if (intent === null) return;
      event.preventDefault();
      // The lab's own keys (space plays) must not act as well.
      event.stopPropagation();
      switch (intent.kind) {
        case "move":
          scrollToRow(box.current, intent.row, rowHeightPx);
          wanted.current = `tr[data-row="${intent.row}"]`;
          take(intent.row, event);
          break;
        case "edit":
          edit(row, null);
          break;
        case "leave":
          leave(row);
          break;
        case "toggle":
          take(row, { shiftKey: false, ctrlKey: true, metaKey: false });
          break;
        case "all":
          select(neuronsBetween(rows, 0, rows.count - 1));
          break;
      }
    },
    [rows, box, rowHeightPx, take, edit, leave, select],
  );

  const choose = useCallback(
    (row: number, event: MouseEvent) => {
      if (event.target instanceof HTMLInputElement) return;
      take(row, event);
    },
    [take],
  );
  const reachable = Math.min(current, Math.max(0, rows.count - 1));
  return { current: reachable, editing, choose, startEditing: edit, onKey };
}

/** Bring a row into sight; it may not be rendered yet. */
function scrollToRow(box: HTMLElement | null, row: number, rowHeightPx: number): void {
  if (box === null) return;
  const top = row * rowHeightPx;
  const bottom = top + 2 * rowHeightPx;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}

/** What a key means in the table. */
type Intent =
  | { readonly kind: "move"; readonly row: number }
  | { readonly kind: "edit" | "leave" | "toggle" | "all" };

function readFieldKey({ key }: KeyboardEvent): Intent | null {
  return key === "Enter" || key === "Escape" ? { kind: "leave" } : null;
}

function readRowKey(event: KeyboardEvent, row: number, count: number): Intent | null {
  const next = moveRow(event.key, row, count);
  if (next !== null) return { kind: "move", row: next };
  if (event.key === "Enter" || event.key === "F2") return { kind: "edit" };
  if (event.key === " ") return { kind: "toggle" };
  const all = event.key === "a" && (event.ctrlKey || event.metaKey);
  return all ? { kind: "all" } : null;
}
