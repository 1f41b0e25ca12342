import { pointBetween } from "#math";
import type { Sink } from "#plots";
import type { Ranges, Triple } from "../geometry/box.ts";
import { clipSegment } from "../geometry/clipSegment.ts";
import type { Pixels } from "../geometry/displacement.ts";
import { fadeAt } from "../gl/fade.ts";
import { LINE_REACH } from "../gl/lineShader.ts";
import type { TimeLine } from "../gl/TimeLine.ts";
import { ageSteps } from "./ageSteps.ts";
import { type Ink, screenMap, tint } from "./ink.ts";
import { simplifyLine, splitAtTurns } from "./simplifyLine.ts";

/** Points nearer to the line than this are left out; CSS pixels. */
const TOLERANCE = 0.15;
/**
 * Strokes a stretch of time is laid out in. One stroke does not darken where it crosses itself; as on the screen, a line
 * that goes to and fro does.
 */
const STROKES = 3;

/** Stroke a line up to its present, older parts fainter in steps, where it runs inside the box. */
export function paintTimeLine(layer: TimeLine, { sink, rig, ranges }: Ink): void {
  const { fade, pen } = layer;
  const steps = ageSteps(fade);
  const toScreen = screenMap(layer.object, rig);
  for (const { step, lines } of stepsOf(layer, widened(ranges), steps.of)) {
    const strands = lines.flatMap((line) =>
      splitAtTurns(simplifyLine(line.map(toScreen), TOLERANCE)),
    );
    const ink = tint(pen.color, pen.opacity * fadeAt(fade, steps.ageOf(step)));
    for (let stroke = 0; stroke < Math.min(STROKES, strands.length); stroke += 1) {
      sink.beginPath();
      for (const strand of strands.filter((_, index) => index % STROKES === stroke)) {
        traceLine(sink, strand);
      }
      sink.stroke({ ...ink, width: pen.width });
    }
  }
}

function traceLine(sink: Sink, points: readonly Pixels[]): void {
  for (const [index, { x, y }] of points.entries()) {
    if (index === 0) sink.moveTo(x, y);
    else sink.lineTo(x, y);
  }
}

/** Unbroken lines inside the box during one step of age. */
interface Step {
  readonly step: number;
  readonly lines: Triple[][];
}

function stepsOf(layer: TimeLine, room: Ranges, stepOf: (time: number) => number): readonly Step[] {
  const found: Step[] = [];
  let end: Triple | null = null;
  for (const [from, to, time] of stretches(layer)) {
    const part = clipSegment(room, from, to);
    if (part === null) continue;
    const step = stepOf(time);
    if (found.at(-1)?.step !== step) {
      found.push({ step, lines: [] });
      end = null;
    }
    const lines = found.at(-1)?.lines ?? [];
    // A stretch that has not been clipped begins at the very point where the one before it ends.
    if (end !== part[0]) lines.push([part[0]]);
    lines.at(-1)?.push(part[1]);
    end = part[1];
  }
  return found;
}

/** Straight stretches between samples with the time of their ends; the last one stops at the present. */
function* stretches(layer: TimeLine): Iterable<readonly [from: Triple, to: Triple, time: number]> {
  const { now } = layer.fade;
  const [first, end] = layer.range;
  let before = layer.pointAt(first);
  for (let index = first + 1; index < end; index += 1) {
    const next = layer.pointAt(index);
    if (next.time <= now) yield [before.at, next.at, next.time];
    else {
      const share = (now - before.time) / (next.time - before.time);
      yield [before.at, pointBetween({ from: before.at, to: next.at }, share), now];
    }
    before = next;
  }
}

/** The ranges with the leeway that the line's shader grants. */
function widened({ x, E, I }: Ranges): Ranges {
  const widen = ([low, high]: readonly [number, number]): readonly [number, number] => {
    const leeway = ((LINE_REACH - 1) * (high - low)) / 2;
    return [low - leeway, high + leeway];
  };
  return { x: widen(x), E: widen(E), I: widen(I) };
}
