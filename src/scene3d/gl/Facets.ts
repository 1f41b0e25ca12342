import {
  BufferGeometry,
  DoubleSide,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  ShaderMaterial,
} from "three";
import type { Rgb } from "../geometry/colors.ts";
import { type Corners, cornerAt, cornerCount, forEachTriangle } from "../geometry/polygon.ts";
import { depthRule, roomFor } from "./shared.ts";

/** Numbers a corner: place, colour, opacity. */
const STRIDE = 7;

const VERTEX = /* glsl */ `
attribute vec4 tint;
varying vec4 vTint;
void main() {
  vTint = tint;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
varying vec4 vTint;
void main() {
  gl_FragColor = vTint;
}
`;

/** A flat convex polygon of one colour, corners as the layer's parent measures them. */
export interface TintedPolygon {
  readonly corners: Corners;
  readonly color: Rgb;
  readonly opacity: number;
}

export interface FacetStyle {
  readonly order: number;
  /**
   * `depth` paints nothing but lets what comes later know what it is behind; `behind` and `front` paint only on that side
   * of it.
   */
  readonly role?: "color" | "depth" | "behind" | "front";
}

/** A set of flat translucent polygons, each of one colour, in one buffer that is written again and again. */
export class Facets {
  readonly kind = "facets";
  readonly object: Mesh;
  readonly role: NonNullable<FacetStyle["role"]>;
  private readonly added: TintedPolygon[] = [];
  private readonly material: ShaderMaterial;
  private geometry = new BufferGeometry();
  private buffer = new InterleavedBuffer(new Float32Array(0), STRIDE);
  private count = 0;

  constructor({ order, role = "color" }: FacetStyle) {
    this.role = role;
    const isDepth = role === "depth";
    this.material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      side: DoubleSide,
      transparent: true,
      depthTest: role !== "color",
      depthWrite: isDepth,
      colorWrite: !isDepth,
    });
    if (role === "behind" || role === "front") this.material.depthFunc = depthRule(role);
    this.object = new Mesh(this.geometry, this.material);
    this.object.renderOrder = order;
    this.object.frustumCulled = false;
    this.reserve(64);
  }

  /** What has been added since `clear`, in order. */
  get polygons(): readonly TintedPolygon[] {
    return this.added;
  }

  clear(): void {
    this.count = 0;
    this.added.length = 0;
  }

  add(corners: Corners, color: Rgb, opacity: number): void {
    this.added.push({ corners, color, opacity });
    const vertices = 3 * Math.max(0, cornerCount(corners) - 2);
    this.reserve(this.count + vertices);
    forEachTriangle(corners, (...triangle) => {
      for (const corner of triangle) {
        this.buffer.array.set(
          [...cornerAt(corners, corner), ...color, opacity],
          this.count * STRIDE,
        );
        this.count += 1;
      }
    });
  }

  commit(): void {
    this.buffer.addUpdateRange(0, this.count * STRIDE);
    this.buffer.needsUpdate = true;
    this.geometry.setDrawRange(0, this.count);
    this.object.visible = this.count > 0;
  }

  dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
  }

  private reserve(vertices: number): void {
    const { array } = this.buffer;
    if (array.length >= vertices * STRIDE) return;
    const larger = new Float32Array(STRIDE * roomFor(vertices, 256));
    larger.set(array);
    this.buffer = new InterleavedBuffer(larger, STRIDE);
    this.geometry.dispose();
    this.geometry = new BufferGeometry();
    this.geometry.setAttribute("position", new InterleavedBufferAttribute(this.buffer, 3, 0));
    this.geometry.setAttribute("tint", new InterleavedBufferAttribute(this.buffer, 4, 3));
    this.object.geometry = this.geometry;
  }
}
