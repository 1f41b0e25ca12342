import type { ReactNode } from "react";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { useLab } from "../lab/LabContext.tsx";
import { inputAt } from "../lab/present.ts";
import { nextSpike, previousSpike } from "../lab/spikeSearch.ts";
import { Icon } from "../shell/icons.tsx";
import { PanelToggle } from "./Panel.tsx";
import { zoomTime } from "./zoomTime.ts";

const TRACES = [
  { id: "none", label: "spikes only" },
  { id: "voltages", label: "voltages" },
  { id: "currents", label: "currents" },
] as const;

interface StripToolsProps {
  readonly pen: boolean;
  setPen(pen: boolean): void;
}

/** Play, step from spike to spike, draw, zoom, and what the strip shows. */
export function StripTools({ pen, setPen }: StripToolsProps): ReactNode {
  const playing = useApp((state) => state.playing);
  const live = useApp((state) => state.view.mode === "live");
  const { setPlaying } = useActions();
  const lab = useLab();
  const step = (search: typeof nextSpike) => () => {
    setPlaying(false);
    const time = search(lab.data.traces, lab.data.time);
    if (time !== null) lab.seek(time, true);
  };
  return (
    <>
      <button
        type="button"
        className="lb-chip"
        disabled={live}
        data-explain="Move the playhead to the spike before (key ,)."
        aria-label="Previous spike"
        onClick={step(previousSpike)}
      >
        ‹ spike
      </button>
      <button
        type="button"
        className="lb-chip lb-play"
        aria-pressed={playing}
        aria-label={playing ? "Pause" : "Play"}
        data-explain="Let time run or hold it (space)."
        onClick={() => setPlaying(!playing)}
      >
        <Icon name={playing ? "pause" : "play"} size={13} /> {playing ? "pause" : "play"}
      </button>
      <button
        type="button"
        className="lb-chip"
        disabled={live}
        data-explain="Move the playhead to the spike after (key .)."
        aria-label="Next spike"
        onClick={step(nextSpike)}
      >
        spike ›
      </button>
      <button
        type="button"
        className="lb-chip lb-wide-only"
        data-explain="Advance by a single time step."
        onClick={() => {
          setPlaying(false);
          lab.stepOnce();
        }}
      >
        step
      </button>
      <PanelToggle
        pressed={pen && !live}
        disabled={live}
        explain="Draw the input course by hand: drag over the row of x."
        onToggle={() => setPen(!pen)}
      >
        draw x
      </PanelToggle>
      <ModeChoice />
      <ViewTools />
    </>
  );
}

function ModeChoice(): ReactNode {
  const mode = useApp((state) => state.view.mode);
  const store = useAppStore();
  const { setView, setPlaying } = useActions();
  const lab = useLab();
  const toggle = (): void => {
    setPlaying(false);
    if (mode === "live") {
      setView({ mode: "protocol", time: 0 });
      return;
    }
    const { view } = store.getState();
    const now = inputAt(view, lab.data.traces, lab.data.time);
    setView({ mode: "live", liveInput: [now, ...view.liveInput.slice(1)] });
  };
  return (
    <PanelToggle
      pressed={mode === "live"}
      explain="Live: time runs on without end and the input follows your hand. Otherwise every edit runs the same input course again."
      onToggle={toggle}
    >
      live
    </PanelToggle>
  );
}

function ViewTools(): ReactNode {
  const traces = useApp((state) => state.view.show.traces);
  const unit = useApp((state) => state.view.timeUnit);
  const live = useApp((state) => state.view.mode === "live");
  const store = useAppStore();
  const { setView } = useActions();
  const lab = useLab();
  const zoom = (factor: number) => () => {
    const { experiment } = store.getState();
    const range = zoomTime(lab.data.timeRange, {
      factor,
      centre: lab.data.time,
      duration: experiment.duration,
    });
    setView({ timeRange: range });
  };
  return (
    <>
      <span className="lb-tools-group">
        <button
          type="button"
          className="lb-chip"
          aria-label="Zoom in on the playhead"
          disabled={live}
          onClick={zoom(0.5)}
        >
          +
        </button>
        <button
          type="button"
          className="lb-chip"
          aria-label="Zoom out"
          disabled={live}
          onClick={zoom(2)}
        >
          −
        </button>
        <button
          type="button"
          className="lb-chip lb-wide-only"
          disabled={live}
          data-explain="Show the whole run."
          onClick={() => setView({ timeRange: null })}
        >
          all
        </button>
      </span>
      <PanelToggle
        pressed={unit === "ms"}
        explain="Label time in milliseconds; one membrane time constant is 10 ms."
        onToggle={() => setView({ timeUnit: unit === "ms" ? "tau" : "ms" })}
      >
        ms
      </PanelToggle>
      <select
        className="lb-chip"
        aria-label="Lowest row of the strip"
        data-explain="What the lowest row shows of the selected neurons."
        value={traces}
        onChange={(event) => {
          const chosen = TRACES.find(({ id }) => id === event.currentTarget.value);
          if (chosen === undefined) return;
          setView({ show: { ...store.getState().view.show, traces: chosen.id } });
        }}
      >
        {TRACES.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}
