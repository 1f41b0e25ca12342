import { type RefObject, useLayoutEffect, useState } from "react";

/** Rows to render: first included, last excluded; the rest is blank space of the right height. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  readonly rowHeightPx: number;
}

/** Up to this many rows are simply all there. */
const ALL_ROWS = 60;
const SPARE_ROWS = 6;
const DEFAULT_ROW_PX = 28;

/** The rows that are in sight of a scrolling box, with some spare; all of them in a short table. */
export function useRowWindow(box: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [rowHeightPx, setRowHeight] = useState(DEFAULT_ROW_PX);
  const [sight, setSight] = useState({ top: 0, height: 400 });
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const measure = () => {
      const row = current.querySelector("tbody tr[data-row]");
      const height = row?.getBoundingClientRect().height ?? 0;
      if (height > 0) setRowHeight(height);
      if (count > ALL_ROWS) setSight({ top: current.scrollTop, height: current.clientHeight });
    };
    measure();
    if (count <= ALL_ROWS) return;
    current.addEventListener("scroll", measure, { passive: true });
    return () => current.removeEventListener("scroll", measure);
  }, [box, count]);
  if (count <= ALL_ROWS) return { first: 0, last: count, rowHeightPx };
  const first = Math.max(0, Math.floor(sight.top / rowHeightPx) - SPARE_ROWS);
  const shown = Math.ceil(sight.height / rowHeightPx) + 2 * SPARE_ROWS;
  return { first, last: Math.min(count, first + shown), rowHeightPx };
}
