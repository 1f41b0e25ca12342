/** Lines in time end this far out, as a share of the box. */
export const LINE_REACH = 1.001;

/**
 * Lines of any width as screen-space capsules: four corners stand around each segment and the fragment's distance from it
 * gives round ends and smooth rims without multisampling. The fourth number of an end is time (FADE) or length (dashes).
 * Lines in time end flat: where samples are dense, round ends would lie on top of each other and darken the line.
 */
export const LINE_VERTEX = /* glsl */ `
attribute vec4 lineStart;
attribute vec4 lineEnd;
#ifndef FADE
attribute vec4 lineColor;
#endif
uniform vec2 resolution;
uniform float pixelRatio;
uniform float width;
#ifdef FADE
uniform float now;
#endif
varying vec2 vAt;
varying vec2 vFrom;
varying vec2 vTo;
varying vec2 vLengths;
varying vec4 vColor;
varying vec3 vBoxFrom;
varying vec3 vBoxTo;

vec2 onScreen(vec4 clip) {
  return (clip.xy / clip.w * 0.5 + 0.5) * resolution;
}

void main() {
  vec4 start = lineStart;
  vec4 end = lineEnd;
#ifdef FADE
  if (end.w > now && start.w < now) end = mix(start, end, (now - start.w) / (end.w - start.w));
  vColor = vec4(1.0);
#else
  vColor = lineColor;
#endif
  vec4 boxFrom = modelMatrix * vec4(start.xyz, 1.0);
  vec4 boxTo = modelMatrix * vec4(end.xyz, 1.0);
  vec4 clipFrom = projectionMatrix * viewMatrix * boxFrom;
  vec4 clipTo = projectionMatrix * viewMatrix * boxTo;
  vec2 from = onScreen(clipFrom);
  vec2 to = onScreen(clipTo);
  vec2 along = to - from;
  float span = length(along);
  vec2 direction = span > 1e-4 ? along / span : vec2(1.0, 0.0);
  vec2 across = vec2(-direction.y, direction.x);
  float reach = 0.5 * width * pixelRatio + 1.0;
  int corner = gl_VertexID % 4;
  float isEnd = corner < 2 ? 0.0 : 1.0;
  float side = corner == 0 || corner == 3 ? -1.0 : 1.0;
  vec2 at = mix(from, to, isEnd) + across * side * reach + direction * (2.0 * isEnd - 1.0) * reach;
  float depth = mix(clipFrom.z / clipFrom.w, clipTo.z / clipTo.w, isEnd);
  vAt = at;
  vFrom = from;
  vTo = to;
  vLengths = vec2(start.w, end.w);
  vBoxFrom = boxFrom.xyz;
  vBoxTo = boxTo.xyz;
  gl_Position = vec4(at / resolution * 2.0 - 1.0, depth, 1.0);
}
`;

export const LINE_FRAGMENT = /* glsl */ `
uniform float pixelRatio;
uniform float width;
uniform vec3 halfBox;
#ifdef FADE
uniform float now;
uniform float tail;
uniform float faint;
uniform vec4 tint;
#else
uniform vec2 dash;
#endif
varying vec2 vAt;
varying vec2 vFrom;
varying vec2 vTo;
varying vec2 vLengths;
varying vec4 vColor;
varying vec3 vBoxFrom;
varying vec3 vBoxTo;

void main() {
  vec2 along = vTo - vFrom;
  vec2 offset = vAt - vFrom;
  float place = dot(offset, along) / max(dot(along, along), 1e-6);
#ifdef FADE
  if (place < 0.0 || place >= 1.0) discard;
#endif
  float share = clamp(place, 0.0, 1.0);
  float halfWidth = 0.5 * max(width * pixelRatio, 1.0);
  float cover = clamp(halfWidth + 0.5 - length(offset - share * along), 0.0, 1.0);
  float mark = mix(vLengths.x, vLengths.y, share);
#ifdef FADE
  vec3 box = abs(mix(vBoxFrom, vBoxTo, share));
  if (any(greaterThan(box, halfBox * ${LINE_REACH}))) discard;
  float age = clamp((now - mark) / tail, 0.0, 1.0);
  vec4 color = vec4(tint.rgb, tint.a * mix(1.0, faint, smoothstep(0.0, 1.0, age)));
#else
  if (dash.x > 0.0 && mod(mark, dash.x + dash.y) > dash.x) discard;
  vec4 color = vColor;
#endif
  color.a *= cover;
  if (color.a < 0.004) discard;
  gl_FragColor = color;
}
`;
