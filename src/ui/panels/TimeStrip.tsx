import { type ReactNode, type RefObject, useMemo, useRef, useState } from "react";
import { paintChosenSpike, paintTimeStrip, type Theme } from "#plots";
import { useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { useSize } from "../hooks/useSize.ts";
import { useLab } from "../lab/LabContext.tsx";
import { explainedSpike } from "../lab/spikeMoment.ts";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
import { cornerOf, leftOfPlot } from "./axisZones.ts";
import { ExplainZones } from "./ExplainZones.tsx";
import { Panel } from "./Panel.tsx";
import { StripHandles } from "./StripHandles.tsx";
import { StripTools } from "./StripTools.tsx";
import { createStripModel, type StripModel } from "./stripModel.ts";
import { type PanelSize, useCanvas } from "./useCanvas.ts";
import { useStripPointer } from "./useStripPointer.ts";

/** Input, readouts, raster and traces over one time axis, with the playhead. */
export function TimeStrip({ tabs }: { readonly tabs: ReactNode }): ReactNode {
  const theme = usePlotTheme();
  const store = useAppStore();
  const lab = useLab();
  const phase = useApp((state) => state.run.phase);
  const problem = useApp((state) => state.run.problem);
  const size = useRef<PanelSize>({ width: 1, height: 1 });
  const model = useMemo(() => createStripModel(store, lab), [store, lab]);
  const canvas = useCanvas("time", {
    title: "Time strip",
    theme,
    dependencies: (now) => {
      size.current = now;
      return model.dependencies(now, theme);
    },
    paint(sink, now) {
      const picture = model.picture(now, theme);
      if (picture === null) return;
      paintTimeStrip(sink, picture, theme);
      const explained = explainedSpike(store.getState(), lab.data);
      if (explained !== null) paintChosenSpike(sink, { ...explained.moment, picture }, theme);
    },
  });
  const [pen, setPen] = useState(false);
  const pointer = useStripPointer({ model, size, theme, pen });
  return (
    <Panel
      className="lb-time"
      title="Time"
      label="Input, readouts and spikes over time"
      actions={
        <>
          <StripTools pen={pen} setPen={setPen} />
          {tabs}
        </>
      }
    >
      <canvas ref={canvas} data-run-phase={phase} data-pen={pen} {...pointer} />
      <StripZones canvas={canvas} model={model} theme={theme} />
      <StripHandles model={model} size={size} theme={theme} />
      {problem !== null && (
        <p className="lb-strip-problem" role="alert">
          {problem}
        </p>
      )}
    </Panel>
  );
}

interface StripZonesProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly model: StripModel;
  readonly theme: Theme;
}

const ROW_ZONES = {
  input: { id: "x", name: "Row of the input" },
  outputs: { id: "crossingCurve", name: "Row of the readouts" },
  raster: { id: "raster", name: "Row of the spikes" },
  traces: { id: "currents", name: "Row of voltages or currents" },
} as const;

function StripZones({ canvas, model, theme }: StripZonesProps): ReactNode {
  const size = useSize(canvas);
  // Which rows there are follows what the strip is asked to show.
  useApp((state) => state.view.show.traces);
  const { rows, area } = model.layout(size, theme);
  return (
    <ExplainZones
      zones={[
        ...rows.map(({ id, rect }) => ({ ...ROW_ZONES[id], ...leftOfPlot(rect) })),
        // The axis itself is dragged to pan: only its name explains.
        { id: "time", name: "Axis of time", ...cornerOf(area) },
      ]}
    />
  );
}
