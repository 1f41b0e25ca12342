import { type ReactNode, useCallback, useId, useState } from "react";
import { NumberField } from "../controls/NumberField.tsx";
import { clamp, type NumberRules, quantise } from "../controls/numbers.ts";
import type { Gesture } from "../controls/useGesture.ts";

/** A setting of the view has no history: steps are taken one by one. */
const NO_GESTURE: Gesture = {
  isOpen: () => false,
  begin: () => undefined,
  edit: () => undefined,
  commit: () => undefined,
  cancel: () => undefined,
};

interface PlainNumberProps {
  /** Shown before the field. */
  readonly caption: string;
  readonly rules: NumberRules;
  readonly value: number;
  readonly gesture?: Gesture;
  readonly whole?: boolean;
  set(value: number): void;
}

/** A short caption and a number to type, with a sentence below when the entry is bad. */
export function PlainNumber(props: PlainNumberProps): ReactNode {
  const { caption, rules, value, gesture = NO_GESTURE, whole = false } = props;
  const errorId = useId();
  const [error, setError] = useState<string | null>(null);
  const complain = useCallback((message: string | null) => setError(message), []);
  const set = (next: number): void => {
    const allowed = clamp(next, rules.min, rules.max);
    props.set(whole ? Math.round(allowed) : allowed);
  };
  return (
    <div className="lb-trials-number">
      <span aria-hidden="true">{caption}</span>
      <NumberField
        rules={rules}
        name={rules.label}
        value={value}
        gesture={gesture}
        disabled={false}
        errorId={errorId}
        invalid={error !== null}
        set={set}
        step={(by) => set(quantise(value + by, Math.min(rules.step, Math.abs(by))))}
        complain={complain}
      />
      {error !== null && (
        <p className="lb-parameter-error" id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
