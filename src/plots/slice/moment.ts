import { type EINetwork, type EINeuron, type InputValue, sliceLines } from "#model";
import { neuronName } from "../neuronName.ts";
import { type PopulationStyle, populationStyle, sideType } from "../populationStyle.ts";
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

/** What {@link paintSliceMoment} draws. */
export interface SliceMomentPicture {
  readonly view: View;
  readonly network: EINetwork;
  readonly moment: SliceMoment;
}

/** Draw a spike over the slice: the neuron's line, the state on it, the jump D and where it ends. */
export function paintSliceMoment(sink: Sink, picture: SliceMomentPicture, theme: Theme): void {
  const { view, network, moment } = picture;
  const found = locateNeuron(network, moment.neuron);
  if (found === null) return;
  const { rect } = view;
  const { colors, lines, scale } = theme;
  const style = populationStyle(theme, sideType(found.side));
  const from = view.toScreen({ x: moment.before[0], y: moment.before[1] });
  const to = view.toScreen({ x: moment.after[0], y: moment.after[1] });
  sink.beginGroup("spike");
  sink.pushClip(rect.x, rect.y, rect.width, rect.height);
  paintLine(sink, picture, { neuron: found.parts, style }, theme);
  const arrow = { fromX: from.x, fromY: from.y, toX: to.x, toY: to.y };
  const pen = { head: 1.25 * lines.arrow };
  paintArrows(sink, [arrow], { ...pen, color: colors.background, width: lines.bold + 3 * scale });
  paintArrows(sink, [arrow], { ...pen, color: style.textColor, width: lines.bold });
  sink.beginPath();
  sink.circle(to.x, to.y, 0.55 * lines.marker);
  sink.fill({ color: colors.background });
  sink.stroke({ color: style.textColor, width: lines.medium });
  sink.beginPath();
  traceMarker(sink, style.marker, { x: from.x, y: from.y, radius: radiusFor(arrow, theme) });
  sink.fill({ color: style.textColor });
  sink.stroke({ color: colors.background, width: 1.5 * scale });
  sink.popClip();
  sink.endGroup();
}

/** A short jump must not vanish under the mark that it starts from. */
function radiusFor({ fromX, fromY, toX, toY }: ArrowPath, { lines }: Theme): number {
  const length = Math.hypot(toX - fromX, toY - fromY);
  return Math.min(1.25 * lines.marker, Math.max(0.6 * lines.marker, 0.4 * length));
}

interface NeuronInk {
  readonly neuron: EINeuron;
  readonly style: PopulationStyle;
}

/** How far the neuron's name stands from the left end of its line; px, unscaled. */
const NAME_AT = { x: 8, y: 7 };

/** The line where the neuron fires at this moment, all across the picture, and its name where there is room. */
function paintLine(
  sink: Sink,
  { view, network, moment }: SliceMomentPicture,
  { neuron, style }: NeuronInk,
  theme: Theme,
): void {
  const { colors, lines, sizes, scale } = theme;
  const moved = { ...neuron, threshold: neuron.threshold - moment.extra };
  const box = { E: view.x, I: view.y };
  const [line] = sliceLines({ ...network, E: [moved], I: [] }, moment.input, box).E;
  if (line === null || line === undefined) return;
  sink.beginPath();
  sink.moveTo(view.screenX(line.from[0]), view.screenY(line.from[1]));
  sink.lineTo(view.screenX(line.to[0]), view.screenY(line.to[1]));
  sink.stroke({ color: colors.background, width: lines.bold + 3 * scale, opacity: 0.8 });
  sink.stroke({ color: style.color, width: lines.bold });
  const left = line.from[0] <= line.to[0] ? line.from : line.to;
  const x = view.screenX(left[0]) + NAME_AT.x * scale;
  const y = Math.max(view.rect.y + 1.5 * sizes.name, view.screenY(left[1]) - NAME_AT.y * scale);
  sink.text(`${neuronName(network, neuron.neuron)} fires`, x, y, {
    color: style.textColor,
    sizePx: sizes.name,
    weight: 650,
    baseline: "bottom",
    halo: colors.background,
  });
}
