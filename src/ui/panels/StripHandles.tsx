import { type ReactNode, useRef } from "react";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { useLab } from "../lab/LabContext.tsx";
import { Handle, type HandleState } from "./Handle.tsx";
import { InputHandles } from "./InputHandles.tsx";
import type { StripContext } from "./stripModel.ts";
import { useRunParameter } from "./useRunParameter.ts";

/** Everything on the strip that can be grabbed: playhead, analysis window, end of the run, input course. */
export function StripHandles(context: StripContext): ReactNode {
  const live = useApp((state) => state.view.mode === "live");
  if (live) return null;
  return (
    <div className="lb-overlay">
      <PlayheadHandle {...context} />
      <RunEdge {...context} parameter="window.from" name="Analysis window from" />
      <RunEdge {...context} parameter="window.to" name="Analysis window to" />
      <RunEdge {...context} parameter="duration" name="Duration of the run" />
      <InputHandles {...context} />
    </div>
  );
}

function PlayheadHandle({ model, size, theme }: StripContext): ReactNode {
  const lab = useLab();
  const store = useAppStore();
  const { setPlaying } = useActions();
  const duration = (): number => store.getState().experiment.duration;
  const read = (): HandleState => {
    const view = model.timeView(size.current, theme);
    const { time, timeRange } = lab.data;
    const seen = time >= timeRange[0] && time <= timeRange[1];
    return {
      place: seen ? { x: view.screenX(time), y: view.rect.y } : null,
      value: time,
      min: 0,
      max: duration(),
      text: `${time.toFixed(2)} tau`,
    };
  };
  const before = useRef(0);
  return (
    <Handle
      name="Playhead"
      part="time"
      explain="The moment shown in the other views; drag it, or use the arrow keys."
      read={read}
      begin={() => {
        before.current = lab.data.time;
        setPlaying(false);
      }}
      move={({ x }) => lab.seek(model.timeView(size.current, theme).modelX(x), false)}
      commit={() => lab.seek(lab.data.time, true)}
      cancel={() => lab.seek(before.current, true)}
      nudge={(steps) => {
        setPlaying(false);
        const [from, to] = lab.data.timeRange;
        lab.seek(lab.data.time + (steps * (to - from)) / 100, true);
      }}
    />
  );
}

interface RunEdgeProps extends StripContext {
  readonly parameter: "window.from" | "window.to" | "duration";
  readonly name: string;
}

/** A time of the document on the axis below the rows. */
function RunEdge({ model, size, theme, parameter, name }: RunEdgeProps): ReactNode {
  const edge = useRunParameter(parameter);
  const read = (): HandleState => {
    const view = model.timeView(size.current, theme);
    const value = edge.read();
    const x = view.screenX(value);
    const { rect } = view;
    // The run may be made longer than the axis, which follows when the handle is let go.
    const end = parameter === "duration" ? size.current.width : rect.x + rect.width + 1;
    const seen = x >= rect.x - 1 && x <= end;
    // The end of the run sits above the end of the window, which is often the same moment.
    const y = rect.y + rect.height * (parameter === "duration" ? 0.5 : 1);
    return {
      place: seen ? { x, y } : null,
      value,
      min: edge.min,
      max: edge.max,
      text: `${Number(value.toPrecision(5))} tau`,
    };
  };
  return (
    <Handle
      name={name}
      part="time"
      explain={edge.help}
      read={read}
      begin={edge.begin}
      move={({ x }) => edge.set(model.timeView(size.current, theme).modelX(x))}
      commit={edge.commit}
      cancel={edge.cancel}
      nudge={edge.nudge}
    />
  );
}
