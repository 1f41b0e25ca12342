import { crossingCurve, type EINetwork, facets, type SpaceBox } from "#model";
import { lightTheme, type TextContent } from "#plots";
import type { Traces } from "#runtime/protocol";
import type { SceneModel, SceneRun } from "#scene3d";

/** What a test scene is made from. */
export interface TestScene {
  readonly network: EINetwork;
  readonly ranges: SpaceBox;
  readonly traces?: Traces;
  readonly time?: number;
}

/** A whole scene: surfaces with their crossing, a run when there is one, no plane and nothing in hand. */
export function sceneModel({ network, ranges, traces, time = 0 }: TestScene): SceneModel {
  const both = (cut: boolean): SceneModel["upper"] => ({
    E: facets(network, { side: "E", box: ranges, cut }),
    I: facets(network, { side: "I", box: ranges, cut }),
  });
  return {
    ranges,
    upper: both(true),
    whole: both(false),
    crossing: crossingCurve(network, ranges),
    references: [],
    run: traces === undefined ? null : sceneRun(network, traces),
    ghost: null,
    time,
    tail: 4,
    planeX: null,
    hovered: null,
    selected: [],
    theme: lightTheme,
    show: { trajectory: true, spikes: true, cut: false },
  };
}

function sceneRun({ network, latentE, latentI }: EINetwork, traces: Traces): SceneRun {
  const isExcitatory = (neuron: number): boolean =>
    network.populations[network.populationOf[neuron] ?? 0]?.type === "excitatory";
  return {
    traces,
    input: 0,
    latents: { E: latentE, I: latentI },
    sideOf: (neuron) => (isExcitatory(neuron) ? "E" : "I"),
  };
}

/** Room that words take, near enough for tests. */
export function measureWords(
  content: TextContent,
  { sizePx }: { readonly sizePx: number },
): { readonly width: number; readonly height: number } {
  const text = typeof content === "string" ? content : content.map((run) => run.text).join("");
  return { width: 0.55 * sizePx * text.length, height: 1.2 * sizePx };
}
