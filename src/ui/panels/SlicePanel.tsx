import { type ReactNode, type RefObject, useMemo, useRef } from "react";
import { plotArea, type Theme } from "#plots";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { useSize } from "../hooks/useSize.ts";
import { useLab } from "../lab/LabContext.tsx";
import { LiveInputTitle } from "../lab/LiveInputTitle.tsx";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
import { belowPlot, leftOfPlot } from "./axisZones.ts";
import { ExplainZones } from "./ExplainZones.tsx";
import { type Grip, NeuronHandles } from "./NeuronHandles.tsx";
import { Panel, PanelToggle } from "./Panel.tsx";
import { createSliceScene } from "./sliceScene.ts";
import { type PanelSize, useCanvas } from "./useCanvas.ts";
import { useNeuronPointer } from "./useNeuronPointer.ts";

/** The plane (yE, |yI|) at the present input: every threshold a line that can be dragged. */
export function SlicePanel({ tabs }: { readonly tabs: ReactNode }): ReactNode {
  const theme = usePlotTheme();
  const store = useAppStore();
  const lab = useLab();
  const scene = useMemo(() => createSliceScene(store, lab), [store, lab]);
  const size = useRef<PanelSize>({ width: 0, height: 0 });
  const canvas = useCanvas("slice", {
    title: "Slice through both boundaries",
    theme,
    dependencies: (now) => {
      size.current = now;
      return scene.dependencies(now, theme);
    },
    paint: (sink, now) => scene.paint(sink, now, theme),
  });
  const read = () => scene.read(size.current, theme);
  const pointer = useNeuronPointer(read);
  return (
    <Panel
      className="lb-area-slice"
      title={<LiveInputTitle prefix="Slice at" />}
      label="Slice: excitatory against inhibitory activity at the present input"
      actions={
        <>
          <SliceToggles />
          {tabs}
        </>
      }
    >
      <canvas ref={canvas} {...pointer} />
      <SliceZones canvas={canvas} theme={theme} />
      <NeuronHandles grips={GRIPS} read={() => read()?.handles ?? []} />
    </Panel>
  );
}

const GRIPS: readonly Grip[] = [
  { prefix: "slice-", suffix: "line", name: (who) => `Threshold of ${who}` },
  { prefix: "slice-", suffix: "slope-to", name: (who) => `Slope of ${who}, right end` },
  { prefix: "slice-", suffix: "slope-from", name: (who) => `Slope of ${who}, left end` },
  { prefix: "slice-", suffix: "decoder", name: (who) => `Decoder of ${who}` },
];

interface SliceZonesProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly theme: Theme;
}

function SliceZones({ canvas, theme }: SliceZonesProps): ReactNode {
  const size = useSize(canvas);
  const rect = plotArea({ ...size, theme });
  return (
    <ExplainZones
      zones={[
        { id: "yE", name: "Axis of the excitatory activity", ...belowPlot(rect, size) },
        { id: "yI", name: "Axis of the inhibitory activity", ...leftOfPlot(rect) },
      ]}
    />
  );
}

const TOGGLES = [
  {
    id: "regions",
    label: "regions",
    explain: "Shade and name the four regions: who is above threshold.",
  },
  { id: "flow", label: "arrows", explain: "Show where leak and spikes push the network." },
] as const;

function SliceToggles(): ReactNode {
  const show = useApp((state) => state.view.show);
  const { setView } = useActions();
  return TOGGLES.map(({ id, label, explain }) => (
    <PanelToggle
      key={id}
      pressed={show[id]}
      explain={explain}
      onToggle={() => setView({ show: { ...show, [id]: !show[id] } })}
    >
      {label}
    </PanelToggle>
  ));
}
