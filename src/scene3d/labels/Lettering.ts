import type { CameraRig } from "../camera/rig.ts";
import { pointToBox, type Ranges, type Triple } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";
import { sameNumbers, sameRanges, shownSurfaces } from "../parts/Picture.ts";
import type { SceneModel } from "../types.ts";
import { type AxisEdges, chooseAxisEdges } from "./axisEdges.ts";
import { axisLabels, type BoxTicks, chooseTicks } from "./axisLabels.ts";
import type { LabelLayer } from "./LabelLayer.ts";
import type { Label } from "./label.ts";
import { neuronLabel, surfaceLabels } from "./surfaceLabels.ts";

/** Decides which words stand where over the picture. */
export class Lettering {
  private readonly layer: LabelLayer;
  private readonly nameNeuron: ((neuron: number) => string) | null;
  private chosen: { readonly key: string; readonly ticks: BoxTicks } | null = null;

  constructor(layer: LabelLayer, nameNeuron: ((neuron: number) => string) | null) {
    this.layer = layer;
    this.nameNeuron = nameNeuron;
  }

  /** Ticks of the present ranges. */
  ticksOf(ranges: Ranges): BoxTicks {
    const key = JSON.stringify(ranges);
    if (this.chosen?.key !== key) this.chosen = { key, ticks: chooseTicks(ranges) };
    return this.chosen.ticks;
  }

  /** Edges of the box that carry the ticks. */
  edgesOf(rig: CameraRig): AxisEdges {
    return chooseAxisEdges(rig.eye, (at) => rig.toScreen(at));
  }

  /** Lay all words out anew. */
  layOut(model: SceneModel, rig: CameraRig, edges: AxisEdges): void {
    const { ranges, theme } = model;
    const { width, height } = rig.viewport;
    const toScreen = (at: Triple): Pixels => rig.toScreen(at);
    const axes = axisLabels({
      edges,
      ticks: this.ticksOf(ranges),
      ranges,
      theme,
      toScreen,
      measure: this.layer.measure,
    });
    const scene = {
      surfaces: shownSurfaces(model),
      theme,
      crossing: model.crossing,
      toScreen: (point: Triple): Pixels => rig.toScreen(pointToBox(ranges, point)),
    };
    const neuron = this.nameOfNeuronInHand(model);
    const named = neuron === null ? null : neuronLabel(scene, neuron);
    const labels: readonly Label[] = [
      ...axes,
      ...(named === null ? [] : [named]),
      ...surfaceLabels({ ...scene, surfaces: model.upper }),
    ];
    this.layer.show(labels, { width, height });
  }

  private nameOfNeuronInHand({ hovered, selected }: SceneModel): {
    readonly neuron: number;
    readonly name: string;
  } | null {
    const neuron = hovered ?? (selected.length === 1 ? selected[0] : undefined);
    if (neuron === undefined || this.nameNeuron === null) return null;
    return { neuron, name: this.nameNeuron(neuron) };
  }
}

/** True when a change of the model moves or rewrites a word. */
export function needsLettering(old: SceneModel, model: SceneModel): boolean {
  return (
    !sameRanges(old, model) ||
    old.theme !== model.theme ||
    old.upper !== model.upper ||
    old.whole !== model.whole ||
    old.crossing !== model.crossing ||
    old.show.cut !== model.show.cut ||
    old.hovered !== model.hovered ||
    !sameNumbers(old.selected, model.selected)
  );
}
