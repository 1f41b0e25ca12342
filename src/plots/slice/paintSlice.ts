import { axisNames } from "../axisNames.ts";
import { paintLabel } from "../labels/label.ts";
import { paintAxes } from "../painters/axes.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { latentsAt } from "../traces/walkTrajectory.ts";
import { paintSliceMoment } from "./moment.ts";
import { paintAnnotations } from "./paintAnnotations.ts";
import {
  paintEnvelopes,
  paintGhostEnvelopes,
  paintNeuronLines,
  paintStrongLines,
} from "./paintBoundaries.ts";
import { paintCrossings } from "./paintCrossings.ts";
import { paintLeakArrows, paintSpikeArrows } from "./paintFlow.ts";
import { paintRegions } from "./paintRegions.ts";
import { paintGhostTail, paintTail } from "./paintTail.ts";
import { placeSliceLabels } from "./placeLabels.ts";
import type { SlicePicture } from "./slicePicture.ts";

/**
 * Draw the slice at one input: regions, thresholds, boundaries, crossings and the run's path
 * (as Podlaski & Machens 2024, figs 4c, 4d and 4f).
 */
export function paintSlice(sink: Sink, picture: SlicePicture, theme: Theme): void {
  const { view, slice, show, moment = null } = picture;
  const { rect } = view;
  const labels = placeSliceLabels(picture, theme);
  sink.beginGroup("slice");
  sink.pushClip(rect.x, rect.y, rect.width, rect.height);
  if (show.regions) paintRegions(sink, { view, slice }, theme);
  if (show.flow) paintLeakArrows(sink, { ...picture, isFree: labels.isFree }, theme);
  paintGhost(sink, picture, theme);
  paintLines(sink, picture, theme);
  paintEnvelopes(sink, picture, theme);
  if (show.flow) paintSpikeArrows(sink, { ...picture, isFree: labels.isFree }, theme);
  paintAnnotations(sink, picture, theme);
  if (show.trajectory && picture.trajectory !== null) {
    paintTail(sink, { ...picture.trajectory, view }, theme);
  }
  paintCrossings(sink, picture, theme);
  if (moment !== null) paintSliceMoment(sink, { ...picture, moment }, theme);
  sink.beginGroup("labels");
  for (const label of labels.placed) paintLabel(sink, label);
  sink.endGroup();
  paintNow(sink, picture, theme);
  sink.popClip();
  paintAxes(sink, { view, x: axisNames.excitatory, y: axisNames.inhibitory }, theme);
  sink.endGroup();
}

function paintGhost(sink: Sink, { view, ghost, show }: SlicePicture, theme: Theme): void {
  if (ghost === null) return;
  paintGhostEnvelopes(sink, { view, slice: ghost.slice }, theme);
  if (show.trajectory && ghost.trajectory !== null) {
    paintGhostTail(sink, { ...ghost.trajectory, view }, theme);
  }
}

function paintLines(sink: Sink, picture: SlicePicture, theme: Theme): void {
  const { hovered, selected } = picture;
  if (picture.show.lines) paintNeuronLines(sink, picture, theme);
  sink.beginGroup("chosen lines");
  paintStrongLines(sink, { ...picture, neurons: selected, width: theme.lines.medium }, theme);
  if (hovered !== null) {
    paintStrongLines(sink, { ...picture, neurons: [hovered], width: theme.lines.bold }, theme);
  }
  sink.endGroup();
}

/** Mark where the run is at the playhead. */
function paintNow(sink: Sink, { view, trajectory, show }: SlicePicture, theme: Theme): void {
  if (trajectory === null || !show.trajectory) return;
  const now = latentsAt(trajectory, trajectory.time);
  if (now === null) return;
  sink.beginGroup("now");
  sink.beginPath();
  sink.circle(view.screenX(now.yE), view.screenY(now.yI), 1.1 * theme.lines.marker);
  sink.fill({ color: theme.colors.background });
  sink.stroke({ color: theme.colors.focus, width: 2 * theme.scale });
  sink.endGroup();
}
