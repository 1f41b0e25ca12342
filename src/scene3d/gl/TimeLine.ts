import {
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  type ShaderMaterial,
  Vector4,
} from "three";
import type { Rgb } from "../geometry/colors.ts";
import { createLineGeometry, createLineMaterial } from "./lineQuad.ts";
import { roomFor, type SharedUniforms } from "./shared.ts";

/** Numbers a point: x, yE, |yI|, time. */
const STRIDE = 4;
const LEAST_ROOM = 8192;

/** Playhead, oldest time on show and length of the dark tail. */
export interface TimeWindow {
  readonly now: number;
  readonly since: number;
  readonly tail: number;
}

/**
 * A line through many points in time, drawn up to `now` with its past fading. Each segment's end is read from the next
 * point's row, so points are stored once; moving `now` touches no buffer.
 */
export class TimeLine {
  readonly mesh: Mesh;
  private readonly material: ShaderMaterial;
  private readonly now = { value: 0 };
  private readonly since = { value: 0 };
  private readonly tail = { value: 1 };
  private readonly faint = { value: 0 };
  private readonly tint = { value: new Vector4(0, 0, 0, 1) };
  private readonly width = { value: 1 };
  private geometry = createLineGeometry();
  private buffer = new InstancedInterleavedBuffer(new Float32Array(0), STRIDE);

  constructor(shared: SharedUniforms, order: number) {
    const { now, since, tail, faint, tint, width } = this;
    this.material = createLineMaterial(shared, { now, since, tail, faint, tint, width }, true);
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

  /** What is seen of the line, in the units of the rows. */
  setTime({ now, since, tail }: TimeWindow): void {
    this.now.value = now;
    this.since.value = since;
    this.tail.value = Math.max(tail, 1e-6);
  }

  /** Rows to write into, room for `points`; what was there stays only if it already fitted. */
  reserve(points: number): { readonly rows: Float32Array; readonly isNew: boolean } {
    const { array } = this.buffer;
    // One row more: the last segment's end is read from it even when it is not drawn.
    if (array instanceof Float32Array && array.length >= STRIDE * (points + 1)) {
      return { rows: array, isNew: false };
    }
    const rows = new Float32Array(STRIDE * (roomFor(points, LEAST_ROOM) + 1));
    this.buffer = new InstancedInterleavedBuffer(rows, STRIDE);
    this.geometry.dispose();
    this.geometry = createLineGeometry();
    this.geometry.setAttribute("instanceStart", new InterleavedBufferAttribute(this.buffer, 4, 0));
    this.geometry.setAttribute("instanceEnd", new InterleavedBufferAttribute(this.buffer, 4, 4));
    this.mesh.geometry = this.geometry;
    return { rows, isNew: true };
  }

  /** Show `points` rows, of which those from `first` on are new. */
  commit(first: number, points: number): void {
    this.geometry.instanceCount = Math.max(0, points - 1);
    if (points <= first) return;
    this.buffer.addUpdateRange(STRIDE * first, STRIDE * (points - first));
    this.buffer.needsUpdate = true;
  }

  dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
  }
}
