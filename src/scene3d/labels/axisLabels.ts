import { axisNames, type TextContent, type TextRun, type Theme } from "#plots";
import { BOX_AXES, type Ranges, type Triple, toBox } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";
import { isInView, type LabelView } from "./avoid.ts";
import type { AxisEdge, AxisEdges } from "./axisEdges.ts";
import type { BoxTicks } from "./boxTicks.ts";
import type { Label, LabelStyle, Measure } from "./label.ts";
import { gridLineFrom, placesAlong, visibleSpan } from "./slide.ts";

const NAMES = [axisNames.excitatory, axisNames.input, axisNames.inhibitory] as const;
/** From the box to its tick labels, and from those to the axis's name; CSS pixels. */
const TICK_GAP = 7;
const NAME_GAP = 4;
const SIDESTEP = 8;

/** What the labels of the axes depend on. */
export interface AxisScene {
  readonly edges: AxisEdges;
  readonly ticks: BoxTicks;
  readonly ranges: Ranges;
  readonly theme: Theme;
  readonly toScreen: (at: Triple) => Pixels;
  readonly measure: Measure;
  readonly view: LabelView;
}

/**
 * Write ticks and names along the chosen edges, outside the box; names come first. A tick that would be out of view slides
 * along its grid line to where it is in view.
 */
export function axisLabels(scene: AxisScene): readonly Label[] {
  const names: Label[] = [];
  const numbers: Label[] = [];
  for (const axis of [0, 1, 2] as const) {
    const edge = scene.edges[axis];
    if (edge === null) continue;
    const along = layOut(scene, edge);
    const ticks = tickLabels(scene, axis, along);
    const depth = ticks.reduce((most, { size }) => Math.max(most, size), 0);
    names.push(nameLabel(scene, axis, { ...along, depth }));
    numbers.push(...ticks.map(({ label }) => label));
  }
  return [...names, ...numbers];
}

interface EdgeOnScreen {
  readonly edge: AxisEdge;
  readonly from: Pixels;
  readonly to: Pixels;
  /** Unit vector from low to high values. */
  readonly along: Pixels;
  /** Unit vector away from the box. */
  readonly outward: Pixels;
}

function layOut({ toScreen }: AxisScene, edge: AxisEdge): EdgeOnScreen {
  const from = toScreen(edge.from);
  const to = toScreen(edge.to);
  const centre = toScreen([0, 0, 0]);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const across = { x: -along.y, y: along.x };
  const inward = (centre.x - from.x) * across.x + (centre.y - from.y) * across.y > 0;
  return { edge, from, to, along, outward: inward ? { x: -across.x, y: -across.y } : across };
}

function tickLabels(
  scene: AxisScene,
  axis: 0 | 1 | 2,
  { edge, along, outward }: EdgeOnScreen,
): readonly { readonly label: Label; readonly size: number }[] {
  const { ticks, theme, toScreen, measure } = scene;
  const style: LabelStyle = {
    color: theme.colors.textMuted,
    sizePx: theme.sizes.tick,
    weight: 400,
    halo: null,
  };
  const lowest = ticks[axis].values[0];
  return ticks[axis].values.map((value) => {
    const content = ticks[axis].format(value);
    const size = reach(measure(content, style), outward);
    const place = onEdge(scene, edge, { axis, value });
    const centre = shifted(toScreen(place), outward, TICK_GAP + size / 2);
    const key = `tick ${BOX_AXES[axis]} ${content}`;
    // Where the numbers of two axes meet at a corner, one gives way along its own axis.
    const aside = value === lowest ? SIDESTEP : -SIDESTEP;
    const centres = [centre, shifted(centre, along, aside)];
    const label = { key, content, style, rotate: 0, centres };
    // The grid lines of the ends are edges of the box, where other axes have their numbers.
    const isEnd = scene.ranges[BOX_AXES[axis]].includes(value);
    if (isEnd || isSeenSomewhere(scene, label)) return { label, size };
    return { label: slideIn(scene, label, { axis, edge, place }), size };
  });
}

function nameStyle({ colors, sizes }: Theme): LabelStyle {
  return { color: colors.text, sizePx: sizes.label, weight: 500, halo: null };
}

function nameLabel(
  { theme, measure, view }: AxisScene,
  axis: 0 | 1 | 2,
  { from, to, outward, depth }: EdgeOnScreen & { readonly depth: number },
): Label {
  const style = nameStyle(theme);
  const [low, high] = visibleSpan([from, to], view) ?? [0, 1];
  const length = (high - low) * Math.hypot(to.x - from.x, to.y - from.y);
  const name = NAMES[axis];
  const whole = measure(name.words, style);
  const content = whole.width <= length * 1.1 ? name.words : name.short;
  const rotate = uprightAngle(from, to);
  const { height } = content === name.words ? whole : measure(content, style);
  const away = TICK_GAP + depth + NAME_GAP + height / 2;
  const centres = [0.5, 0.42, 0.58, 0.34, 0.66].map((part) => {
    const share = low + part * (high - low);
    const place = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    return shifted(place, outward, away);
  });
  return { key: `axis ${BOX_AXES[axis]}`, content, style, rotate, centres };
}

/** A tick where its grid line comes into view, with the axis's symbol, readable over whatever is there. */
function slideIn(
  scene: AxisScene,
  label: Label,
  at: { readonly axis: 0 | 1 | 2; readonly edge: AxisEdge; readonly place: Triple },
): Label {
  const { theme, toScreen, measure, view } = scene;
  const content = [...runsOf(NAMES[at.axis].short), { text: " = " }, ...runsOf(label.content)];
  const style = { ...label.style, halo: theme.colors.background };
  const line = gridLineFrom(at.edge, at.place).map(toScreen);
  return { ...label, content, style, centres: placesAlong(line, measure(content, style), view) };
}

function runsOf(content: TextContent): readonly TextRun[] {
  return typeof content === "string" ? [{ text: content }] : content;
}

/** Where a value stands on an edge. */
function onEdge(
  { ranges }: AxisScene,
  edge: AxisEdge,
  { axis, value }: { readonly axis: 0 | 1 | 2; readonly value: number },
): Triple {
  const at: [number, number, number] = [...edge.from];
  at[axis] = toBox(ranges, axis, value);
  return at;
}

function isSeenSomewhere({ measure, view }: AxisScene, label: Label): boolean {
  const size = measure(label.content, label.style);
  return label.centres.some((centre) => isInView({ centre, ...size, rotate: label.rotate }, view));
}

/** The direction of a line as an angle at which words can be read: upwards where it stands, -110 up to 70 degrees. */
export function uprightAngle(from: Pixels, to: Pixels): number {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  if (angle >= 70) return angle - 180;
  return angle < -110 ? angle + 180 : angle;
}

function shifted(at: Pixels, direction: Pixels, by: number): Pixels {
  return { x: at.x + by * direction.x, y: at.y + by * direction.y };
}

/** How far an upright box reaches along a direction. */
function reach(size: { readonly width: number; readonly height: number }, along: Pixels): number {
  return size.width * Math.abs(along.x) + size.height * Math.abs(along.y);
}
