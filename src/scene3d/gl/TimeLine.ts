import {
  BufferGeometry,
  DynamicDrawUsage,
  InterleavedBuffer,
  Mesh,
  type ShaderMaterial,
  Vector4,
} from "three";
import type { Triple } from "../geometry/box.ts";
import type { Rgb } from "../geometry/colors.ts";
import type { Fade, TimeWindow } from "./fade.ts";
import { CORNERS, createLineGeometry, createLineMaterial, INDICES } from "./lineQuad.ts";
import { roomFor, type SharedUniforms } from "./shared.ts";

/** Numbers a row: x, yE, |yI|, time. */
const STRIDE = 4;
/** Numbers a point: a row for each corner of the segment that begins there. */
export const POINT_NUMBERS = CORNERS * STRIDE;
/** A segment's end is read from the next point's rows, so points are stored once. */
const ATTRIBUTES = {
  lineStart: { size: 4, offset: 0 },
  lineEnd: { size: 4, offset: POINT_NUMBERS },
} as const;
const LEAST_ROOM = 8192;

/** A line's pen. */
export interface LinePen {
  readonly color: Rgb;
  readonly opacity: number;
  /** CSS pixels. */
  readonly width: number;
}

/** A line through many points in time, drawn up to `now` with its past fading; moving `now` touches no buffer. */
export class TimeLine {
  readonly kind = "time line";
  readonly object: Mesh;
  private readonly material: ShaderMaterial;
  private readonly now = { value: 0 };
  private readonly tail = { value: 1 };
  private readonly faint = { value: 0 };
  private readonly tint = { value: new Vector4(0, 0, 0, 1) };
  private readonly width = { value: 1 };
  private geometry = new BufferGeometry();
  private rows = new Float32Array(0);
  private buffer = new InterleavedBuffer(this.rows, STRIDE);
  private points = 0;
  private shown: readonly [first: number, end: number] = [0, 0];
  private since = 0;

  constructor(shared: SharedUniforms, order: number) {
    const { now, tail, faint, tint, width } = this;
    this.material = createLineMaterial(shared, { now, tail, faint, tint, width }, true);
    this.object = new Mesh(this.geometry, this.material);
    this.object.frustumCulled = false;
    this.object.renderOrder = order;
    this.reserve(1);
  }

  /** @param style `faint` is the share of the opacity that is left of the distant past. */
  setStyle(style: LinePen & { readonly faint: number }): void {
    this.tint.value.set(...style.color, style.opacity);
    this.faint.value = style.faint;
    this.width.value = style.width;
  }

  get pen(): LinePen {
    const [red, green, blue, opacity] = this.tint.value.toArray();
    return { color: [red, green, blue], opacity, width: this.width.value };
  }

  /** What the line fades by and where it ends. */
  get fade(): Fade {
    const { now, tail, faint, since } = this;
    return { now: now.value, since, tail: tail.value, faint: faint.value };
  }

  /** Points on show, from the first to before the end; the last may lie beyond `now`. */
  get range(): readonly [first: number, end: number] {
    return this.shown;
  }

  /** Read a point back, x, yE, |yI|, and its time. */
  pointAt(index: number): { readonly at: Triple; readonly time: number } {
    const at = POINT_NUMBERS * index;
    const read = (offset: number): number => this.rows[at + offset] ?? 0;
    return { at: [read(0), read(1), read(2)], time: read(3) };
  }

  /** Choose what is seen of the line, in the times of its points. */
  setTime({ now, since, tail }: TimeWindow): void {
    this.now.value = now;
    this.since = since;
    this.tail.value = Math.max(tail, Number.MIN_VALUE);
    const first = this.firstFrom(since);
    const segments = Math.min(this.firstFrom(now), this.points - 1) - first;
    this.geometry.setDrawRange(INDICES * first, INDICES * Math.max(0, segments));
    this.shown = segments > 0 ? [first, first + segments + 1] : [first, first];
    this.object.visible = segments > 0;
  }

  /** Rows to write into, room for `points`; a new buffer starts empty. */
  reserve(points: number): { readonly rows: Float32Array; readonly isNew: boolean } {
    // One point more: the last segment's end is read from it even when it is not drawn.
    if (this.rows.length >= POINT_NUMBERS * (points + 1)) return { rows: this.rows, isNew: false };
    const room = roomFor(points, LEAST_ROOM);
    this.rows = new Float32Array(POINT_NUMBERS * (room + 1));
    this.buffer = new InterleavedBuffer(this.rows, STRIDE).setUsage(DynamicDrawUsage);
    this.geometry.dispose();
    this.geometry = createLineGeometry(room, this.buffer, ATTRIBUTES);
    this.object.geometry = this.geometry;
    return { rows: this.rows, isNew: true };
  }

  /** Take over `points` points, of which those from `first` on are new. */
  commit(first: number, points: number): void {
    this.points = points;
    if (points <= first) return;
    this.buffer.addUpdateRange(POINT_NUMBERS * first, POINT_NUMBERS * (points - first));
    this.buffer.needsUpdate = true;
  }

  dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
  }

  /** First point at or after a time. */
  private firstFrom(time: number): number {
    let low = 0;
    let high = this.points;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.rows[POINT_NUMBERS * middle + 3] ?? 0) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
