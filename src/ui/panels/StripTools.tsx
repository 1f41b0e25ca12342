import type { ReactNode } from "react";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { useLab } from "../lab/LabContext.tsx";
import { inputAt } from "../lab/present.ts";
import { type SpikeWalk, useSpikeWalk } from "../lab/spikeWalk.ts";
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
  const walk = useSpikeWalk();
  return (
    <>
      <button
        type="button"
        className="lb-chip"
        disabled={live}
        data-explain="Go to the spike before, of the selected neurons when there are any, and explain it (key ,)."
        aria-label="Previous spike"
        onClick={() => walk.go(-1)}
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
        data-explain="Go to the next spike, of the selected neurons when there are any, and explain it (key .)."
        aria-label="Next spike"
        onClick={() => walk.go(1)}
      >
        spike ›
      </button>
      <StepButtons walk={walk} live={live} />
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

interface StepButtonsProps {
  readonly walk: SpikeWalk;
  readonly live: boolean;
}

function StepButtons({ walk, live }: StepButtonsProps): ReactNode {
  return (
    <span className="lb-tools-group lb-wide-only">
      <button
        type="button"
        className="lb-chip"
        disabled={live}
        aria-label="Step back"
        data-explain="Go back by a single time step (key <)."
        onClick={() => walk.step(-1)}
      >
        ‹ step
      </button>
      <button
        type="button"
        className="lb-chip"
        aria-label="Step on"
        data-explain="Advance by a single time step (key >)."
        onClick={() => walk.step(1)}
      >
        step ›
      </button>
    </span>
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
  const isRate = useApp((state) => state.experiment.dynamics.engine === "rate");
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
            {id === "none" && isRate ? "readouts only" : label}
          </option>
        ))}
      </select>
    </>
  );
}
