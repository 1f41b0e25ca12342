import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import type { View } from "../view/view.ts";

/** Draw the quiet left and lower edge of a row. */
export function paintRowFrame(sink: Sink, { rect }: View, theme: Theme): void {
  const bottom = rect.y + rect.height;
  sink.beginPath();
  sink.moveTo(rect.x, rect.y);
  sink.lineTo(rect.x, bottom);
  sink.stroke({ color: theme.colors.axis, width: theme.lines.axis });
  sink.beginPath();
  sink.moveTo(rect.x, bottom);
  sink.lineTo(rect.x + rect.width, bottom);
  sink.stroke({ color: theme.colors.grid, width: theme.lines.axis });
}
