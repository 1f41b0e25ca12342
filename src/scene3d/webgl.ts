/** What the browser offers for drawing. */
export interface WebGlSupport {
  readonly available: boolean;
  /** True when the processor draws instead of a graphics card: leave out what is costly. */
  readonly software: boolean;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Try to open a context and let go of it at once. */
export function probeWebGl(document: Document): WebGlSupport {
  const context = document.createElement("canvas").getContext("webgl2");
  if (context === null) return { available: false, software: false };
  const info = context.getExtension("WEBGL_debug_renderer_info");
  const name = info === null ? "" : context.getParameter(info.UNMASKED_RENDERER_WEBGL);
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return { available: true, software: isSoftwareRenderer(`${name}`) };
}

/** True for the names of renderers without a graphics card. */
export function isSoftwareRenderer(name: string): boolean {
  return SOFTWARE.test(name);
}

/** True when the 3-D view can be mounted here. */
export function isWebGLAvailable(): boolean {
  return probeWebGl(document).available;
}
