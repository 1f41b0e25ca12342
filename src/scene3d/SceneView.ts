import { createCanvasSink, type Sink } from "#plots";
import { Eye } from "./camera/Eye.ts";
import { type Viewport, viewportOf } from "./camera/framing.ts";
import type { Pose } from "./camera/pose.ts";
import type { CameraRig } from "./camera/rig.ts";
import type { Pixels } from "./geometry/displacement.ts";
import { Screen } from "./gl/Screen.ts";
import { Hand } from "./interaction/Hand.ts";
import { pickAt, pickPlaneAt } from "./interaction/picking.ts";
import type { Stage } from "./interaction/stage.ts";
import { LabelLayer } from "./labels/LabelLayer.ts";
import { Lettering, needsLettering } from "./labels/Lettering.ts";
import { gripPlace, inputInBox } from "./parts/InputPlane.ts";
import { Picture } from "./parts/Picture.ts";
import type { Scene3d, SceneCamera, SceneModel, SceneOptions, SceneSpot } from "./types.ts";
import { paintPicture } from "./vector/paintPicture.ts";

const CAPTURE_SCALE = 2;

/** The view at work: paints when something has changed and rests otherwise. */
export class SceneView implements Scene3d {
  private readonly root: HTMLElement;
  private readonly options: SceneOptions;
  private readonly picture = new Picture();
  private readonly layer: LabelLayer;
  private readonly lettering: Lettering;
  private readonly screen: Screen;
  private readonly eye: Eye;
  private readonly hand: Hand;
  private readonly watcher: ResizeObserver;
  private readonly stage: Stage;
  private model: SceneModel | null = null;
  private frame = 0;
  private isStale = false;
  /** True when the eye, the size or the shapes have changed since words were last laid out. */
  private isUnlettered = true;
  /** True when words are as they were but something in their way has moved. */
  private isCrowded = false;
  private isDisposed = false;

  constructor(root: HTMLElement, options: SceneOptions) {
    this.root = root;
    this.options = options;
    const { ownerDocument } = root;
    this.layer = new LabelLayer(ownerDocument);
    this.lettering = new Lettering(this.layer, options.nameNeuron?.bind(options) ?? null);
    this.screen = new Screen(ownerDocument, this.picture.shared, {
      onLost: () => options.onContextLost?.(),
      onRestored: () => this.restored(),
    });
    Object.assign(this.screen.canvas.style, { display: "block", width: "100%", height: "100%" });
    root.append(this.screen.canvas, this.layer.element);
    this.eye = new Eye(options.camera, this.viewport());
    this.stage = this.createStage();
    this.hand = new Hand(root, this.stage, () => this.goHome());
    this.watcher = new ResizeObserver(() => this.resize());
    this.watcher.observe(root);
    this.resize();
    // Words measured before the page's fonts have arrived have the wrong size.
    void ownerDocument.fonts.ready.then(() => this.reletter());
  }

  update(wanted: SceneModel): void {
    const model = { ...wanted, planeX: inputInBox(wanted.ranges, wanted.planeX) };
    this.isUnlettered ||= this.model === null || needsLettering(this.model, model);
    this.isCrowded ||= this.model?.planeX !== model.planeX;
    this.model = model;
    this.picture.update(model);
    this.invalidate();
  }

  setCamera(camera: SceneCamera, instant = false): void {
    if (this.eye.goTo(camera, this.clock(instant))) this.moved();
  }

  resize(): void {
    const viewport = this.viewport();
    this.screen.setSize(viewport.width, viewport.height);
    this.eye.resize(viewport);
    this.moved();
    // A canvas of a new size is empty: fill it before the browser shows it.
    this.flush();
  }

  flush(): void {
    if (this.isStale) this.render();
  }

  planeScreenPosition(): SceneSpot | null {
    const { model } = this;
    if (model === null || model.planeX === null) return null;
    return this.eye.rig.toScreen(gripPlace(model.ranges, model.planeX));
  }

  size(): { readonly width: number; readonly height: number } {
    const { width, height } = this.eye.rig.viewport;
    return { width, height };
  }

  paint(sink: Sink): void {
    const { model, eye } = this;
    if (model === null) return;
    this.layOut(model);
    const { ranges, planeX } = model;
    paintPicture(sink, this.picture, { rig: eye.rig, ranges, planeX });
    sink.beginGroup("labels");
    this.layer.paint(sink);
    sink.endGroup();
  }

  capture(scale: number = CAPTURE_SCALE): HTMLCanvasElement {
    const { width, height } = this.eye.rig.viewport;
    const canvas = this.root.ownerDocument.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    this.screen.setRatio(scale);
    this.render();
    if (context !== null && this.model !== null) {
      context.drawImage(this.screen.canvas, 0, 0, canvas.width, canvas.height);
      context.scale(scale, scale);
      this.layer.paint(createCanvasSink(context, this.model.theme.fontFamily));
    }
    this.resize();
    return canvas;
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    cancelAnimationFrame(this.frame);
    this.watcher.disconnect();
    this.hand.dispose();
    this.picture.dispose();
    this.screen.dispose();
    this.layer.element.remove();
  }

  private createStage(): Stage {
    const view = this;
    const rig: CameraRig = this.eye.rig;
    return {
      rig,
      events: this.options,
      get model() {
        return view.model;
      },
      pick: (at: Pixels) => (view.model === null ? null : pickAt(view.model, rig, at)),
      pickPlane: (at: Pixels, reach: number) =>
        view.model === null ? null : pickPlaneAt(view.model, rig, { at, reach }),
      moveEye(pose: Pose, turned: boolean) {
        view.eye.moveTo(pose, turned);
        view.moved();
      },
      settleEye: () => view.settle(),
    };
  }

  private settle(): void {
    const camera = this.eye.settle(this.clock(false));
    this.moved();
    this.options.onCamera?.(camera);
  }

  private goHome(): void {
    this.setCamera(this.options.camera);
    this.options.onCamera?.(this.options.camera);
  }

  /** Reading of the clock that glides go by, or null where nothing may glide. */
  private clock(instant: boolean): number | null {
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    return instant || isStill ? null : performance.now();
  }

  private viewport(): Viewport {
    const { clientWidth, clientHeight } = this.root;
    return viewportOf(Math.max(1, clientWidth), Math.max(1, clientHeight));
  }

  private moved(): void {
    this.isUnlettered = true;
    this.invalidate();
  }

  private reletter(): void {
    if (this.isDisposed) return;
    this.layer.forgetSizes();
    this.moved();
  }

  private restored(): void {
    this.moved();
    this.options.onContextRestored?.();
  }

  private invalidate(): void {
    this.isStale = true;
    if (this.frame !== 0 || this.isDisposed) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (this.isStale || this.eye.isGliding) this.render();
    });
  }

  /** Bring up to date what depends on the eye. */
  private layOut(model: SceneModel): void {
    const { rig } = this.eye;
    if (this.isCrowded && !this.isUnlettered) this.lettering.place(model, rig);
    this.isCrowded = false;
    if (!this.isUnlettered) return;
    const edges = this.lettering.edgesOf(rig);
    const ticks = this.lettering.ticksOf(model.ranges, rig.zoom);
    this.picture.updateView({ eye: rig.eye, edges, ticks });
    this.lettering.layOut(model, rig, edges);
    this.isUnlettered = false;
  }

  private render(): void {
    const { model, screen, eye, picture } = this;
    this.isStale = false;
    const { palette } = picture;
    if (model === null || palette === null || screen.isLost) return;
    if (eye.isGliding) {
      eye.advance(performance.now());
      this.isUnlettered = true;
    }
    this.layOut(model);
    screen.paint(picture.scene, eye.rig.camera, palette.paper);
    this.options.onFrame?.();
    if (eye.isGliding) this.invalidate();
  }
}
