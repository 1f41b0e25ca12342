import {
  Color,
  LinearSRGBColorSpace,
  type PerspectiveCamera,
  type Scene,
  WebGLRenderer,
} from "three";
import { invariant } from "#math";
import type { Rgb } from "../geometry/colors.ts";
import { probeWebGl } from "../webgl.ts";
import type { SharedUniforms } from "./shared.ts";

/** More pixels a CSS pixel than this cost much and show little. */
const MOST_PIXELS = 2;

/** What the screen reports about its context. */
export interface ScreenEvents {
  onLost(): void;
  onRestored(): void;
}

/** The canvas and the renderer that paints on it. */
export class Screen {
  readonly canvas: HTMLCanvasElement;
  /** True while the browser has taken the context away. */
  isLost = false;
  private readonly shared: SharedUniforms;
  private readonly renderer: WebGLRenderer;
  private readonly listening = new AbortController();
  private readonly backdrop = new Color();
  private width = 1;
  private height = 1;

  constructor(document: Document, shared: SharedUniforms, events: ScreenEvents) {
    this.shared = shared;
    const { available, software } = probeWebGl(document);
    invariant(available, "The 3-D view needs WebGL 2: check isWebGLAvailable before mounting it.");
    // Lines smooth their own rims; multisampling serves the facets' and costs too much without a graphics card.
    this.renderer = new WebGLRenderer({ antialias: !software });
    // Colours are mixed as they are written, as everywhere else on the page.
    this.renderer.outputColorSpace = LinearSRGBColorSpace;
    this.canvas = this.renderer.domElement;
    const { signal } = this.listening;
    this.canvas.addEventListener("webglcontextlost", () => this.lose(events), { signal });
    this.canvas.addEventListener("webglcontextrestored", () => this.restore(events), { signal });
  }

  setSize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.setRatio(Math.min(MOST_PIXELS, window.devicePixelRatio));
  }

  /** Device pixels a CSS pixel, for a picture to keep; `setSize` goes back to the screen's own. */
  setRatio(ratio: number): void {
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(this.width, this.height, false);
    this.renderer.getDrawingBufferSize(this.shared.resolution.value);
    this.shared.pixelRatio.value = ratio;
  }

  paint(scene: Scene, camera: PerspectiveCamera, paper: Rgb): void {
    this.backdrop.setRGB(...paper, LinearSRGBColorSpace);
    this.renderer.setClearColor(this.backdrop, 1);
    this.renderer.render(scene, camera);
  }

  dispose(): void {
    this.listening.abort();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
    this.canvas.remove();
  }

  private lose(events: ScreenEvents): void {
    this.isLost = true;
    events.onLost();
  }

  private restore(events: ScreenEvents): void {
    this.isLost = false;
    events.onRestored();
  }
}
