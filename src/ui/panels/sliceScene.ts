import {
  createView,
  type Handle,
  paintHandles,
  paintSlice,
  plotArea,
  type Sink,
  type SlicePicture,
  sliceHandles,
  type Theme,
} from "#plots";
import type { AppStore } from "#store";
import { deriveGeometry, type Geometry, toIndex, toIndices } from "../lab/geometry.ts";
import type { Lab } from "../lab/LabContext.tsx";
import { inputAt } from "../lab/present.ts";
import { createSliceCache, trajectoryOf } from "../lab/sliceModel.ts";
import { sliceMomentOf } from "../lab/sliceMoment.ts";
import { explainedSpike } from "../lab/spikeMoment.ts";
import { panelDependencies } from "./panelDependencies.ts";
import type { PanelSize } from "./useCanvas.ts";

/** The slice as painters, handles and pointers see it. */
export interface SliceScene {
  dependencies(size: PanelSize, theme: Theme): readonly unknown[];
  /** What is on show now, or null when the document has no such picture. */
  read(size: PanelSize, theme: Theme): SliceReading | null;
  paint(sink: Sink, size: PanelSize, theme: Theme): void;
}

export interface SliceReading {
  readonly geometry: Geometry;
  readonly picture: SlicePicture;
  /** Handles of the neuron that was selected last. */
  readonly handles: readonly Handle[];
  readonly x: number;
}

/** Make the slice's model; painting, hit tests and handles of one frame share its geometry. */
export function createSliceScene(store: AppStore, lab: Lab): SliceScene {
  const sliceOf = createSliceCache();
  const ghostSliceOf = createSliceCache();
  const inputNow = (): number => inputAt(store.getState().view, lab.data.traces, lab.data.time);

  const ghostOf = (x: number): SlicePicture["ghost"] => {
    const { ghost, view } = store.getState();
    if (ghost === null || lab.data.ghost === null) return null;
    const derived = deriveGeometry(ghost.experiment, view.ranges);
    if (!derived.ok) return null;
    const { geometry } = derived;
    const at = { experiment: ghost.experiment, time: lab.data.time };
    return {
      slice: ghostSliceOf(geometry, x, { ranges: view.ranges, chosen: [] }).slice,
      trajectory: trajectoryOf(lab.data.ghost, geometry, at),
    };
  };

  const read = (size: PanelSize, theme: Theme): SliceReading | null => {
    const { experiment, view, hovered } = store.getState();
    const derived = deriveGeometry(experiment, view.ranges);
    if (!derived.ok || size.width < 2) return null;
    const { geometry } = derived;
    const x = inputNow();
    const hoveredNow = toIndex(geometry.network, hovered);
    const selected = toIndices(geometry.network, view.selection);
    const chosen = hoveredNow === null ? selected : [...selected, hoveredNow];
    const model = sliceOf(geometry, x, { ranges: view.ranges, chosen });
    const rect = plotArea({ ...size, theme });
    const explained = explainedSpike(store.getState(), lab.data);
    const bare = {
      view: createView({ rect, x: view.ranges.E, y: view.ranges.I }),
      network: geometry.ei,
      slice: model.slice,
      lines: model.lines,
      crossings: model.crossings,
      show: view.show,
      hovered: hoveredNow,
      selected,
      trajectory: trajectoryOf(lab.data.traces, geometry, { experiment, time: lab.data.time }),
      ghost: ghostOf(x),
      moment: explained === null ? null : sliceMomentOf(explained.moment, geometry.ei),
      annotations: experiment.annotations.filter(
        (one) => one.x === null || Math.abs(one.x - x) < 1e-6,
      ),
    };
    const last = toIndex(geometry.network, view.selection.at(-1) ?? null);
    const handles = last === null ? [] : sliceHandles({ ...bare, x }, last);
    return { geometry, picture: { ...bare, handles }, handles, x };
  };

  return {
    dependencies: (size, theme) => panelDependencies(store, lab, { size, theme }),
    read,
    paint(sink, size, theme) {
      const reading = read(size, theme);
      if (reading === null) return;
      const { picture, handles } = reading;
      paintSlice(sink, picture, theme);
      paintHandles(sink, { network: picture.network, handles, active: null }, theme);
    },
  };
}
