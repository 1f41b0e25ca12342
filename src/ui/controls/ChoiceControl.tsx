import type { ReactNode } from "react";
import "./controls.css";

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceControlProps<Value extends string> {
  readonly label: string;
  readonly explain: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  choose(value: Value): void;
}

/** One of a few words, e.g. the method; the system's own list, which works on every device. */
export function ChoiceControl<Value extends string>(props: ChoiceControlProps<Value>): ReactNode {
  const { label, explain, value, options, choose } = props;
  return (
    <label className="lb-choice">
      <span className="lb-parameter-label" data-explain={explain}>
        {label}
      </span>
      <select
        className="lb-select"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) choose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
