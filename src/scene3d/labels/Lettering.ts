import type { CameraRig } from "../camera/rig.ts";
import { pointToBox, type Ranges, type Triple } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";
import { GRIP_SIZE, gripPlace } from "../parts/InputPlane.ts";
import { sameNumbers, sameRanges, shownSurfaces } from "../parts/Picture.ts";
import type { SceneModel } from "../types.ts";
import type { LabelBox, LabelRoom } from "./avoid.ts";
import { type AxisEdges, chooseAxisEdges } from "./axisEdges.ts";
import { axisLabels } from "./axisLabels.ts";
import { type BoxTicks, chooseTicks, detailAt } from "./boxTicks.ts";
import type { Label, Measure } from "./label.ts";
import { neuronLabel, surfaceLabels } from "./surfaceLabels.ts";

/** What words are written on. */
export interface LabelBoard {
  readonly measure: Measure;
  /** Show these labels where they fit, earlier ones first. */
  show(labels: readonly Label[], room: LabelRoom): void;
}

/** Decides which words stand where over the picture. */
export class Lettering {
  private readonly board: LabelBoard;
  private readonly nameNeuron: ((neuron: number) => string) | null;
  private labels: readonly Label[] = [];
  private chosen: { readonly key: string; readonly ticks: BoxTicks } | null = null;

  constructor(board: LabelBoard, nameNeuron: ((neuron: number) => string) | null) {
    this.board = board;
    this.nameNeuron = nameNeuron;
  }

  /** Ticks of the present ranges and zoom. */
  ticksOf(ranges: Ranges, zoom: number): BoxTicks {
    const detail = detailAt(zoom);
    const key = JSON.stringify([ranges, detail]);
    if (this.chosen?.key !== key) this.chosen = { key, ticks: chooseTicks(ranges, detail) };
    return this.chosen.ticks;
  }

  /** Edges of the box that carry the ticks. */
  edgesOf(rig: CameraRig): AxisEdges {
    return chooseAxisEdges(rig.eye, (at) => rig.toScreen(at));
  }

  /** Lay all words out anew. */
  layOut(model: SceneModel, rig: CameraRig, edges: AxisEdges): void {
    const { ranges, theme } = model;
    const toScreen = (at: Triple): Pixels => rig.toScreen(at);
    const axes = axisLabels({
      edges,
      ticks: this.ticksOf(ranges, rig.zoom),
      ranges,
      theme,
      toScreen,
      measure: this.board.measure,
      view: rig.viewport,
    });
    const scene = {
      surfaces: shownSurfaces(model),
      theme,
      crossing: model.crossing,
      toScreen: (point: Triple): Pixels => rig.toScreen(pointToBox(ranges, point)),
    };
    const neuron = this.nameOfNeuronInHand(model);
    const named = neuron === null ? null : neuronLabel(scene, neuron);
    this.labels = [
      ...axes,
      ...(named === null ? [] : [named]),
      ...surfaceLabels({ ...scene, surfaces: model.upper }),
    ];
    this.place(model, rig);
  }

  /** Find the same words places anew, after something in their way has moved. */
  place(model: SceneModel, rig: CameraRig): void {
    const { width, height } = rig.viewport;
    this.board.show(this.labels, { width, height, obstacles: obstaclesIn(model, rig) });
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

/** What words must not cover: the grip of the input plane. */
function obstaclesIn({ planeX, ranges }: SceneModel, rig: CameraRig): readonly LabelBox[] {
  if (planeX === null) return [];
  const centre = rig.toScreen(gripPlace(ranges, planeX));
  return [{ centre, width: GRIP_SIZE, height: GRIP_SIZE, rotate: 0 }];
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
