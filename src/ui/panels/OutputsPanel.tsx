import { type ReactNode, useMemo, useRef } from "react";
import { useAppStore } from "../hooks/StoreProvider.tsx";
import { useLab } from "../lab/LabContext.tsx";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
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
      <NeuronHandles grips={GRIPS} read={() => scene.handles(size.current, theme)} />
    </Panel>
  );
}
