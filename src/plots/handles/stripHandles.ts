import type { InputCourse } from "#engines";
import { timeView } from "../time/paintTimeStrip.ts";
import type { TimeStripPicture } from "../time/stripPicture.ts";
import { createView, type ScreenPoint } from "../view/view.ts";
import { keepInside } from "./handle.ts";

/** A corner of a piecewise-linear input course, held on the input row. */
export interface CourseHandle {
  readonly id: string;
  /** Index of the course's point, and of the input. */
  readonly point: number;
  readonly input: number;
  readonly position: ScreenPoint;
  readonly label: string;
  /** tau and value. */
  readonly time: number;
  readonly value: number;
  /** Time and value under a pointer; the time stays between the neighbouring points. */
  drag(pointer: ScreenPoint): { readonly time: number; readonly value: number };
}

/** What {@link courseHandles} needs. */
export interface CoursePicture extends Pick<TimeStripPicture, "layout" | "time" | "ranges"> {
  readonly course: InputCourse;
  readonly inputs: number;
}

/** The corners of the input course that are in view; none when it has no corners or the row is hidden. */
export function courseHandles(picture: CoursePicture): readonly CourseHandle[] {
  const { course, inputs, layout, time, ranges } = picture;
  const row = layout.rows.find(({ id }) => id === "input");
  if (row === undefined || course.kind !== "piecewise-linear") return [];
  const view = createView({ rect: row.rect, x: time, y: ranges.input });
  const { times, values } = course;
  const handles: CourseHandle[] = [];
  for (const [point, at] of times.entries()) {
    if (at < time[0] || at > time[1]) continue;
    const earliest = times[point - 1] ?? 0;
    const latest = times[point + 1] ?? Number.POSITIVE_INFINITY;
    for (let input = 0; input < inputs; input += 1) {
      const value = values[point * inputs + input] ?? 0;
      handles.push({
        id: `course-${point}-${input}`,
        point,
        input,
        position: keepInside(row.rect, view.toScreen({ x: at, y: value }), 0),
        label: `Point ${point + 1} of input ${input + 1}`,
        time: at,
        value,
        drag: (pointer) => ({
          time: Math.min(latest, Math.max(earliest, view.modelX(pointer.x))),
          value: view.modelY(pointer.y),
        }),
      });
    }
  }
  return handles;
}

/** An edge in time that can be dragged along the axis. */
export interface EdgeHandle {
  readonly id: "window-from" | "window-to" | "duration" | "playhead";
  readonly position: ScreenPoint;
  readonly label: string;
  /** tau. */
  readonly time: number;
  /** Time under a pointer; tau, not below 0. */
  drag(pointer: ScreenPoint): number;
}

/** What {@link edgeHandles} needs; times in tau. */
export interface EdgesPicture
  extends Pick<TimeStripPicture, "layout" | "time" | "window" | "playhead"> {
  readonly duration: number | null;
}

/** The playhead, the ends of the analysis window and the end of the run, where in view. */
export function edgeHandles(picture: EdgesPicture): readonly EdgeHandle[] {
  const { layout, time, window, playhead, duration } = picture;
  const view = timeView(picture);
  const { y, height } = layout.area;
  const edge = (id: EdgeHandle["id"], label: string, at: number): readonly EdgeHandle[] => {
    if (at < time[0] || at > time[1]) return [];
    const position = { x: view.screenX(at), y: id === "playhead" ? y : y + height };
    const drag = (pointer: ScreenPoint): number => Math.max(0, view.modelX(pointer.x));
    return [{ id, position, label, time: at, drag }];
  };
  return [
    ...edge("playhead", "Playhead", playhead),
    ...(window === null
      ? []
      : [
          ...edge("window-from", "Start of the analysis window", window[0]),
          ...edge("window-to", "End of the analysis window", window[1]),
        ]),
    ...(duration === null ? [] : edge("duration", "End of the run", duration)),
  ];
}
