import {
  BufferGeometry,
  DynamicDrawUsage,
  InterleavedBuffer,
  Mesh,
  type ShaderMaterial,
  Vector4,
} from "three";
import type { Rgb } from "../geometry/colors.ts";
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

/** Playhead, oldest time on show and length of the dark tail. */
export interface TimeWindow {
  readonly now: number;
  readonly since: number;
  readonly tail: number;
}

/** A line through many points in time, drawn up to `now` with its past fading; moving `now` touches no buffer. */
export class TimeLine {
  readonly mesh: Mesh;
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

  constructor(shared: SharedUniforms, order: number) {
    const { now, tail, faint, tint, width } = this;
    this.material = createLineMaterial(shared, { now, tail, faint, tint, width }, true);
    this.mesh = new Mesh(this.geometry, this.material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = order;
    this.reserve(1);
  }

  setStyle(style: {
    readonly color: Rgb;
    readonly opacity: number;
    /** Opacity that is left of the distant past. */
    readonly faint: number;
    readonly width: number;
  }): void {
    this.tint.value.set(...style.color, style.opacity);
    this.faint.value = style.faint;
    this.width.value = style.width;
  }

  /** Choose what is seen of the line, in the times of its points. */
  setTime({ now, since, tail }: TimeWindow): void {
    this.now.value = now;
    this.tail.value = Math.max(tail, Number.MIN_VALUE);
    const first = this.firstFrom(since);
    const segments = Math.min(this.firstFrom(now), this.points - 1) - first;
    this.geometry.setDrawRange(INDICES * first, INDICES * Math.max(0, segments));
    this.mesh.visible = segments > 0;
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
    this.mesh.geometry = this.geometry;
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
