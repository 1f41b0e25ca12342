import { moveThresholds } from "#document";
import type { SceneEvents } from "#scene3d";
import type { AppActions, AppStore } from "#store";
import { deriveGeometry, type Geometry, toRef } from "../lab/geometry.ts";
import type { Lab } from "../lab/LabContext.tsx";
import { labelOf } from "../lab/neuronLabel.ts";
import { timeOfInput } from "../lab/timeOfInput.ts";

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
  let start = store.getState().experiment;
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
      if (ref === null) return;
      start = store.getState().experiment;
      actions.select([ref]);
      actions.beginGesture(`threshold of ${labelOf(ref)}`);
    },
    onFacetDragMove(neuron, delta) {
      const ref = refOf(neuron);
      const geometry = geometryNow();
      if (ref === null || geometry === null) return;
      const read = [...geometry.ei.E, ...geometry.ei.I].find((one) => one.neuron === neuron)?.readI;
      // z = (F x + E yE - T) / E_I: lifting the facet lowers the threshold.
      const change = -delta * (read ?? 1);
      actions.edit(
        `threshold of ${labelOf(ref)}`,
        () => moveThresholds(start, [ref], change),
        "gesture",
      );
    },
    onFacetDragEnd: () => actions.commitGesture(),
    onFacetDragCancel: () => actions.cancelGesture(),
    onPlaneDragMove(x) {
      const { view } = store.getState();
      if (view.mode === "live") lab.holdInput([x]);
      else lab.seek(timeOfInput(lab.data, x), false);
    },
    onPlaneDragEnd() {
      if (store.getState().view.mode === "protocol") lab.seek(lab.data.time, true);
    },
  };
}
