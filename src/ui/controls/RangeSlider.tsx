import {
  type ChangeEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useRef,
} from "react";
import { readStep } from "./keyboardStep.ts";
import { clamp, formatValue, type NumberRules, quantise } from "./numbers.ts";
import type { Gesture } from "./useGesture.ts";

interface RangeSliderProps {
  readonly rules: NumberRules;
  readonly name: string;
  /** Null when the selected neurons differ. */
  readonly value: number | null;
  readonly gesture: Gesture;
  readonly disabled: boolean;
  set(value: number): void;
  /** Add to the value (to each value when they differ). */
  step(by: number): void;
}

/**
 * The browser's own slider with the project's steps. A press and a held key are each one gesture; Escape puts
 * everything back and the rest of that drag is ignored.
 */
export function RangeSlider(props: RangeSliderProps): ReactNode {
  const { rules, value, gesture, name } = props;
  const dropped = useRef(false);
  const middle = (rules.sliderMin + rules.sliderMax) / 2;
  const shown = clamp(value ?? middle, rules.sliderMin, rules.sliderMax);
  const share = (shown - rules.sliderMin) / (rules.sliderMax - rules.sliderMin);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    if (!dropped.current) props.set(quantise(event.currentTarget.valueAsNumber, rules.step));
  };
  const release = () => {
    dropped.current = false;
    gesture.commit();
  };
  return (
    <input
      type="range"
      className="lb-range"
      data-mixed={value === null}
      style={shareStyle(share)}
      min={rules.sliderMin}
      max={rules.sliderMax}
      step="any"
      value={shown}
      disabled={props.disabled}
      aria-label={name}
      aria-valuetext={speakValue(value, rules)}
      onChange={onChange}
      onPointerDown={() => {
        dropped.current = false;
        gesture.begin();
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onBlur={release}
      onKeyUp={gesture.commit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && gesture.isOpen()) {
          event.preventDefault();
          dropped.current = true;
          gesture.cancel();
        } else onKey(event, props);
      }}
    />
  );
}

function onKey(event: KeyboardEvent, { rules, gesture, set, step }: RangeSliderProps): void {
  const by = readStep(event, rules);
  const end = { Home: rules.sliderMin, End: rules.sliderMax }[event.key];
  if (by === null && end === undefined) return;
  event.preventDefault();
  gesture.begin();
  if (by !== null) step(by);
  else if (end !== undefined) set(end);
}

/** The value in words for a screen reader. */
function speakValue(value: number | null, rules: NumberRules): string {
  if (value === null) return "mixed";
  return [formatValue(value, rules), rules.unit].filter((text) => text !== "").join(" ");
}

interface ShareStyle extends CSSProperties {
  readonly "--lb-share": number;
}

/** How much of the track is filled, as the custom property that the style sheet reads. */
function shareStyle(share: number): ShareStyle {
  return { "--lb-share": share };
}
