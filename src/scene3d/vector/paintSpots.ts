import { HALF, type Triple } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";
import { fadeAt } from "../gl/fade.ts";
import { SPOT_REACH, type Spots } from "../gl/Spots.ts";
import { ageSteps } from "./ageSteps.ts";
import { boxMap, type Ink, tint } from "./ink.ts";
import { SPOT_PARTS } from "./spotShapes.ts";

/** Marks of one shape in a row. */
interface Batch {
  readonly shape: number;
  readonly step: number;
  readonly marks: { readonly at: Pixels; readonly radius: number }[];
}

/** Draw marks, older ones fainter in steps; a path for those of one shape in a row. */
export function paintSpots(layer: Spots, ink: Ink): void {
  const { sink } = ink;
  const steps = ageSteps(layer.fade);
  for (const { shape, step, marks } of batches(layer, ink, steps.of)) {
    const colors = layer.colorsOf(shape);
    const opacity = fadeAt(layer.fade, steps.ageOf(step));
    for (const part of SPOT_PARTS.get(shape) ?? []) {
      sink.beginPath();
      for (const { at, radius } of marks) part.trace(sink, at, radius);
      sink.fill(tint(colors[part.ink], opacity));
    }
  }
}

function batches(layer: Spots, { rig }: Ink, stepOf: (time: number) => number): readonly Batch[] {
  const { fade } = layer;
  const toBox = boxMap(layer.object);
  const found: Batch[] = [];
  for (let index = 0; index < layer.size; index += 1) {
    const { at, time, shape, size } = layer.markAt(index);
    const box = toBox(at);
    if (time > fade.now || time < fade.since || isFarOut(box)) continue;
    const step = stepOf(time);
    const mark = { at: rig.toScreen(box), radius: size / 2 };
    const last = found.at(-1);
    if (last?.shape === shape && last.step === step) last.marks.push(mark);
    else found.push({ shape, step, marks: [mark] });
  }
  return found;
}

function isFarOut(box: Triple): boolean {
  return HALF.some((half, axis) => Math.abs(box[axis] ?? 0) > SPOT_REACH * half);
}
