import type { EINetwork, Side } from "#model";
import type { Theme } from "../theme.ts";
import { createView, type Interval, type View } from "../view/view.ts";

/** What {@link paintMargins} draws. */
export interface MarginsPicture {
  /** Of the whole chart; CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly network: EINetwork;
  /** T - V of every neuron, N, before and after the spike; threshold units. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Neuron that fired. */
  readonly fired: number;
  /** Neuron with the least margin afterwards. */
  readonly nearest: number;
}

/** One population's part of the chart: neurons to the right, margins upwards. */
export interface MarginBand {
  readonly side: Side;
  /** First neuron in the network. */
  readonly first: number;
  /** Neurons to be drawn, by index; of very many those nearest to threshold in their pixel column. */
  readonly neurons: readonly number[];
  readonly view: View;
}

/** Room left of the bands for numbers, right of them for their letters, and between them; px, unscaled. */
const LEFT = 34;
const RIGHT = 18;
const TOP = 6;
const GAP = 12;
const BOTTOM = 4;
/** Columns narrower than this cannot be told apart; px, unscaled. */
const COLUMN = 3;

/** Share the chart between E above and I below, over one range of margins. */
export function marginBands(picture: MarginsPicture, theme: Theme): readonly MarginBand[] {
  const { width, height, network } = picture;
  const { scale } = theme;
  const y = marginRange(picture);
  const sides = (["E", "I"] as const).filter((side) => network[side].length > 0);
  const room = height - (TOP + BOTTOM + GAP * (sides.length - 1)) * scale;
  const bandHeight = Math.max(1, room / Math.max(1, sides.length));
  return sides.map((side, index) => {
    const first = network[side][0]?.neuron ?? 0;
    const count = network[side].length;
    const rect = {
      x: LEFT * scale,
      y: TOP * scale + index * (bandHeight + GAP * scale),
      width: Math.max(1, width - (LEFT + RIGHT) * scale),
      height: bandHeight,
    };
    const view = createView({ rect, x: [first - 0.5, first + count - 0.5], y });
    const columns = Math.max(1, Math.floor(rect.width / (COLUMN * scale)));
    return { side, first, neurons: chooseNeurons(picture, { first, count, columns }), view };
  });
}

/** How many times the largest push is shown, at least, so that its size can be seen. */
const PUSHES = 4;
/** How many of the neurons nearest to threshold must be within the range. */
const NEAREST = 6;

/** Range of margins: what happens about the threshold, not what the furthest neuron has. */
export function marginRange({ before, after }: Pick<MarginsPicture, "before" | "after">): Interval {
  let push = 0;
  let least = 0;
  let greatest = 0;
  for (let neuron = 0; neuron < before.length; neuron += 1) {
    const from = before[neuron] ?? 0;
    const to = after[neuron] ?? 0;
    push = Math.max(push, Math.abs(to - from));
    least = Math.min(least, from, to);
    greatest = Math.max(greatest, from, to);
  }
  const sixth = Float64Array.from(before).sort()[Math.min(NEAREST, before.length) - 1] ?? 0;
  const top = Math.min(greatest, Math.max(PUSHES * push, 1.5 * sixth));
  const high = top > 0 ? 1.08 * top : 1;
  // As much beyond threshold as is short of it, at most: an explosion would hide everything else.
  return [Math.max(1.12 * least, -high) - 0.06 * high, high];
}

interface Columns {
  readonly first: number;
  readonly count: number;
  readonly columns: number;
}

function chooseNeurons(
  { before, fired, nearest }: MarginsPicture,
  { first, count, columns }: Columns,
): readonly number[] {
  if (count <= columns) return Array.from({ length: count }, (_, index) => first + index);
  const chosen = new Map<number, number>();
  for (let neuron = first; neuron < first + count; neuron += 1) {
    const column = Math.floor(((neuron - first) * columns) / count);
    const rival = chosen.get(column);
    if (rival === undefined || (before[neuron] ?? 0) < (before[rival] ?? 0))
      chosen.set(column, neuron);
  }
  const named = [fired, nearest].filter((one) => one >= first && one < first + count);
  return [...new Set([...chosen.values(), ...named])].sort((a, b) => a - b);
}
