import { linspace } from "#math";
import { boundaryAt } from "./lines.ts";
import type { InputAxis } from "./spaces.ts";
import type { EINetwork, EINeuron, SpaceBox } from "./types.ts";

/** Populations up to this size are drawn neuron by neuron. */
const MOST_DRAWN = 300;
/** Inputs at which owners are taken, and owners at each. */
const INPUTS = 13;
const OWNERS = 13;

/**
 * A smaller network with nearly the same surfaces: of a large population those neurons that own the boundary at a grid
 * of points, evenly along its chain of owners at evenly spaced inputs. Its surfaces are never above the true ones and
 * touch them at the grid; between, they fall short by the square of the distance, which no eye sees among thousands of
 * facets. Small populations are kept whole.
 */
export function representatives(ei: EINetwork, box: SpaceBox, axis?: InputAxis): EINetwork {
  if (ei.E.length <= MOST_DRAWN && ei.I.length <= MOST_DRAWN) return ei;
  const key = JSON.stringify([box.x, box.E, axis]);
  const last = lastPicks.get(ei);
  if (last?.key === key) return last.few;
  const few = pickBoth(ei, box, axis);
  lastPicks.set(ei, { key, few });
  return few;
}

/** Both surfaces of a picture ask for the same neurons one after the other. */
const lastPicks = new WeakMap<EINetwork, { readonly key: string; readonly few: EINetwork }>();

function pickBoth(ei: EINetwork, box: SpaceBox, axis: InputAxis | undefined): EINetwork {
  const E = pick(ei.E, { ei, box, axis });
  const I = pick(ei.I, { ei, box, axis });
  return { ...ei, E, I };
}

interface Scene {
  readonly ei: EINetwork;
  readonly box: SpaceBox;
  readonly axis: InputAxis | undefined;
}

function pick(neurons: readonly EINeuron[], { ei, box, axis }: Scene): readonly EINeuron[] {
  if (neurons.length <= MOST_DRAWN) return neurons;
  const chosen = new Set<number>();
  for (const x of linspace(box.x[0], box.x[1], INPUTS)) {
    const boundary = boundaryAt(neurons, inputRow(x, ei, axis));
    // No state is below threshold here: whoever sees to that must be there.
    if (boundary === null) return neurons.filter(({ readE, readI }) => readE === 0 && readI === 0);
    const { owners, breaks, wall } = boundary;
    const first = breaks.findIndex((at) => at > box.E[0]);
    const beyond = breaks.findIndex((at) => at > box.E[1]);
    const from = first < 0 ? owners.length - 1 : first;
    const to = beyond < 0 ? owners.length - 1 : beyond;
    for (const place of linspace(from, to, Math.min(OWNERS, to - from + 1))) {
      const owner = owners[Math.round(place)];
      if (owner !== undefined) chosen.add(owner.neuron);
    }
    if (wall !== null) chosen.add(wall.neuron);
  }
  return neurons.filter(({ neuron }) => chosen.has(neuron));
}

function inputRow(x: number, { inputs }: EINetwork, axis: InputAxis | undefined): number[] {
  const { index, held } = axis ?? { index: 0, held: 0 };
  return Array.from({ length: inputs }, (_, input) =>
    input === index ? x : ((typeof held === "number" ? [held] : held)[input] ?? 0),
  );
}
