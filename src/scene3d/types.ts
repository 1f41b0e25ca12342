import type { CrossingPiece, Facet, Side, SpaceBox } from "#model";
import type { Sink, Theme } from "#plots";
import type { Traces } from "#runtime/protocol";

/** Both boundaries, one list of facets a population. */
export interface SceneSurfaces {
  readonly E: readonly Facet[];
  readonly I: readonly Facet[];
}

/** A published curve or point to compare with; one point is drawn as a mark. */
export interface SceneReference {
  readonly tone: Side | "neutral";
  /** x, yE, |yI| each. */
  readonly points: ArrayLike<number>;
}

/** Recorded activity and which of its columns the axes show. */
export interface SceneRun {
  readonly traces: Traces;
  /** Column of the input. */
  readonly input: number;
  /** Columns of the two readouts; the inhibitory one is recorded negative and drawn positive. */
  readonly latents: { readonly E: number; readonly I: number };
  /** Population of a neuron, for the marks of its spikes. */
  sideOf(neuron: number): Side;
}

/** Where the eye is. Azimuth and elevation in degrees, as in figure 5c: azimuth 240, elevation 20. */
export interface SceneCamera {
  readonly preset: "free" | "x" | "E" | "I";
  readonly azimuth: number;
  readonly elevation: number;
  readonly zoom: number;
}

/** Everything on show. Parts are compared by identity: pass the same facets back and nothing is rebuilt. */
export interface SceneModel {
  /** Axis ranges; the box that the facets are clipped to. */
  readonly ranges: SpaceBox;
  /** `facets` of #model with `cut` true: what lies above the other surface, painted strongly. */
  readonly upper: SceneSurfaces;
  /** The same without `cut`: painted faintly beneath, unless the surfaces are shown cut. */
  readonly whole: SceneSurfaces;
  readonly crossing: readonly CrossingPiece[];
  readonly references: readonly SceneReference[];
  readonly run: SceneRun | null;
  readonly ghost: SceneRun | null;
  /** Playhead, tau. */
  readonly time: number;
  /** How much of the past is dark, tau; older activity is faint. */
  readonly tail: number;
  /** Where the x-plane stands, or null for none. */
  readonly planeX: number | null;
  readonly hovered: number | null;
  readonly selected: readonly number[];
  readonly theme: Theme;
  readonly show: {
    readonly trajectory: boolean;
    readonly spikes: boolean;
    /** Each surface ends at the crossing, as in figure 5c. */
    readonly cut: boolean;
  };
}

/** What the scene reports. Moves of one gesture come between its start and its end or cancel. */
export interface SceneEvents {
  onHover?(neuron: number | null): void;
  /** A click: on a facet, or beside all of them (null). `add` when Shift, Control or Command is held. */
  onSelect?(neuron: number | null, add: boolean): void;
  onFacetDragStart?(neuron: number): void;
  /** `delta` is how far the facet has been lifted since the start, units of |yI|. */
  onFacetDragMove?(neuron: number, delta: number): void;
  onFacetDragEnd?(neuron: number): void;
  onFacetDragCancel?(neuron: number): void;
  onPlaneDragStart?(): void;
  onPlaneDragMove?(x: number): void;
  onPlaneDragEnd?(): void;
  onPlaneDragCancel?(): void;
  /** After the user has turned or zoomed the view; not while. */
  onCamera?(camera: SceneCamera): void;
  /** After each painted frame, to place things over the canvas. */
  onFrame?(): void;
  onContextLost?(): void;
  onContextRestored?(): void;
}

export interface SceneOptions extends SceneEvents {
  readonly camera: SceneCamera;
  /** Name of the view for those who cannot see it. */
  readonly label: string;
  /** Name of a neuron, written beside its facet; default none. */
  nameNeuron?(neuron: number): string;
}

/** A place over the canvas, CSS pixels from the container's upper left corner. */
export interface SceneSpot {
  readonly x: number;
  readonly y: number;
}

/** The mounted view. */
export interface Scene3d {
  update(model: SceneModel): void;
  /** Go to a view; glides unless `instant` or the user prefers reduced motion. */
  setCamera(camera: SceneCamera, instant?: boolean): void;
  resize(): void;
  /** Paint now what has changed, instead of in the next animation frame. */
  flush(): void;
  /** Centre of the x-plane's grip, or null without a plane. */
  planeScreenPosition(): SceneSpot | null;
  /** Size of the view, CSS pixels. */
  size(): { readonly width: number; readonly height: number };
  /** Draw the picture with its labels as outlines and lines, {@link size} large. */
  paint(sink: Sink): void;
  /** A copy of the picture with its labels, at `scale` pixels a CSS pixel. */
  capture(scale?: number): HTMLCanvasElement;
  dispose(): void;
}
