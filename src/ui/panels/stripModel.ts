import type { ExperimentDoc, ViewState } from "#document";
import type { Side } from "#model";
import {
  createView,
  type Interval,
  layoutStrip,
  type StripLayout,
  type StripRowId,
  type Theme,
  type TimeStripPicture,
  timeView,
  type View,
} from "#plots";
import type { Traces } from "#runtime/protocol";
import type { AppState, AppStore } from "#store";
import { deriveGeometry, type Geometry, toIndex, toIndices } from "../lab/geometry.ts";
import type { Lab } from "../lab/LabContext.tsx";
import { tracedNeurons } from "../lab/tracedNeurons.ts";
import { panelDependencies } from "./panelDependencies.ts";
import type { PanelSize } from "./useCanvas.ts";

/** The time strip as painters, handles and pointers see it. */
export interface StripModel {
  dependencies(size: PanelSize, theme: Theme): readonly unknown[];
  picture(size: PanelSize, theme: Theme): TimeStripPicture | null;
  layout(size: PanelSize, theme: Theme): StripLayout;
  /** Time to the right, over all rows. */
  timeView(size: PanelSize, theme: Theme): View;
  /** One row with its own vertical axis (the readouts with that of yE), or null when it is hidden. */
  rowView(row: StripRowId, size: PanelSize, theme: Theme): View | null;
}

/** What the parts of the strip share: the model and how large the panel is now. */
export interface StripContext {
  readonly model: StripModel;
  readonly size: { readonly current: PanelSize };
  readonly theme: Theme;
}

/**
 * How much more than the visible range of a readout the strip makes room for. They differ, lest crossings at the same
 * part of both ranges lie on each other (figure 4d: 2 of 4 and 3 of 6).
 */
const HEADROOM: Readonly<Record<Side, number>> = { E: 1.05, I: 1.25 };

/** Make the model; it reads the store and the run at every call and remembers nothing but the geometry. */
export function createStripModel(store: AppStore, lab: Lab): StripModel {
  const layoutOf = (size: PanelSize, theme: Theme): StripLayout => {
    const { experiment, view } = store.getState();
    const rows = rowsOf(experiment, view);
    const ranges = readoutRanges(view);
    return layoutStrip(size.height, { width: size.width, theme, rows, ranges });
  };
  const geometryOf = (experiment: ExperimentDoc, view: ViewState): Geometry | null => {
    const derived = deriveGeometry(experiment, view.ranges);
    return derived.ok ? derived.geometry : null;
  };
  return {
    dependencies: (size, theme) => panelDependencies(store, lab, { size, theme }),
    layout: layoutOf,
    timeView: (size, theme) =>
      timeView({ layout: layoutOf(size, theme), time: lab.data.timeRange }),
    rowView(row, size, theme) {
      const found = layoutOf(size, theme).rows.find(({ id }) => id === row);
      if (found === undefined) return null;
      const { view } = store.getState();
      const y = row === "input" ? inputRange(view) : readoutRanges(view).E;
      return createView({ rect: found.rect, x: lab.data.timeRange, y });
    },
    picture(size, theme) {
      const state = store.getState();
      const { experiment, view } = state;
      const geometry = geometryOf(experiment, view);
      if (geometry === null) return null;
      return {
        layout: layoutOf(size, theme),
        time: lab.data.timeRange,
        unit: view.timeUnit,
        network: geometry.ei,
        traces: fitting(lab.data.traces, geometry),
        crossing: geometry.lookup,
        input: 0,
        ranges: { input: inputRange(view), ...readoutRanges(view) },
        // A live run has neither pulses nor an end.
        ...(view.mode === "protocol"
          ? {
              currents: currentsOf(experiment, geometry),
              window: [experiment.window.from, experiment.window.to],
            }
          : { currents: [], window: null }),
        playhead: lab.data.time,
        hovered: toIndex(geometry.network, state.hovered),
        selected: toIndices(geometry.network, view.selection),
        traced: tracedNeurons(geometry.network, view),
        shows: view.show.traces === "currents" ? "currents" : "voltages",
        ghost: ghostOf(state, lab, (pinned) => geometryOf(pinned, view)),
      };
    },
  };
}

/** Rates have no spikes: without a raster their readouts get its room. */
function rowsOf({ dynamics }: ExperimentDoc, view: ViewState): readonly StripRowId[] {
  const rows: readonly StripRowId[] =
    dynamics.engine === "rate" ? ["input", "outputs"] : ["input", "outputs", "raster"];
  return view.show.traces === "none" ? rows : [...rows, "traces"];
}

function inputRange({ ranges }: ViewState): readonly [number, number] {
  const pad = 0.08 * (ranges.x[1] - ranges.x[0]);
  return [ranges.x[0] - pad, ranges.x[1] + pad];
}

/** Each readout has a scale of its own, as in figure 5d: they may differ by an order of magnitude. */
function readoutRanges({ ranges: { E, I } }: ViewState): Pick<TimeStripPicture["ranges"], Side> {
  const roomy = ([low, high]: Interval, side: Side): Interval => [
    Math.min(0, low),
    HEADROOM[side] * high,
  ];
  return { E: roomy(E, "E"), I: roomy(I, "I") };
}

function fitting(traces: Traces, geometry: Geometry): Traces | null {
  const fits = traces.latentCount === geometry.network.latents.length;
  return fits && traces.sampleEnd > traces.sampleStart ? traces : null;
}

function currentsOf(
  experiment: ExperimentDoc,
  { network }: Geometry,
): TimeStripPicture["currents"] {
  return experiment.currents.map(({ population, from, to, amplitude }) => {
    const type = network.populations.find(({ id }) => id === population)?.type;
    return { side: type === "inhibitory" ? "I" : "E", from, to, amplitude };
  });
}

function ghostOf(
  { ghost }: AppState,
  lab: Lab,
  geometryOf: (experiment: ExperimentDoc) => Geometry | null,
): TimeStripPicture["ghost"] {
  if (ghost === null || lab.data.ghost === null) return null;
  const geometry = geometryOf(ghost.experiment);
  if (geometry === null) return null;
  return { traces: lab.data.ghost, network: geometry.ei, crossing: geometry.lookup };
}
