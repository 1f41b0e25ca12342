import { axisNames, niceTicks, type Theme, type Ticks } from "#plots";
import { BOX_AXES, type Ranges, type Triple, toBox } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";
import type { AxisEdge, AxisEdges } from "./axisEdges.ts";
import type { Label, LabelStyle, Measure } from "./label.ts";

const NAMES = [axisNames.excitatory, axisNames.input, axisNames.inhibitory] as const;
/** From the box to its tick labels, and from those to the axis's name; CSS pixels. */
const TICK_GAP = 7;
const NAME_GAP = 4;
const SIDESTEP = 8;
const MOST_TICKS = 4;
const TICK_SPACE = 34;
/** Ticks do not change while the view turns: they are chosen for an edge of about this length. */
const USUAL_LENGTH = 260;

/** Ticks of the three axes (yE, x, |yI|). */
export type BoxTicks = readonly [Ticks, Ticks, Ticks];

/** Choose few round values for each axis. */
export function chooseTicks(ranges: Ranges): BoxTicks {
  const choose = (axis: 0 | 1 | 2): Ticks =>
    niceTicks({
      domain: ranges[BOX_AXES[axis]],
      length: USUAL_LENGTH,
      gap: TICK_SPACE,
      most: MOST_TICKS,
    });
  return [choose(0), choose(1), choose(2)];
}

/** What the labels of the axes depend on. */
export interface AxisScene {
  readonly edges: AxisEdges;
  readonly ticks: BoxTicks;
  readonly ranges: Ranges;
  readonly theme: Theme;
  readonly toScreen: (at: Triple) => Pixels;
  readonly measure: Measure;
}

/** Write ticks and names along the chosen edges, outside the box; names come first. */
export function axisLabels(scene: AxisScene): readonly Label[] {
  const names: Label[] = [];
  const numbers: Label[] = [];
  for (const axis of [0, 1, 2] as const) {
    const edge = scene.edges[axis];
    if (edge === null) continue;
    const along = layOut(scene, edge);
    const ticks = tickLabels(scene, axis, { edge, ...along });
    const depth = ticks.reduce((most, { size }) => Math.max(most, size), 0);
    names.push(nameLabel(scene, axis, { ...along, depth }));
    numbers.push(...ticks.map(({ label }) => label));
  }
  return [...names, ...numbers];
}

interface EdgeOnScreen {
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
  return { from, to, along, outward: inward ? { x: -across.x, y: -across.y } : across };
}

function tickLabels(
  { ticks, ranges, theme, toScreen, measure }: AxisScene,
  axis: 0 | 1 | 2,
  { edge, along, outward }: EdgeOnScreen & { readonly edge: AxisEdge },
): readonly { readonly label: Label; readonly size: number }[] {
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
    const at: [number, number, number] = [...edge.from];
    at[axis] = toBox(ranges, axis, value);
    const centre = shifted(toScreen(at), outward, TICK_GAP + size / 2);
    const key = `tick ${BOX_AXES[axis]} ${content}`;
    // Where the numbers of two axes meet at a corner, one gives way along its own axis.
    const aside = value === lowest ? SIDESTEP : -SIDESTEP;
    const centres = [centre, shifted(centre, along, aside)];
    return { label: { key, content, style, rotate: 0, centres }, size };
  });
}

function nameLabel(
  { theme, measure }: AxisScene,
  axis: 0 | 1 | 2,
  { from, to, outward, depth }: EdgeOnScreen & { readonly depth: number },
): Label {
  const style: LabelStyle = {
    color: theme.colors.text,
    sizePx: theme.sizes.label,
    weight: 500,
    halo: null,
  };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const name = NAMES[axis];
  const whole = measure(name.words, style);
  const content = whole.width <= length * 1.1 ? name.words : name.short;
  const rotate = uprightAngle(from, to);
  const { height } = content === name.words ? whole : measure(content, style);
  const away = TICK_GAP + depth + NAME_GAP + height / 2;
  const centres = [0.5, 0.42, 0.58, 0.34, 0.66].map((share) =>
    shifted(
      { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) },
      outward,
      away,
    ),
  );
  return { key: `axis ${BOX_AXES[axis]}`, content, style, rotate, centres };
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
