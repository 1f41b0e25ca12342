import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  type InterleavedBuffer,
  InterleavedBufferAttribute,
  type IUniform,
  ShaderMaterial,
} from "three";
import { LINE_FRAGMENT, LINE_VERTEX } from "./lineShader.ts";
import type { SharedUniforms } from "./shared.ts";

/**
 * Corners a segment. Rows are written once for each corner: instances would spare that, but without a graphics card each
 * instance costs as much as a draw call.
 */
export const CORNERS = 4;
/** Indices a segment: two triangles. */
export const INDICES = 6;

/** A quad around each of `segments` segments, with vertex attributes read from an interleaved buffer. */
export function createLineGeometry(
  segments: number,
  buffer: InterleavedBuffer,
  attributes: Readonly<Record<string, { readonly size: number; readonly offset: number }>>,
): BufferGeometry {
  const geometry = new BufferGeometry();
  const indices = new Uint32Array(INDICES * segments);
  for (let segment = 0; segment < segments; segment += 1) {
    const first = CORNERS * segment;
    indices.set([first, first + 1, first + 2, first, first + 2, first + 3], INDICES * segment);
  }
  geometry.setIndex(new BufferAttribute(indices, 1));
  for (const [name, { size, offset }] of Object.entries(attributes)) {
    geometry.setAttribute(name, new InterleavedBufferAttribute(buffer, size, offset));
  }
  geometry.setDrawRange(0, 0);
  return geometry;
}

/** The material of lines; `fade` for those whose fourth number is time. */
export function createLineMaterial(
  shared: SharedUniforms,
  uniforms: Record<string, IUniform>,
  fade: boolean,
): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: LINE_VERTEX,
    fragmentShader: LINE_FRAGMENT,
    uniforms: { ...shared, ...uniforms },
    defines: fade ? { FADE: "" } : {},
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
  });
}
