export { mountScene } from "./mountScene.ts";
export type {
  Scene3d,
  SceneCamera,
  SceneEvents,
  SceneModel,
  SceneOptions,
  SceneReference,
  SceneRun,
  SceneSpot,
  SceneSurfaces,
} from "./types.ts";
export { isWebGLAvailable } from "./webgl.ts";
