import {
  BufferGeometry,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  Points,
  ShaderMaterial,
  Vector3,
} from "three";
import type { Triple } from "../geometry/box.ts";
import type { Rgb } from "../geometry/colors.ts";
import type { Fade, TimeWindow } from "./fade.ts";
import { roomFor, type SharedUniforms } from "./shared.ts";

/** Numbers a spot: place, time, shape, size in CSS pixels. */
const STRIDE = 6;
const LEAST_ROOM = 1024;

/** Shapes, by their number in the buffer. */
export const SPOT = { triangle: 0, disc: 1, ring: 2, grip: 3 } as const;

/** Marks further out than this share of the box are left out. */
export const SPOT_REACH = 1.06;

const VERTEX = /* glsl */ `
attribute float time;
attribute vec2 look;
uniform float pixelRatio;
uniform float now;
uniform float since;
uniform float tail;
uniform float faint;
uniform vec3 halfBox;
varying float vShape;
varying float vOpacity;
varying float vSize;

void main() {
  vec4 box = modelMatrix * vec4(position, 1.0);
  vShape = look.x;
  vSize = look.y * pixelRatio;
  vOpacity = mix(1.0, faint, smoothstep(0.0, 1.0, clamp((now - time) / tail, 0.0, 1.0)));
  bool hidden = time > now || time < since || any(greaterThan(abs(box.xyz), halfBox * ${SPOT_REACH}));
  gl_Position = hidden ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * viewMatrix * box;
  gl_PointSize = vSize + 2.0;
}
`;

const FRAGMENT = /* glsl */ `
uniform vec3 colors[4];
uniform vec3 paper;
varying float vShape;
varying float vOpacity;
varying float vSize;

void main() {
  vec2 at = (gl_PointCoord - 0.5) * (vSize + 2.0);
  float radius = 0.5 * vSize;
  float far = length(at);
  vec3 color = colors[int(vShape + 0.5)];
  float inside;
  if (vShape < 0.5) {
    inside = max(at.y - 0.62 * radius, max(0.87 * at.x - 0.5 * at.y, -0.87 * at.x - 0.5 * at.y) - 0.56 * radius);
  } else {
    inside = far - radius;
  }
  if (vShape > 1.5 && vShape < 2.5) color = mix(paper, color, smoothstep(0.50 * radius - 0.5, 0.50 * radius + 0.5, far));
  if (vShape > 2.5) {
    float side = abs(at.x);
    float arrows = max(0.16 * radius - side, abs(at.y) - 1.1 * (0.56 * radius - side));
    float rim = clamp(far - 0.84 * radius + 0.5, 0.0, 1.0);
    color = mix(color, paper, max(rim, clamp(0.5 - arrows, 0.0, 1.0)));
  }
  float cover = clamp(0.5 - inside, 0.0, 1.0);
  float alpha = cover * vOpacity;
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(color, alpha);
}
`;

/** A mark on show, where the layer's parent measures it. */
export interface Mark {
  readonly at: Triple;
  readonly time: number;
  /** A number of {@link SPOT}. */
  readonly shape: number;
  /** CSS pixels. */
  readonly size: number;
}

/** Marks of constant size on the screen, in one buffer that is written again and again. */
export class Spots {
  readonly kind = "spots";
  readonly object: Points;
  private readonly material: ShaderMaterial;
  private readonly now = { value: 0 };
  private readonly since = { value: 0 };
  private readonly tail = { value: 1 };
  private readonly faint = { value: 1 };
  private readonly colors = {
    value: [new Vector3(), new Vector3(), new Vector3(), new Vector3()],
  };
  private readonly paper = { value: new Vector3(1, 1, 1) };
  private geometry = new BufferGeometry();
  private buffer = new InterleavedBuffer(new Float32Array(0), STRIDE);
  private count = 0;

  constructor(shared: SharedUniforms, order: number, room: number) {
    const { now, since, tail, faint, colors, paper } = this;
    this.material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { ...shared, now, since, tail, faint, colors, paper },
      transparent: true,
      depthTest: false,
      depthWrite: false,
    });
    this.object = new Points(this.geometry, this.material);
    this.object.frustumCulled = false;
    this.object.renderOrder = order;
    this.reserve(room);
  }

  /** What the marks fade by and where they end. */
  get fade(): Fade {
    const { now, since, tail, faint } = this;
    return { now: now.value, since: since.value, tail: tail.value, faint: faint.value };
  }

  /** Number of marks written. */
  get size(): number {
    return this.count;
  }

  /** Read a mark back. */
  markAt(index: number): Mark {
    const at = STRIDE * index;
    const read = (offset: number): number => this.buffer.array[at + offset] ?? 0;
    return { at: [read(0), read(1), read(2)], time: read(3), shape: read(4), size: read(5) };
  }

  /** Colour of a shape and of what is left open inside it. */
  colorsOf(shape: number): { readonly color: Rgb; readonly paper: Rgb } {
    const color = this.colors.value[shape]?.toArray() ?? [0, 0, 0];
    return { color, paper: this.paper.value.toArray() };
  }

  /** Colours of the shapes in the order of {@link SPOT}, and what is left open inside them. */
  setColors(colors: readonly Rgb[], paper: Rgb, faint: number): void {
    for (const [index, color] of colors.entries()) this.colors.value[index]?.set(...color);
    this.paper.value.set(...paper);
    this.faint.value = faint;
  }

  setTime({ now, since, tail }: TimeWindow): void {
    this.now.value = now;
    this.since.value = since;
    this.tail.value = Math.max(tail, 1e-6);
  }

  /** Rows to write into, room for `count` spots. */
  reserve(count: number): { readonly rows: Float32Array; readonly isNew: boolean } {
    const { array } = this.buffer;
    if (array instanceof Float32Array && array.length >= STRIDE * Math.max(1, count)) {
      return { rows: array, isNew: false };
    }
    const room = count <= 4 ? Math.max(1, count) : roomFor(count, LEAST_ROOM);
    const rows = new Float32Array(STRIDE * room);
    this.buffer = new InterleavedBuffer(rows, STRIDE);
    this.geometry.dispose();
    this.geometry = new BufferGeometry();
    this.geometry.setAttribute("position", new InterleavedBufferAttribute(this.buffer, 3, 0));
    this.geometry.setAttribute("time", new InterleavedBufferAttribute(this.buffer, 1, 3));
    this.geometry.setAttribute("look", new InterleavedBufferAttribute(this.buffer, 2, 4));
    this.object.geometry = this.geometry;
    return { rows, isNew: true };
  }

  /** Show `count` rows, of which those from `first` on are new. */
  commit(first: number, count: number): void {
    this.count = count;
    this.geometry.setDrawRange(0, count);
    this.object.visible = count > 0;
    if (count <= first) return;
    this.buffer.addUpdateRange(STRIDE * first, STRIDE * (count - first));
    this.buffer.needsUpdate = true;
  }

  dispose(): void {
    this.geometry.dispose();
    this.material.dispose();
  }
}
