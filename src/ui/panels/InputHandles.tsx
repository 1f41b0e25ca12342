import type { ReactNode } from "react";
import { type InputRecipe, setInput } from "#document";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import type { PanelPoint } from "./followPointer.ts";
import { Handle, type HandleState } from "./Handle.tsx";
import type { StripContext } from "./stripModel.ts";

/** A course with more points than this is edited as a whole (inspector), not point by point. */
const MOST_POINTS = 14;

/** The corners of the input course as grips in the strip's input row. */
export function InputHandles(context: StripContext): ReactNode {
  const input = useApp((state) => state.experiment.input);
  if (input.kind === "piecewise-linear" && input.points.length <= MOST_POINTS) {
    return input.points.map((_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the course
      <CornerHandle key={index} {...context} index={index} />
    ));
  }
  if (input.kind === "sine") return <SineHandle {...context} />;
  return null;
}

type PiecewiseLinear = Extract<InputRecipe, { kind: "piecewise-linear" }>;

/** Move one corner, keeping the order of times. */
function moveCorner(
  input: PiecewiseLinear,
  index: number,
  to: { readonly time: number; readonly value: number },
): InputRecipe {
  const earliest = input.points[index - 1]?.[0] ?? 0;
  const latest = input.points[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
  const time = Math.min(latest, Math.max(earliest, to.time));
  return {
    ...input,
    points: input.points.map((point, k) =>
      k === index ? [round(time), [round(to.value), ...point[1].slice(1)]] : point,
    ),
  };
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

function CornerHandle({
  model,
  size,
  theme,
  index,
}: StripContext & { readonly index: number }): ReactNode {
  const store = useAppStore();
  const { edit, beginGesture, commitGesture, cancelGesture } = useActions();
  const label = `input at corner ${index + 1}`;
  const corner = (): readonly [number, readonly number[]] => {
    const { input } = store.getState().experiment;
    const point = input.kind === "piecewise-linear" ? input.points[index] : undefined;
    return point ?? [0, [0]];
  };
  const write = (time: number, value: number, capture: "now" | "gesture"): void =>
    edit(
      label,
      (open) =>
        open.input.kind === "piecewise-linear"
          ? setInput(open, moveCorner(open.input, index, { time, value }))
          : open,
      capture,
    );
  const read = (): HandleState => {
    const view = model.rowView("input", size.current, theme);
    const [time, values] = corner();
    const value = values[0] ?? 0;
    const { ranges } = store.getState().view;
    const x = view?.screenX(time) ?? 0;
    const seen = view !== null && x >= view.rect.x - 1 && x <= view.rect.x + view.rect.width + 1;
    const y = view === null ? 0 : clampTo(view.screenY(value), view.rect.y, view.rect.height);
    return {
      place: seen ? { x, y } : null,
      value,
      min: ranges.x[0],
      max: ranges.x[1],
      text: `x ${value.toFixed(2)} at ${time.toFixed(2)} tau`,
    };
  };
  const move = ({ x, y }: PanelPoint, { shiftKey }: { readonly shiftKey: boolean }): void => {
    const view = model.rowView("input", size.current, theme);
    if (view === null) return;
    const [time] = corner();
    const to = view.toModel({ x, y });
    write(shiftKey ? time : to.x, to.y, "gesture");
  };
  return (
    <Handle
      name={`Input corner ${index + 1}`}
      part="input"
      vertical
      explain="A corner of the input course x(t); drag it, or set its value with the arrow keys."
      read={read}
      begin={() => beginGesture(label)}
      move={move}
      commit={commitGesture}
      cancel={cancelGesture}
      nudge={(steps) => {
        const { ranges } = store.getState().view;
        const [time, values] = corner();
        const step = (ranges.x[1] - ranges.x[0]) / 100;
        write(time, (values[0] ?? 0) + steps * step, "now");
      }}
    />
  );
}

/** Offset and amplitude of a sine in one grip: the first crest. */
function SineHandle({ model, size, theme }: StripContext): ReactNode {
  const store = useAppStore();
  const { edit, beginGesture, commitGesture, cancelGesture } = useActions();
  const label = "amplitude of the input";
  const sine = (): Extract<InputRecipe, { kind: "sine" }> | null => {
    const { input } = store.getState().experiment;
    return input.kind === "sine" ? input : null;
  };
  const crest = (): { readonly time: number; readonly value: number } => {
    const input = sine();
    if (input === null) return { time: 0, value: 0 };
    const turn = (0.25 - input.phase) % 1;
    return {
      time: (turn < 0 ? turn + 1 : turn) * input.period,
      value: (input.offset[0] ?? 0) + (input.amplitude[0] ?? 0),
    };
  };
  const write = (value: number, capture: "now" | "gesture"): void =>
    edit(
      label,
      (open) =>
        open.input.kind === "sine"
          ? setInput(open, {
              ...open.input,
              amplitude: [
                round(value - (open.input.offset[0] ?? 0)),
                ...open.input.amplitude.slice(1),
              ],
            })
          : open,
      capture,
    );
  const read = (): HandleState => {
    const view = model.rowView("input", size.current, theme);
    const { time, value } = crest();
    const { ranges } = store.getState().view;
    const x = view?.screenX(time) ?? 0;
    const seen = view !== null && x >= view.rect.x && x <= view.rect.x + view.rect.width;
    const y = view === null ? 0 : clampTo(view.screenY(value), view.rect.y, view.rect.height);
    return {
      place: seen ? { x, y } : null,
      value,
      min: ranges.x[0],
      max: ranges.x[1],
      text: `crest at ${value.toFixed(2)}`,
    };
  };
  return (
    <Handle
      name="Crest of the input"
      part="input"
      vertical
      explain="The crest of the sine that is the input; drag it to change the amplitude."
      read={read}
      begin={() => beginGesture(label)}
      move={({ x, y }) => {
        const view = model.rowView("input", size.current, theme);
        if (view !== null) write(view.toModel({ x, y }).y, "gesture");
      }}
      commit={commitGesture}
      cancel={cancelGesture}
      nudge={(steps) => {
        const { ranges } = store.getState().view;
        write(crest().value + (steps * (ranges.x[1] - ranges.x[0])) / 100, "now");
      }}
    />
  );
}

function clampTo(value: number, start: number, length: number): number {
  return Math.min(start + length, Math.max(start, value));
}
