import type { Handle } from "../handles/handle.ts";
import type { PlacedLabel } from "../labels/label.ts";
import { createPlacer, type Placer } from "../labels/placer.ts";
import type { Theme } from "../theme.ts";
import { latentsAt } from "../traces/walkTrajectory.ts";
import type { Rect, ScreenPoint } from "../view/view.ts";
import { placeLetters } from "./letters.ts";
import { jumpOf, placeMomentName } from "./moment.ts";
import { placeAnnotationLabels, pointsInView } from "./paintAnnotations.ts";
import { placeCrossingLabels } from "./paintCrossings.ts";
import { placeRegionNames } from "./regionNames.ts";
import type { SlicePicture } from "./slicePicture.ts";

/** The words of a slice, none of which lies on another, on a mark or over the edge. */
export interface SliceLabels {
  readonly placed: readonly PlacedLabel[];
  /** Whether a box meets neither words nor marks: arrows give way to both. */
  isFree(box: Rect): boolean;
}

/** Distance between boxes; px, unscaled. */
const GAP = 3;

/** Find places for all words of a slice: what can stand in few places first, what has a whole region last. */
export function placeSliceLabels(picture: SlicePicture, theme: Theme): SliceLabels {
  const placer = createPlacer({ bounds: picture.view.rect, gap: GAP * theme.scale });
  takeMarks(placer, picture, theme);
  const { moment = null } = picture;
  const placed = [
    ...(moment === null ? [] : placeMomentName(placer, { ...picture, moment }, theme)),
    ...placeCrossingLabels(placer, picture, theme),
    ...placeLetters(placer, picture, theme),
    ...placeAnnotationLabels(placer, picture, theme),
    ...(picture.show.regions ? placeRegionNames(placer, picture, theme) : []),
  ];
  return { placed, isFree: placer.isFree };
}

/** Keep crossings, annotated points, handles and the present state free. */
function takeMarks(placer: Placer, picture: SlicePicture, { lines }: Theme): void {
  const { view, crossings, annotations, handles, trajectory, show } = picture;
  const take = (at: ScreenPoint, radius: number): void => placer.take(boxAbout([at], radius));
  for (const { yE, yI } of crossings) take(view.toScreen({ x: yE, y: yI }), lines.marker);
  for (const { points, style } of annotations) {
    for (const at of pointsInView(view, points)) {
      take(at, style === "point" ? lines.marker : lines.bold / 2);
    }
  }
  if (picture.moment) {
    const { fromX, fromY, toX, toY } = jumpOf({ ...picture, moment: picture.moment });
    const ends = [
      { x: fromX, y: fromY },
      { x: toX, y: toY },
    ];
    placer.take(boxAbout(ends, 1.25 * lines.marker));
  }
  for (const box of handleBoxes(handles, lines.handle)) placer.take(box);
  const now =
    show.trajectory && trajectory !== null ? latentsAt(trajectory, trajectory.time) : null;
  if (now !== null) take(view.toScreen({ x: now.yE, y: now.yI }), lines.marker);
}

/** Boxes about handles; that of a decoder reaches along its arrow. */
function handleBoxes(handles: readonly Handle[], radius: number): readonly Rect[] {
  return handles.map(({ position, tail }) =>
    boxAbout(tail === null ? [position] : [position, tail], radius),
  );
}

function boxAbout(points: readonly ScreenPoint[], radius: number): Rect {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const left = Math.min(...xs) - radius;
  const top = Math.min(...ys) - radius;
  const width = Math.max(...xs) + radius - left;
  return { x: left, y: top, width, height: Math.max(...ys) + radius - top };
}
