import type { Sink } from "../sink.ts";
import type { View } from "../view/view.ts";
import { readSample, type SeriesSource, visitColumns } from "./decimate.ts";

/** Add a curve over time to the sink's path, at most four points a pixel column. */
export function traceSeries(sink: Sink, view: View, source: SeriesSource): void {
  let down = false;
  visitColumns(
    source,
    { from: view.x[0], to: view.x[1], columns: Math.ceil(view.rect.width) },
    (index) => {
      const x = view.screenX(source.time[index] ?? 0);
      const y = view.screenY(readSample(source, index));
      if (down) sink.lineTo(x, y);
      else sink.moveTo(x, y);
      down = true;
    },
  );
}
