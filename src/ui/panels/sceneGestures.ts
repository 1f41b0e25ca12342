import type { SceneEvents } from "#scene3d";
import { type AppActions, type AppStore, isSameNeuron } from "#store";
import { deriveGeometry, type Geometry, toRef } from "../lab/geometry.ts";
import type { Lab } from "../lab/LabContext.tsx";
import { timeOfInput } from "../lab/timeOfInput.ts";
import { beginThresholdDrag, type ThresholdDrag } from "./neuronDrag.ts";

interface GestureParts {
  readonly store: AppStore;
  readonly actions: AppActions;
  readonly lab: Lab;
}

/** What the hand does in the 3-D view: lift facets, move the input plane, choose neurons. */
export function createSceneGestures({ store, actions, lab }: GestureParts): SceneEvents {
  const geometryNow = (): Geometry | null => {
    const { experiment, view } = store.getState();
    const derived = deriveGeometry(experiment, view.ranges);
    return derived.ok ? derived.geometry : null;
  };
  const refOf = (neuron: number | null) => {
    const geometry = geometryNow();
    return geometry === null || neuron === null ? null : toRef(geometry.network, neuron);
  };
  let lifted: { readonly drag: ThresholdDrag; readonly perUnit: number } | null = null;
  const letGo = (how: "commit" | "cancel"): void => {
    lifted?.drag[how]();
    lifted = null;
  };
  /** Where playhead and held input were when the plane was taken. */
  let before: { readonly time: number; readonly input: readonly number[] } | null = null;
  return {
    onHover: (neuron) => actions.hover(refOf(neuron)),
    onSelect(neuron, add) {
      const ref = refOf(neuron);
      const { selection } = store.getState().view;
      if (ref === null) {
        if (!add) actions.select([]);
        return;
      }
      actions.select(add ? [...selection, ref] : [ref]);
    },
    onFacetDragStart(neuron) {
      const ref = refOf(neuron);
      const held = geometryNow()?.ei.neurons[neuron];
      if (ref === null || held === undefined) return;
      // One of several selected neurons takes the others along.
      const isChosen = store.getState().view.selection.some((one) => isSameNeuron(one, ref));
      if (!isChosen) actions.select([ref]);
      // |yI| = (F x + E yE - T) / E_I: lifting the facet lowers the threshold.
      lifted = { drag: beginThresholdDrag({ store, actions }, ref), perUnit: -held.readI };
    },
    onFacetDragMove: (_neuron, delta) => lifted?.drag.moveBy(delta * lifted.perUnit),
    onFacetDragEnd: () => letGo("commit"),
    onFacetDragCancel: () => letGo("cancel"),
    onPlaneDragStart() {
      const { view } = store.getState();
      before = { time: lab.data.time, input: view.liveInput };
      if (view.mode === "protocol") actions.setPlaying(false);
    },
    onPlaneDragMove(x) {
      const { view } = store.getState();
      if (view.mode === "live") lab.holdInput([x]);
      else lab.seek(timeOfInput(lab.data, x), false);
    },
    onPlaneDragEnd() {
      if (store.getState().view.mode === "protocol") lab.seek(lab.data.time, true);
    },
    onPlaneDragCancel() {
      if (before === null) return;
      if (store.getState().view.mode === "live") lab.holdInput(before.input);
      else lab.seek(before.time, true);
    },
  };
}
