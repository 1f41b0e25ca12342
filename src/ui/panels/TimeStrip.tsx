import { type ReactNode, useMemo, useRef, useState } from "react";
import { paintTimeStrip } from "#plots";
import { useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { useLab } from "../lab/LabContext.tsx";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
import { Panel } from "./Panel.tsx";
import { StripHandles } from "./StripHandles.tsx";
import { StripTools } from "./StripTools.tsx";
import { createStripModel } from "./stripModel.ts";
import { type PanelSize, useCanvas } from "./useCanvas.ts";
import { useStripPointer } from "./useStripPointer.ts";

/** Input, readouts, raster and traces over one time axis, with the playhead. */
export function TimeStrip(): ReactNode {
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
      if (picture !== null) paintTimeStrip(sink, picture, theme);
    },
  });
  const [pen, setPen] = useState(false);
  const pointer = useStripPointer({ model, size, theme, pen });
  return (
    <Panel
      className="lb-time"
      title="Time"
      label="Input, readouts and spikes over time"
      actions={<StripTools pen={pen} setPen={setPen} />}
    >
      <canvas ref={canvas} data-run-phase={phase} data-pen={pen} {...pointer} />
      <StripHandles model={model} size={size} theme={theme} />
      {problem !== null && (
        <p className="lb-strip-problem" role="alert">
          {problem}
        </p>
      )}
    </Panel>
  );
}
