import { findParameter } from "#document";
import { useActions, useAppStore } from "../hooks/StoreProvider.tsx";

/** A number of the whole run as something to drag. */
export interface RunParameterGrip {
  readonly min: number;
  readonly max: number;
  readonly help: string;
  read(): number;
  begin(): void;
  /** Set it to the nearest allowed value, within the open gesture. */
  set(value: number): void;
  commit(): void;
  cancel(): void;
  /** Keyboard: one undo step, in units of the parameter's key step. */
  nudge(steps: number): void;
}

const TARGET = { scope: "run" } as const;

/** Grip on a run parameter of the table. */
export function useRunParameter(id: string): RunParameterGrip {
  const store = useAppStore();
  const { edit, beginGesture, commitGesture, cancelGesture } = useActions();
  const parameter = findParameter(id);
  const { label, min, max, help, step, keyStep } = parameter;
  const clamp = (value: number): number =>
    Math.min(max, Math.max(min, Number((Math.round(value / step) * step).toFixed(9))));
  const read = (): number => parameter.read(store.getState().experiment, TARGET) ?? min;
  return {
    min,
    max,
    help,
    read,
    begin: () => beginGesture(label),
    set: (value) => edit(label, (open) => parameter.write(open, TARGET, clamp(value)), "gesture"),
    commit: commitGesture,
    cancel: cancelGesture,
    nudge: (steps) =>
      edit(label, (open) => parameter.write(open, TARGET, clamp(read() + steps * keyStep))),
  };
}
