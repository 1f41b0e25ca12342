import {
  type ChangeEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useRef,
} from "react";
import type { Parameter } from "#document";
import { readStep } from "./keyboardStep.ts";
import { clamp, formatValue, quantise } from "./numbers.ts";
import type { Gesture } from "./useGesture.ts";

interface RangeSliderProps {
  readonly parameter: Parameter;
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
  const { parameter, value, gesture, name } = props;
  const dropped = useRef(false);
  const middle = (parameter.sliderMin + parameter.sliderMax) / 2;
  const shown = clamp(value ?? middle, parameter.sliderMin, parameter.sliderMax);
  const share = (shown - parameter.sliderMin) / (parameter.sliderMax - parameter.sliderMin);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    if (!dropped.current) props.set(quantise(event.currentTarget.valueAsNumber, parameter.step));
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
      min={parameter.sliderMin}
      max={parameter.sliderMax}
      step="any"
      value={shown}
      disabled={props.disabled}
      aria-label={name}
      aria-valuetext={speakValue(value, parameter)}
      onChange={onChange}
      onPointerDown={() => {
        dropped.current = false;
        gesture.begin();
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onBlur={release}
      onKeyUp={release}
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

function onKey(event: KeyboardEvent, { parameter, gesture, set, step }: RangeSliderProps): void {
  const by = readStep(event, parameter);
  const end = { Home: parameter.sliderMin, End: parameter.sliderMax }[event.key];
  if (by === null && end === undefined) return;
  event.preventDefault();
  gesture.begin();
  if (by !== null) step(by);
  else if (end !== undefined) set(end);
}

/** The value in words for a screen reader. */
function speakValue(value: number | null, parameter: Parameter): string {
  if (value === null) return "mixed";
  return [formatValue(value, parameter), parameter.unit].filter((text) => text !== "").join(" ");
}

interface ShareStyle extends CSSProperties {
  readonly "--lb-share": number;
}

/** How much of the track is filled, as the custom property that the style sheet reads. */
function shareStyle(share: number): ShareStyle {
  return { "--lb-share": share };
}
