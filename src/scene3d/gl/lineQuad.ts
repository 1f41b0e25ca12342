import {
  DoubleSide,
  Float32BufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  ShaderMaterial,
} from "three";
import { LINE_FRAGMENT, LINE_VERTEX } from "./lineShader.ts";
import type { SharedUniforms } from "./shared.ts";

/** A geometry whose instances are line segments; the caller adds their ends. */
export function createLineGeometry(): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    "position",
    new Float32BufferAttribute([-1, 0, 0, 1, 0, 0, 1, 1, 0, -1, 1, 0], 3),
  );
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.instanceCount = 0;
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
