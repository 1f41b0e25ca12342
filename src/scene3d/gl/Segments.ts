import {
  type BufferGeometry,
  DynamicDrawUsage,
  InterleavedBuffer,
  Mesh,
  type ShaderMaterial,
  Vector2,
} from "three";
import type { Triple } from "../geometry/box.ts";
import type { Rgb } from "../geometry/colors.ts";
import { CORNERS, createLineGeometry, createLineMaterial, INDICES } from "./lineQuad.ts";
import { depthRule, roomFor, type SharedUniforms } from "./shared.ts";

/** Numbers a row: two ends of four, and a colour with opacity. */
const STRIDE = 12;
const SEGMENT = CORNERS * STRIDE;
const ATTRIBUTES = {
  lineStart: { size: 4, offset: 0 },
  lineEnd: { size: 4, offset: 4 },
  lineColor: { size: 4, offset: 8 },
} as const;
const LEAST_ROOM = 16;

export interface SegmentStyle {
  /** CSS pixels. */
  readonly width: number;
  readonly order: number;
  /** Painted only behind the surfaces, only in front of them, or everywhere. */
  readonly where?: "behind" | "front" | "everywhere";
}

/** A straight coloured segment, ends as the layer's parent measures them. */
export interface TintedSegment {
  readonly ends: readonly [Triple, Triple];
  readonly color: Rgb;
  readonly opacity: number;
  /** Length of the line up to the ends, for dashes. */
  readonly along: readonly [number, number];
}

/** A set of straight coloured segments in one buffer that is written again and again. */
export class Segments {
  readonly kind = "segments";
  readonly object: Mesh;
  /** CSS pixels. */
  readonly width: number;
  readonly where: NonNullable<SegmentStyle["where"]>;
  private readonly added: TintedSegment[] = [];
  private readonly material: ShaderMaterial;
  private readonly dashes = { value: new Vector2(0, 0) };
  private buffer: InterleavedBuffer;
  private geometry: BufferGeometry;

  constructor(shared: SharedUniforms, { width, order, where = "everywhere" }: SegmentStyle) {
    this.width = width;
    this.where = where;
    this.material = createLineMaterial(
      shared,
      { width: { value: width }, dash: this.dashes },
      false,
    );
    if (where !== "everywhere") {
      this.material.depthTest = true;
      this.material.depthFunc = depthRule(where);
    }
    this.buffer = createBuffer(LEAST_ROOM);
    this.geometry = createLineGeometry(LEAST_ROOM, this.buffer, ATTRIBUTES);
    this.object = new Mesh(this.geometry, this.material);
    this.object.frustumCulled = false;
    this.object.renderOrder = order;
  }

  /** Length of dashes and gaps in the units of `along`; 0 is solid. */
  setDash(on: number, off: number): void {
    this.dashes.value.set(on, off);
  }

  /** Lengths of dashes and gaps; zeros for a solid line. */
  get dash(): readonly [on: number, off: number] {
    return [this.dashes.value.x, this.dashes.value.y];
  }

  /** What has been added since `clear`, in order. */
  get segments(): readonly TintedSegment[] {
    return this.added;
  }

  clear(): void {
    this.added.length = 0;
  }

  /** Add a segment; `along` is the length of the line up to its ends, for dashes. */
  add(
    ends: readonly [Triple, Triple],
    color: Rgb,
    options: { readonly opacity?: number; readonly along?: readonly [number, number] } = {},
  ): void {
    const { opacity = 1, along = [0, 0] } = options;
    const at = this.added.length * SEGMENT;
    this.added.push({ ends, color, opacity, along });
    this.reserve(this.added.length);
    const row = [...ends[0], along[0], ...ends[1], along[1], ...color, opacity];
    for (let corner = 0; corner < CORNERS; corner += 1) {
      this.buffer.array.set(row, at + corner * STRIDE);
    }
  }

  /** Show what has been added since `clear`. */
  commit(): void {
    const count = this.added.length;
    this.geometry.setDrawRange(0, count * INDICES);
    this.object.visible = count > 0;
    if (count === 0) return;
    this.buffer.addUpdateRange(0, count * SEGMENT);
    this.buffer.needsUpdate = true;
  }

  dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
  }

  private reserve(count: number): void {
    const room = this.buffer.array.length / SEGMENT;
    if (count <= room) return;
    const larger = roomFor(count, 2 * room);
    const written = this.buffer.array;
    this.buffer = createBuffer(larger);
    this.buffer.array.set(written);
    this.geometry.dispose();
    this.geometry = createLineGeometry(larger, this.buffer, ATTRIBUTES);
    this.object.geometry = this.geometry;
  }
}

function createBuffer(segments: number): InterleavedBuffer {
  const buffer = new InterleavedBuffer(new Float32Array(SEGMENT * segments), STRIDE);
  return buffer.setUsage(DynamicDrawUsage);
}
