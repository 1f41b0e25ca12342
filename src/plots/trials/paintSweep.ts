import { paintBottomTicks, paintYName, paintYTicks } from "../painters/axes.ts";
import { type PopulationStyle, populationStyle } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import { traceMarker } from "../slice/marks.ts";
import type { Theme } from "../theme.ts";
import { niceTicks } from "../view/ticks.ts";
import type { View } from "../view/view.ts";
import { type EndName, paintBottomName, paintEndNames } from "./endNames.ts";
import { logTicks } from "./logTicks.ts";
import { type SweepMark, type SweepPicture, type SweepSeries, toPlace } from "./sweepPicture.ts";

const BAND_OPACITY = 0.18;

/** Draw a measure over a varied parameter: a line with marks and a band for each population, named at its end. */
export function paintSweep(
  sink: Sink,
  picture: SweepPicture & { readonly view: View },
  theme: Theme,
): void {
  sink.beginGroup("sweep");
  paintFrame(sink, picture, theme);
  paintPresent(sink, picture, theme);
  paintLevel(sink, picture, theme);
  paintPointed(sink, picture, theme);
  for (const series of picture.series) paintBand(sink, { ...picture, one: series }, theme);
  for (const series of picture.series) paintLine(sink, { ...picture, one: series }, theme);
  paintEndNames(sink, { rect: picture.view.rect, names: findNames(picture) }, theme);
  sink.endGroup();
}

interface Drawn {
  readonly view: View;
  readonly spacing: SweepPicture["spacing"];
}

type Whole = SweepPicture & { readonly view: View };
type OneSeries = Drawn & { readonly one: SweepSeries };

function paintFrame(sink: Sink, picture: Whole, theme: Theme): void {
  const { view, spacing, x, y } = picture;
  const { rect } = view;
  const { colors, lines, scale } = theme;
  const bottom = rect.y + rect.height;
  sink.beginPath();
  sink.moveTo(rect.x, rect.y);
  sink.lineTo(rect.x, bottom);
  sink.lineTo(rect.x + rect.width, bottom);
  sink.stroke({ color: colors.axis, width: lines.axis });
  const room = { domain: view.x, length: rect.width, gap: 64 * scale, most: 8 };
  const ticks = spacing === "log" ? logTicks(room) : niceTicks(room);
  paintBottomTicks(sink, { view, ticks, factor: 1 }, theme);
  paintYTicks(sink, { view }, theme);
  paintYName(sink, { rect, name: y }, theme);
  paintBottomName(sink, { rect, name: x }, theme);
}

/** Mark the value that the document has now. */
function paintPresent(sink: Sink, { view, spacing, present }: Whole, theme: Theme): void {
  if (present === null) return;
  const { rect } = view;
  const at = view.screenX(toPlace(present, spacing));
  if (!(at >= rect.x && at <= rect.x + rect.width)) return;
  sink.beginGroup("present value");
  sink.beginPath();
  sink.moveTo(at, rect.y);
  sink.lineTo(at, rect.y + rect.height);
  sink.stroke({ color: theme.colors.focus, width: theme.lines.medium });
  const isRight = at > rect.x + rect.width / 2;
  sink.text("now", at + (isRight ? -4 : 4) * theme.scale, rect.y, {
    color: theme.colors.focusText,
    sizePx: theme.sizes.tick,
    align: isRight ? "end" : "start",
    baseline: "top",
    halo: theme.colors.background,
  });
  sink.endGroup();
}

function paintLevel(sink: Sink, { view, level }: Whole, theme: Theme): void {
  if (level === null) return;
  const { rect } = view;
  const at = view.screenY(level.value);
  sink.beginGroup("level");
  sink.beginPath();
  sink.moveTo(rect.x, at);
  sink.lineTo(rect.x + rect.width, at);
  sink.stroke({ color: theme.colors.axis, width: theme.lines.thin, dash: [4, 4] });
  sink.text(level.label, rect.x + 6 * theme.scale, at - 3 * theme.scale, {
    color: theme.colors.textMuted,
    sizePx: theme.sizes.tick,
    baseline: "bottom",
    halo: theme.colors.background,
  });
  sink.endGroup();
}

function paintPointed(sink: Sink, { view, spacing, pointed }: Whole, theme: Theme): void {
  if (pointed === null) return;
  const { rect } = view;
  const at = view.screenX(toPlace(pointed, spacing));
  sink.beginPath();
  sink.moveTo(at, rect.y);
  sink.lineTo(at, rect.y + rect.height);
  sink.stroke({ color: theme.colors.grid, width: 9 * theme.scale });
}

/** Stretches of marks that could be measured; a gap ends the line. */
function stretches(marks: readonly SweepMark[]): readonly (readonly SweepMark[])[] {
  const found: SweepMark[][] = [[]];
  for (const mark of marks) {
    if (Number.isNaN(mark.value)) found.push([]);
    else found.at(-1)?.push(mark);
  }
  return found.filter((stretch) => stretch.length > 0);
}

function paintBand(sink: Sink, { view, spacing, one }: OneSeries, theme: Theme): void {
  const style = populationStyle(theme, one.type);
  sink.beginGroup(`spread of ${one.label}`);
  for (const stretch of stretches(one.marks)) {
    sink.beginPath();
    trace(sink, stretch, ({ at, high }) => [
      view.screenX(toPlace(at, spacing)),
      view.screenY(high),
    ]);
    for (const { at, low } of stretch.toReversed()) {
      sink.lineTo(view.screenX(toPlace(at, spacing)), view.screenY(low));
    }
    sink.closePath();
    sink.fill({ color: style.color, opacity: BAND_OPACITY });
  }
  // A single mark has no band; its bar shows how sure it is.
  sink.beginPath();
  for (const { at, low, high } of one.marks) {
    if (!(high > low)) continue;
    const x = view.screenX(toPlace(at, spacing));
    sink.moveTo(x, view.screenY(low));
    sink.lineTo(x, view.screenY(high));
  }
  sink.stroke({ color: style.color, width: theme.lines.thin, opacity: 0.7 });
  sink.endGroup();
}

function paintLine(sink: Sink, { view, spacing, one }: OneSeries, theme: Theme): void {
  const style = populationStyle(theme, one.type);
  const place = ({ at, value }: SweepMark): readonly [number, number] => [
    view.screenX(toPlace(at, spacing)),
    view.screenY(value),
  ];
  sink.beginGroup(`line of ${one.label}`);
  sink.beginPath();
  for (const stretch of stretches(one.marks)) trace(sink, stretch, place);
  const pen = theme.lines.medium;
  sink.stroke({ color: style.color, width: pen, dash: style.dash.map((part) => part * pen) });
  paintMarkers(sink, { style, places: one.marks.map(place) }, theme);
  sink.endGroup();
}

function paintMarkers(
  sink: Sink,
  {
    style,
    places,
  }: {
    readonly style: PopulationStyle;
    readonly places: readonly (readonly [number, number])[];
  },
  theme: Theme,
): void {
  sink.beginPath();
  for (const [x, y] of places) {
    if (Number.isNaN(y)) continue;
    traceMarker(sink, style.marker, { x, y, radius: 0.8 * theme.lines.marker });
  }
  sink.fill({ color: style.color });
  sink.stroke({ color: theme.colors.background, width: theme.scale });
}

function trace(
  sink: Sink,
  marks: readonly SweepMark[],
  place: (mark: SweepMark) => readonly [number, number],
): void {
  for (const [index, mark] of marks.entries()) {
    const [x, y] = place(mark);
    if (index === 0) sink.moveTo(x, y);
    else sink.lineTo(x, y);
  }
}

function findNames({ view, series }: Whole): readonly EndName[] {
  return series.flatMap(({ label, type, marks }) => {
    const last = marks.findLast(({ value }) => !Number.isNaN(value));
    return last === undefined ? [] : [{ label, type, y: view.screenY(last.value) }];
  });
}
