import type { Sink } from "../sink.ts";
import type { View } from "../view/view.ts";
import { readSample, type SeriesSource, visitColumns } from "./decimate.ts";
import { Straightener } from "./straighten.ts";

/** Add a curve over time to the sink's path, at most four points a pixel column. */
export function traceSeries(sink: Sink, view: View, source: SeriesSource): void {
  const curve = new Straightener(sink);
  visitColumns(
    source,
    { from: view.x[0], to: view.x[1], columns: Math.ceil(view.rect.width) },
    (index) =>
      curve.to(view.screenX(source.time[index] ?? 0), view.screenY(readSample(source, index))),
  );
  curve.lift();
}
