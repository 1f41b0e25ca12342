import type { ReactNode } from "react";
import { NumberRow } from "../controls/NumberRow.tsx";
import { clamp, type NumberRules } from "../controls/numbers.ts";
import type { Gesture } from "../controls/useGesture.ts";

interface ViewSliderProps {
  readonly rules: NumberRules & { readonly symbol: string; readonly help: string };
  readonly value: number;
  set(value: number): void;
}

/** What is held by hand in a live run is not part of the document: nothing to undo. */
const NO_GESTURE: Gesture = {
  isOpen: () => false,
  begin: () => undefined,
  edit: () => undefined,
  commit: () => undefined,
  cancel: () => undefined,
};

/** A slider and a number for a value of the view, looking like those of the parameter table. */
export function ViewSlider({ rules, value, set }: ViewSliderProps): ReactNode {
  const put = (next: number) => set(clamp(next, rules.min, rules.max));
  const row = { name: rules.label, value, gesture: NO_GESTURE, set: put };
  return <NumberRow rules={rules} {...row} step={(by) => put(value + by)} />;
}
