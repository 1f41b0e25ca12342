import type { Side } from "#model";
import {
  chosenOutputLine,
  createView,
  type Handle,
  type OutputHandlesPicture,
  type OutputPicture,
  outputHandles,
  paintHandles,
  paintOutput,
  plotArea,
  type Sink,
  type Theme,
  type View,
} from "#plots";
import type { Traces } from "#runtime/protocol";
import type { AppStore } from "#store";
import { deriveGeometry, type Geometry, toIndex, toIndices } from "../lab/geometry.ts";
import type { Lab } from "../lab/LabContext.tsx";
import { inputAt } from "../lab/present.ts";
import { isInstantaneous } from "../lab/sliceModel.ts";
import { panelDependencies } from "./panelDependencies.ts";
import type { PanelSize } from "./useCanvas.ts";

/** Both output views, (x, yE) above (x, |yI|), as painters and handles see them. */
export interface OutputsScene {
  dependencies(size: PanelSize, theme: Theme): readonly unknown[];
  handles(size: PanelSize, theme: Theme): readonly Handle[];
  paint(sink: Sink, size: PanelSize, theme: Theme): void;
}

const SIDES: readonly Side[] = ["E", "I"];

/** Make the model of both views; they share the input axis. */
export function createOutputsScene(store: AppStore, lab: Lab): OutputsScene {
  const geometryNow = (): Geometry | null => {
    const { experiment, view } = store.getState();
    const derived = deriveGeometry(experiment, view.ranges);
    return derived.ok ? derived.geometry : null;
  };
  const viewOf = (side: Side, size: PanelSize, theme: Theme): View => {
    const { ranges } = store.getState().view;
    const height = size.height / 2;
    const rect = plotArea({ width: size.width, height, theme });
    const top = side === "E" ? 0 : height;
    return createView({ rect: { ...rect, y: rect.y + top }, x: ranges.x, y: ranges[side] });
  };
  const grips = (geometry: Geometry, side: Side, view: View): OutputHandlesPicture => ({
    view,
    side,
    network: geometry.ei,
    curve: geometry.curve,
    axis: 0,
    input: [inputAt(store.getState().view, lab.data.traces, lab.data.time)],
  });
  const handlesOf = (geometry: Geometry, size: PanelSize, theme: Theme): readonly Handle[] => {
    const { selection } = store.getState().view;
    const last = toIndex(geometry.network, selection.at(-1) ?? null);
    if (last === null) return [];
    return SIDES.flatMap((side) =>
      outputHandles(grips(geometry, side, viewOf(side, size, theme)), last),
    );
  };
  const pictureOf = (geometry: Geometry, side: Side, view: View): OutputPicture => {
    const state = store.getState();
    const { data } = lab;
    const chosen = new Set(toIndices(geometry.network, state.view.selection));
    const hovered = toIndex(geometry.network, state.hovered);
    if (hovered !== null) chosen.add(hovered);
    const picture = grips(geometry, side, view);
    return {
      view,
      side,
      input: 0,
      curve: geometry.curve,
      run: runOf(data.traces, geometry, isInstantaneous(state.experiment)),
      range: data.timeRange,
      time: data.time,
      lines: [...chosen].flatMap((neuron) => {
        const line = chosenOutputLine(picture, neuron);
        return line === null ? [] : [[line.from, line.to] as const];
      }),
      ghost: ghostOf(store, lab),
    };
  };
  return {
    dependencies: (size, theme) => panelDependencies(store, lab, { size, theme }),
    handles(size, theme) {
      const geometry = geometryNow();
      return geometry === null ? [] : handlesOf(geometry, size, theme);
    },
    paint(sink, size, theme) {
      const geometry = geometryNow();
      if (geometry === null) return;
      for (const side of SIDES) {
        paintOutput(sink, pictureOf(geometry, side, viewOf(side, size, theme)), theme);
      }
      const handles = handlesOf(geometry, size, theme);
      paintHandles(sink, { network: geometry.ei, handles, active: null }, theme);
    },
  };
}

function runOf(traces: Traces, geometry: Geometry, instantaneous: boolean): OutputPicture["run"] {
  const fits = traces.latentCount === geometry.network.latents.length;
  if (!fits || traces.sampleEnd === traces.sampleStart) return null;
  return { traces, network: geometry.ei, instantaneous };
}

function ghostOf(store: AppStore, lab: Lab): OutputPicture["ghost"] {
  const { ghost, view } = store.getState();
  if (ghost === null || lab.data.ghost === null) return null;
  const derived = deriveGeometry(ghost.experiment, view.ranges);
  if (!derived.ok) return null;
  const { geometry } = derived;
  return {
    curve: geometry.curve,
    run: runOf(lab.data.ghost, geometry, isInstantaneous(ghost.experiment)),
  };
}
