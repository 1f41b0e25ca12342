import { type ReactNode, useId, useState } from "react";
import { MathSymbol } from "./MathSymbol.tsx";
import { NumberField } from "./NumberField.tsx";
import type { NumberRules } from "./numbers.ts";
import { RangeSlider } from "./RangeSlider.tsx";
import type { Gesture } from "./useGesture.ts";
import "./controls.css";

interface NumberRowProps {
  readonly rules: NumberRules & { readonly symbol: string; readonly help: string };
  /** What a screen reader calls it: "threshold of I 3". */
  readonly name: string;
  /** Null when the selected neurons differ. */
  readonly value: number | null;
  readonly gesture: Gesture;
  readonly disabled?: boolean;
  /** Shown in place of the slider. */
  readonly instead?: ReactNode;
  set(value: number): void;
  step(by: number): void;
}

/** A quantity as label, symbol, slider and number to type, with a sentence below when the entry is bad. */
export function NumberRow(props: NumberRowProps): ReactNode {
  const { rules, name, value, gesture, disabled = false, instead, set, step } = props;
  const errorId = useId();
  const [error, setError] = useState<string | null>(null);
  const shared = { rules, value, gesture, disabled, set, step };
  return (
    <div className="lb-parameter">
      <span className="lb-parameter-label" data-explain={rules.help}>
        {rules.label}
      </span>
      <span className="lb-parameter-symbol" data-explain={rules.help}>
        {rules.symbol !== rules.label && <MathSymbol markup={rules.symbol} />}
      </span>
      {instead ?? <RangeSlider {...shared} name={name} />}
      <NumberField
        {...shared}
        name={`${name}, number`}
        errorId={errorId}
        invalid={error !== null}
        complain={setError}
      />
      {error !== null && (
        <p className="lb-parameter-error" id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
