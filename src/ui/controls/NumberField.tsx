import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { readStep } from "./keyboardStep.ts";
import { formatValue, type NumberRules, parseTyped } from "./numbers.ts";
import type { Gesture } from "./useGesture.ts";

interface NumberFieldProps {
  readonly rules: NumberRules;
  readonly name: string;
  /** Null when the selected neurons differ. */
  readonly value: number | null;
  readonly gesture: Gesture;
  readonly disabled: boolean;
  /** Where the sentence about a bad entry stands. */
  readonly errorId: string;
  readonly invalid: boolean;
  set(value: number): void;
  step(by: number): void;
  /** A sentence about a bad entry, or null when there is none any more. */
  complain(message: string | null): void;
}

/**
 * A number to type. Enter and leaving the field commit, Escape goes back; a bad entry changes nothing and says
 * why. Arrow keys step as they do on the slider.
 */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { rules, value, complain } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const shown = value === null ? "" : formatValue(value, rules);

  // A change from elsewhere (undo, a handle, another selection) makes an old complaint meaningless.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the value changes, not when it is read
  useEffect(() => complain(null), [value, complain]);

  const commit = (): boolean => {
    if (draft === null || draft === shown) {
      setDraft(null);
      return true;
    }
    const typed = parseTyped(draft, rules);
    complain(typed.ok ? null : typed.message);
    if (typed.ok) {
      props.set(typed.value);
      setDraft(null);
    }
    return typed.ok;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") commit();
    else if (event.key === "Escape" && (draft !== null || props.invalid)) {
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
      complain(null);
    } else stepByKey(event, props, () => setDraft(null));
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      className="lb-field lb-number"
      data-entered={draft === null ? "" : undefined}
      aria-label={props.name}
      aria-invalid={props.invalid}
      {...(props.invalid ? { "aria-describedby": props.errorId } : {})}
      disabled={props.disabled}
      placeholder={value === null ? "mixed" : undefined}
      value={draft ?? shown}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        commit();
        setDraft(null);
        props.gesture.commit();
      }}
      onKeyUp={props.gesture.commit}
      onKeyDown={onKeyDown}
    />
  );
}

/** Up and Down step; Left and Right belong to the text cursor. */
function stepByKey(event: KeyboardEvent, props: NumberFieldProps, forget: () => void): void {
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") return;
  const by = readStep(event, props.rules);
  if (by === null) return;
  event.preventDefault();
  forget();
  props.gesture.begin();
  props.step(by);
}
