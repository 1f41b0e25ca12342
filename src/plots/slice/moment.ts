import { type EINetwork, type InputValue, type LinePiece, type Range, sliceLines } from "#model";
import { type Label, type LabelSpot, labelSize, type PlacedLabel } from "../labels/label.ts";
import type { Placer } from "../labels/placer.ts";
import { neuronName } from "../neuronName.ts";
import { populationStyle, sideType } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import type { View } from "../view/view.ts";
import { type ArrowPath, paintArrows, traceMarker } from "./marks.ts";
import { locateNeuron } from "./neuronLine.ts";

/** A spike as the slice shows it. */
export interface SliceMoment {
  /** Neuron that fires, index in the network. */
  readonly neuron: number;
  readonly input: InputValue;
  /** (yE, |yI|) just before and once the spike has acted. */
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
  /** Voltage beyond F x + E y (currents, resets), which moves the neuron's line. */
  readonly extra: number;
}

/** A spike in a picture. */
export interface SliceMomentPicture {
  readonly view: View;
  readonly network: EINetwork;
  readonly moment: SliceMoment;
}

/** Draw a spike: the line that the neuron fires on, the state there, the jump D and a small mark where it ends. */
export function paintSliceMoment(sink: Sink, picture: SliceMomentPicture, theme: Theme): void {
  const { view, network, moment } = picture;
  const found = locateNeuron(network, moment.neuron);
  if (found === null) return;
  const { colors, lines, scale } = theme;
  const style = populationStyle(theme, sideType(found.side));
  const arrow = jumpOf(picture);
  sink.beginGroup("spike");
  const line = lineOf(picture);
  if (line !== null) {
    sink.beginPath();
    sink.moveTo(view.screenX(line.from[0]), view.screenY(line.from[1]));
    sink.lineTo(view.screenX(line.to[0]), view.screenY(line.to[1]));
    sink.stroke({ color: colors.background, width: lines.bold + 3 * scale, opacity: 0.8 });
    sink.stroke({ color: style.color, width: lines.bold });
  }
  const head = 1.25 * lines.arrow;
  paintArrows(sink, [arrow], { head, color: colors.background, width: lines.bold + 3 * scale });
  paintArrows(sink, [arrow], { head, color: style.textColor, width: lines.bold });
  sink.beginPath();
  sink.circle(arrow.toX, arrow.toY, 0.55 * lines.marker);
  sink.fill({ color: colors.background });
  sink.stroke({ color: style.textColor, width: lines.medium });
  sink.beginPath();
  const radius = radiusFor(arrow, theme);
  traceMarker(sink, style.marker, { x: arrow.fromX, y: arrow.fromY, radius });
  sink.fill({ color: style.textColor });
  sink.stroke({ color: colors.background, width: 1.5 * scale });
  sink.endGroup();
}

/** The jump on the screen. */
export function jumpOf({ view, moment }: SliceMomentPicture): ArrowPath {
  const { before, after } = moment;
  return {
    fromX: view.screenX(before[0]),
    fromY: view.screenY(before[1]),
    toX: view.screenX(after[0]),
    toY: view.screenY(after[1]),
  };
}

/** Where along the neuron's line its name may stand, best first, and how far from it; px, unscaled. */
const SHARES = [0.04, 0.14, 0.24, 0.34, 0.84, 0.74, 0.64];
const ASIDE = 4;

/** Place the name of the neuron beside the line that it fires on. */
export function placeMomentName(
  placer: Placer,
  picture: SliceMomentPicture,
  theme: Theme,
): readonly PlacedLabel[] {
  const { network, moment, view } = picture;
  const found = locateNeuron(network, moment.neuron);
  const line = lineOf(picture);
  if (found === null || line === null) return [];
  const content = `${neuronName(network, moment.neuron)} fires`;
  const label: Label = {
    lines: [{ content, sizePx: theme.sizes.name, weight: 650 }],
    color: populationStyle(theme, sideType(found.side)).textColor,
    halo: theme.colors.background,
  };
  const spot = placer.place(spotsBeside({ line, view, label, aside: ASIDE * theme.scale }));
  return spot === null ? [] : [{ label, spot }];
}

interface Beside {
  readonly line: LinePiece;
  readonly view: View;
  readonly label: Label;
  readonly aside: number;
}

/** Above a line that rises to the right the box ends at it, below it begins there. */
function* spotsBeside({ line, view, label, aside }: Beside): Generator<LabelSpot> {
  const size = labelSize(label);
  const [fromX, fromY] = [view.screenX(line.from[0]), view.screenY(line.from[1])];
  const [toX, toY] = [view.screenX(line.to[0]), view.screenY(line.to[1])];
  for (const share of SHARES) {
    const x = fromX + share * (toX - fromX);
    const y = fromY + share * (toY - fromY);
    const above = { ...size, x: x - size.width - aside, y: y - size.height - aside };
    yield { ...above, align: "end" };
    yield { ...size, x: x + aside, y: y + aside, align: "start" };
  }
}

/** A short jump must not vanish under the mark that it starts from. */
function radiusFor({ fromX, fromY, toX, toY }: ArrowPath, { lines }: Theme): number {
  const length = Math.hypot(toX - fromX, toY - fromY);
  return Math.min(1.25 * lines.marker, Math.max(0.6 * lines.marker, 0.4 * length));
}

/** The line where the neuron fires at this moment, or null where it is out of sight. */
function lineOf({ view, network, moment }: SliceMomentPicture): LinePiece | null {
  const parts = network.neurons[moment.neuron];
  if (parts === undefined) return null;
  const moved = { ...parts, threshold: parts.threshold - moment.extra };
  const box = { E: view.x, I: view.y };
  return sliceLines({ ...network, E: [moved], I: [] }, moment.input, box).E[0] ?? null;
}

/** The jump fills this part of a close-up. */
const CLOSE_PART = 0.22;

/**
 * Ranges about a jump in which it can be seen, in the proportions of the whole picture; null when it is large enough
 * there.
 */
export function closeUpOf(
  { before, after }: Pick<SliceMoment, "before" | "after">,
  whole: { readonly E: Range; readonly I: Range },
): { readonly E: Range; readonly I: Range } | null {
  const spanE = whole.E[1] - whole.E[0];
  const spanI = whole.I[1] - whole.I[0];
  const part = Math.max(
    Math.abs(after[0] - before[0]) / spanE,
    Math.abs(after[1] - before[1]) / spanI,
  );
  const zoom = part / CLOSE_PART;
  if (zoom === 0 || zoom > CLOSE_ENOUGH) return null;
  const about = (from: number, to: number, span: number): Range => {
    const middle = (from + to) / 2;
    return [middle - (zoom * span) / 2, middle + (zoom * span) / 2];
  };
  return { E: about(before[0], after[0], spanE), I: about(before[1], after[1], spanI) };
}

/** A close-up that shows more than this part of the whole shows nothing new. */
const CLOSE_ENOUGH = 0.5;
