import {
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  type ShaderMaterial,
  Vector2,
} from "three";
import type { Triple } from "../geometry/box.ts";
import type { Rgb } from "../geometry/colors.ts";
import { createLineGeometry, createLineMaterial } from "./lineQuad.ts";
import { depthRule, roomFor, type SharedUniforms } from "./shared.ts";

/** Numbers a segment: two ends of four, and a colour with opacity. */
const STRIDE = 12;

export interface SegmentStyle {
  /** CSS pixels. */
  readonly width: number;
  readonly order: number;
  /** Painted only behind the surfaces, only in front of them, or everywhere. */
  readonly where?: "behind" | "front" | "everywhere";
}

/** A set of straight coloured segments in one buffer that is written again and again. */
export class Segments {
  readonly mesh: Mesh;
  private readonly material: ShaderMaterial;
  private readonly width = { value: 1 };
  private readonly dashes = { value: new Vector2(0, 0) };
  private buffer = new InstancedInterleavedBuffer(new Float32Array(STRIDE * 16), STRIDE);
  private geometry = createLineGeometry();
  private count = 0;

  constructor(shared: SharedUniforms, style: SegmentStyle) {
    const uniforms = { width: this.width, dash: this.dashes };
    this.material = createLineMaterial(shared, uniforms, false);
    this.width.value = style.width;
    if (style.where === "behind" || style.where === "front") {
      this.material.depthTest = true;
      this.material.depthFunc = depthRule(style.where);
    }
    this.mesh = new Mesh(this.geometry, this.material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = style.order;
    this.attach();
  }

  setWidth(pixels: number): void {
    this.width.value = pixels;
  }

  /** Length of dashes and gaps in the units of `along`; 0 is solid. */
  setDash(on: number, off: number): void {
    this.dashes.value.set(on, off);
  }

  clear(): void {
    this.count = 0;
  }

  /** Add a segment; `along` is the length of the line up to its ends, for dashes. */
  add(
    ends: readonly [Triple, Triple],
    color: Rgb,
    options: { readonly opacity?: number; readonly along?: readonly [number, number] } = {},
  ): void {
    this.reserve(this.count + 1);
    const [from, to] = ends;
    const [start, end] = options.along ?? [0, 0];
    const row = [...from, start, ...to, end, ...color, options.opacity ?? 1];
    this.buffer.array.set(row, this.count * STRIDE);
    this.count += 1;
  }

  /** Show what has been added since `clear`. */
  commit(): void {
    this.buffer.addUpdateRange(0, this.count * STRIDE);
    this.buffer.needsUpdate = true;
    this.geometry.instanceCount = this.count;
    this.mesh.visible = this.count > 0;
  }

  dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
  }

  private reserve(count: number): void {
    const room = this.buffer.array.length / STRIDE;
    if (count <= room) return;
    const larger = new Float32Array(STRIDE * roomFor(count, 2 * room));
    larger.set(this.buffer.array);
    this.buffer = new InstancedInterleavedBuffer(larger, STRIDE);
    this.geometry.dispose();
    this.geometry = createLineGeometry();
    this.mesh.geometry = this.geometry;
    this.attach();
  }

  private attach(): void {
    const { geometry, buffer } = this;
    geometry.setAttribute("instanceStart", new InterleavedBufferAttribute(buffer, 4, 0));
    geometry.setAttribute("instanceEnd", new InterleavedBufferAttribute(buffer, 4, 4));
    geometry.setAttribute("instanceColor", new InterleavedBufferAttribute(buffer, 4, 8));
  }
}
