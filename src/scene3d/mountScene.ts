import { SceneView } from "./SceneView.ts";
import type { Scene3d, SceneOptions } from "./types.ts";

/**
 * Mount the 3-D view inside a container and keep it painted. The view takes the container's size, follows it, and takes
 * focus: arrows turn, + and - zoom, Home goes back to the first camera.
 *
 * @throws Error without WebGL 2 (see isWebGLAvailable).
 */
export function mountScene(container: HTMLElement, options: SceneOptions): Scene3d {
  const root = container.ownerDocument.createElement("div");
  root.tabIndex = 0;
  root.setAttribute("role", "application");
  root.setAttribute("aria-roledescription", "3-D view");
  root.setAttribute("aria-label", options.label);
  Object.assign(root.style, { position: "absolute", inset: "0", overflow: "hidden" });
  if (getComputedStyle(container).position === "static") container.style.position = "relative";
  container.append(root);
  const view = new SceneView(root, options);
  return {
    update: (model) => view.update(model),
    setCamera: (camera, instant) => view.setCamera(camera, instant),
    resize: () => view.resize(),
    flush: () => view.flush(),
    planeScreenPosition: () => view.planeScreenPosition(),
    size: () => view.size(),
    paint: (sink) => view.paint(sink),
    capture: (scale) => view.capture(scale),
    dispose() {
      view.dispose();
      root.remove();
    },
  };
}
