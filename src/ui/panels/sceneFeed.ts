import type { ExperimentDoc, ViewState } from "#document";
import { facets } from "#model";
import type { Theme } from "#plots";
import type { Traces } from "#runtime/protocol";
import type { Scene3d, SceneModel, SceneReference, SceneRun, SceneSurfaces } from "#scene3d";
import type { AppState, AppStore } from "#store";
import { deriveGeometry, type Geometry, toIndex, toIndices } from "../lab/geometry.ts";
import type { Lab } from "../lab/LabContext.tsx";
import { inputAt } from "../lab/present.ts";

interface FeedParts {
  readonly scene: Scene3d;
  readonly store: AppStore;
  readonly lab: Lab;
  theme(): Theme;
}

/** While something moves the surfaces follow at most this often, ms: the 2-D views come first. */
const SURFACE_PERIOD = 60;
/** Past that stays dark, tau. */
const TAIL = 4;

/** Hand the scene what it shows, once a frame, and rebuild surfaces only when the network is another. */
export function createSceneFeed({ scene, store, lab, theme }: FeedParts): { dispose(): void } {
  const surfaces = createSurfaces();
  let camera: ViewState["camera"] | null = null;
  let rebuilt = Number.NEGATIVE_INFINITY;
  const leave = lab.loop.subscribe((timeMs) => {
    const state = store.getState();
    const { experiment, view } = state;
    const derived = deriveGeometry(experiment, view.ranges);
    if (!derived.ok) return;
    const { geometry } = derived;
    if (surfaces.isStale(geometry, view.ranges)) {
      if (state.gesture !== null && timeMs - rebuilt < SURFACE_PERIOD) {
        lab.loop.invalidate();
      } else {
        rebuilt = timeMs;
        surfaces.build(geometry, view.ranges);
      }
    }
    if (camera !== view.camera) {
      scene.setCamera(view.camera, camera === null);
      camera = view.camera;
    }
    scene.update(toModel({ state, geometry, lab, surfaces, theme: theme() }));
  });
  lab.loop.invalidate();
  return { dispose: leave };
}

interface ModelParts {
  readonly state: AppState;
  readonly geometry: Geometry;
  readonly lab: Lab;
  readonly surfaces: Surfaces;
  readonly theme: Theme;
}

function toModel({ state, geometry, lab, surfaces, theme }: ModelParts): SceneModel {
  const { view } = state;
  const { data } = lab;
  return {
    ranges: view.ranges,
    ...surfaces.shown(),
    crossing: geometry.curve,
    references: referencesOf(state.experiment),
    run: toRun(geometry, data.traces),
    ghost: ghostOf(state, data.ghost),
    time: data.time,
    tail: TAIL,
    planeX: inputAt(view, data.traces, data.time),
    hovered: toIndex(geometry.network, state.hovered),
    selected: toIndices(geometry.network, view.selection),
    theme,
    show: {
      trajectory: view.show.trajectory,
      spikes: view.show.trajectory,
      cut: view.show.cutSurfaces,
    },
  };
}

const runs = new WeakMap<object, { readonly geometry: Geometry; readonly run: SceneRun }>();

/** The pinned run, read with the network that it is a run of. */
function ghostOf({ ghost, view }: AppState, traces: Traces | null): SceneRun | null {
  if (ghost === null || traces === null) return null;
  const derived = deriveGeometry(ghost.experiment, view.ranges);
  return derived.ok ? toRun(derived.geometry, traces) : null;
}

/** The same run object for the same traces and network, so that the scene sees what is new; null without samples. */
function toRun(geometry: Geometry, traces: Traces): SceneRun | null {
  const fits = traces.latentCount === geometry.network.latents.length;
  if (!fits || traces.sampleEnd === traces.sampleStart) return null;
  const known = runs.get(traces);
  if (known?.geometry === geometry) return known.run;
  const { ei, network } = geometry;
  const run: SceneRun = {
    traces,
    input: 0,
    latents: { E: ei.latentE, I: ei.latentI },
    sideOf: (neuron) =>
      network.populations[network.populationOf[neuron] ?? 0]?.type === "excitatory" ? "E" : "I",
  };
  runs.set(traces, { geometry, run });
  return run;
}

interface Surfaces {
  isStale(geometry: Geometry, ranges: ViewState["ranges"]): boolean;
  build(geometry: Geometry, ranges: ViewState["ranges"]): void;
  shown(): { readonly upper: SceneSurfaces; readonly whole: SceneSurfaces };
}

const NOTHING: SceneSurfaces = { E: [], I: [] };

function createSurfaces(): Surfaces {
  let built: { readonly geometry: Geometry; readonly ranges: ViewState["ranges"] } | null = null;
  let shown = { upper: NOTHING, whole: NOTHING };
  return {
    isStale: (geometry, ranges) => built?.geometry !== geometry || built.ranges !== ranges,
    build(geometry, ranges) {
      built = { geometry, ranges };
      shown = {
        upper: bothSides(geometry, ranges, true),
        whole: bothSides(geometry, ranges, false),
      };
    },
    shown: () => shown,
  };
}

function bothSides({ ei }: Geometry, box: ViewState["ranges"], cut: boolean): SceneSurfaces {
  return { E: facets(ei, { side: "E", box, cut }), I: facets(ei, { side: "I", box, cut }) };
}

const references = new WeakMap<ExperimentDoc["annotations"], readonly SceneReference[]>();

/** Published curves that belong to one input, as points of space. */
function referencesOf({ annotations }: ExperimentDoc): readonly SceneReference[] {
  const known = references.get(annotations);
  if (known !== undefined) return known;
  const made = annotations.flatMap(({ tone, x, points }) =>
    x === null ? [] : [{ tone, points: points.flatMap(([yE, yI]) => [x, yE, yI]) }],
  );
  references.set(annotations, made);
  return made;
}
