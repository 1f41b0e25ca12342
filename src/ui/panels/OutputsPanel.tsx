import { type ReactNode, type RefObject, useMemo, useRef } from "react";
import { plotArea, type Theme } from "#plots";
import { useAppStore } from "../hooks/StoreProvider.tsx";
import { useSize } from "../hooks/useSize.ts";
import { useLab } from "../lab/LabContext.tsx";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
import { belowPlot, leftOfPlot } from "./axisZones.ts";
import { ExplainZones } from "./ExplainZones.tsx";
import { type Grip, NeuronHandles } from "./NeuronHandles.tsx";
import { createOutputsScene } from "./outputsScene.ts";
import { Panel } from "./Panel.tsx";
import { type PanelSize, useCanvas } from "./useCanvas.ts";

const GRIPS: readonly Grip[] = (["E", "I"] as const).flatMap((side): readonly Grip[] => {
  const prefix = `output-${side}-`;
  const where = side === "E" ? "in the excitatory output" : "in the inhibitory output";
  return [
    { prefix, suffix: "line", name: (who) => `Threshold of ${who} ${where}` },
    { prefix, suffix: "slope-to", name: (who) => `Input weight of ${who}, right end ${where}` },
    { prefix, suffix: "slope-from", name: (who) => `Input weight of ${who}, left end ${where}` },
    { prefix, suffix: "decoder", name: (who) => `Decoder of ${who} ${where}` },
  ];
});

/** What the network makes of its input: both readouts against the crossing. */
export function OutputsPanel({ tabs }: { readonly tabs: ReactNode }): ReactNode {
  const theme = usePlotTheme();
  const store = useAppStore();
  const lab = useLab();
  const scene = useMemo(() => createOutputsScene(store, lab), [store, lab]);
  const size = useRef<PanelSize>({ width: 0, height: 0 });
  const canvas = useCanvas("outputs", {
    title: "Readouts over input",
    theme,
    dependencies: (now) => {
      size.current = now;
      return scene.dependencies(now, theme);
    },
    paint: (sink, now) => scene.paint(sink, now, theme),
  });
  return (
    <Panel
      className="lb-area-outputs"
      title="Outputs over input"
      label="Outputs: excitatory and inhibitory activity against the input"
      actions={tabs}
    >
      <canvas ref={canvas} />
      <OutputZones canvas={canvas} theme={theme} />
      <NeuronHandles grips={GRIPS} read={() => scene.handles(size.current, theme)} />
    </Panel>
  );
}

interface OutputZonesProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly theme: Theme;
}

function OutputZones({ canvas, theme }: OutputZonesProps): ReactNode {
  const size = useSize(canvas);
  const half = { width: size.width, height: size.height / 2 };
  const upper = plotArea({ ...half, theme });
  const lower = { ...upper, y: upper.y + half.height };
  return (
    <ExplainZones
      zones={[
        { id: "yE", name: "Axis of the excitatory output", ...leftOfPlot(upper) },
        { id: "yI", name: "Axis of the inhibitory output", ...leftOfPlot(lower) },
        { id: "x", name: "Axis of the input", ...belowPlot(lower, size) },
      ]}
    />
  );
}
