import { drawCourse, setInput } from "#document";
import type { ScreenPoint, View } from "#plots";
import type { AppActions, AppStore } from "#store";
import type { Lab } from "../lab/LabContext.tsx";
import { panTime } from "./zoomTime.ts";

/** Something under way on the strip, from press to release. */
export interface StripDrag {
  move(to: ScreenPoint): void;
  commit(at: ScreenPoint): void;
  /** Everything as it was before the press. */
  cancel(): void;
}

interface DragParts {
  readonly store: AppStore;
  readonly actions: AppActions;
  readonly lab: Lab;
}

/** Move the playhead with the pointer. */
export function beginScrub({ lab, actions }: DragParts, time: View, at: ScreenPoint): StripDrag {
  const before = lab.data.time;
  const scrub = (to: ScreenPoint, commit: boolean): void => lab.seek(time.modelX(to.x), commit);
  actions.setPlaying(false);
  scrub(at, false);
  return {
    move: (to) => scrub(to, false),
    commit: (to) => scrub(to, true),
    cancel: () => lab.seek(before, true),
  };
}

/** Push the time axis along. */
export function beginPan({ store, actions }: DragParts, time: View, at: ScreenPoint): StripDrag {
  const range = time.x;
  const before = store.getState().view.timeRange;
  return {
    move(to) {
      const { duration } = store.getState().experiment;
      // The whole run has nowhere to go, and goes on to mean the whole run.
      if (range[1] - range[0] >= duration) return;
      const by = ((at.x - to.x) / time.rect.width) * (range[1] - range[0]);
      actions.setView({ timeRange: panTime(range, by, duration) });
    },
    commit: () => undefined,
    cancel: () => actions.setView({ timeRange: before }),
  };
}

const DRAWING = "draw the input";

/** Draw over the input course; one undo step. */
export function beginDrawing({ store, actions }: DragParts, row: View, at: ScreenPoint): StripDrag {
  const before = store.getState().experiment;
  const { ranges } = store.getState().view;
  const stroke: (readonly [number, number])[] = [];
  const draw = (to: ScreenPoint): void => {
    const { x: time, y: value } = row.toModel(to);
    const held = Math.min(before.duration, Math.max(0, time));
    const level = Math.min(ranges.x[1], Math.max(ranges.x[0], value));
    stroke.push([Number(held.toFixed(3)), Number(level.toFixed(3))]);
    actions.edit(DRAWING, () => setInput(before, drawCourse(before, stroke)), "gesture");
  };
  actions.beginGesture(DRAWING);
  draw(at);
  return { move: draw, commit: actions.commitGesture, cancel: actions.cancelGesture };
}
