import { describe, expect, it } from "vitest";
import { createSvgSink, darkTheme } from "#plots";
import { viewportOf } from "../../src/scene3d/camera/framing.ts";
import { poseOf } from "../../src/scene3d/camera/pose.ts";
import { CameraRig } from "../../src/scene3d/camera/rig.ts";
import { Lettering } from "../../src/scene3d/labels/Lettering.ts";
import { type PlacedLabel, paintLabels, placeAll } from "../../src/scene3d/labels/placedLabels.ts";
import { Picture } from "../../src/scene3d/parts/Picture.ts";
import { paintPicture } from "../../src/scene3d/vector/paintPicture.ts";
import { figure5cd } from "../support/eiNetworks.ts";
import { runTraces } from "../support/plotPictures.ts";
import { measureWords, sceneModel } from "../support/scenePictures.ts";

describe("the 3-D view", () => {
  it("leaves as a drawing of figure 5c with the input plane in the middle", async () => {
    const network = figure5cd();
    const ranges = { x: [0, 10], E: [0, 10], I: [0, 20] } as const;
    const traces = runTraces({ network, times: [0, 5], inputs: [0, 10], duration: 3 });
    const scene = sceneModel({ network, ranges, traces, time: 2.6 });
    const model = { ...scene, planeX: 5.2, selected: [1], theme: darkTheme };
    const viewport = viewportOf(480, 440);
    const rig = new CameraRig(
      poseOf({ preset: "free", azimuth: 240, elevation: 20, zoom: 1 }),
      viewport,
    );
    let placed: readonly PlacedLabel[] = [];
    const lettering = new Lettering(
      {
        measure: measureWords,
        show: (labels, room) => {
          placed = placeAll(labels, room, measureWords);
        },
      },
      (neuron) => `neuron ${neuron + 1}`,
    );
    const picture = new Picture();
    picture.update(model);
    const edges = lettering.edgesOf(rig);
    const ticks = lettering.ticksOf(ranges, rig.zoom);
    picture.updateView({ eye: rig.eye, edges, ticks });
    lettering.layOut(model, rig, edges);
    const { fontFamily, colors } = darkTheme;
    const sink = createSvgSink({
      title: "space-fig-5c-dark",
      width: viewport.width,
      height: viewport.height,
      fontFamily,
      background: colors.background,
      // One digit, so that the last bits of a platform's arithmetic do not matter.
      decimals: 1,
    });
    paintPicture(sink, picture, { rig, ranges, planeX: model.planeX });
    paintLabels(sink, placed);
    await expect(sink.finish()).toMatchFileSnapshot("panels/space-fig-5c-dark.svg");
  });
});
