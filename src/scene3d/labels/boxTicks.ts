import { niceTicks, type Ticks } from "#plots";
import { BOX_AXES, type Ranges } from "../geometry/box.ts";

const MOST_TICKS = 4;
const TICK_SPACE = 34;
/** Ticks do not change while the view turns: they are chosen for an edge of about this length, times the zoom. */
const USUAL_LENGTH = 260;

/** Ticks of the three axes (yE, x, |yI|). */
export type BoxTicks = readonly [Ticks, Ticks, Ticks];

/** How finely the axes are divided at a zoom: 1, 2, 4, ..., so that ticks change rarely. */
export function detailAt(zoom: number): number {
  return 2 ** Math.max(0, Math.floor(Math.log2(zoom)));
}

/** Choose few round values for each axis, more when the view shows only a part of it. */
export function chooseTicks(ranges: Ranges, detail = 1): BoxTicks {
  const choose = (axis: 0 | 1 | 2): Ticks =>
    niceTicks({
      domain: ranges[BOX_AXES[axis]],
      length: USUAL_LENGTH * detail,
      gap: TICK_SPACE,
      most: MOST_TICKS * detail,
    });
  return [choose(0), choose(1), choose(2)];
}
