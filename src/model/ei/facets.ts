import { facesOfPolyhedron } from "#math";
import { representatives } from "./representatives.ts";
import { type InputAxis, type NeuronSpace, spacesOf } from "./spaces.ts";
import type { EINetwork, Facet, Side, SpaceBox } from "./types.ts";

/** Which surface to build and how. */
export interface FacetOptions {
  readonly side: Side;
  readonly box: SpaceBox;
  readonly axis?: InputAxis;
  /**
   * True: only where the other population is below threshold as well, so that each surface ends at the crossing
   * (figure 5c). Where both surfaces coincide the E surface is kept.
   */
  readonly cut?: boolean;
}

/**
 * The boundary surface of one population over (x, yE) as polygons with their owners, vertical walls included, clipped to
 * a box. Exact: each facet is the part of a neuron's plane that no other neuron of the population (with `cut`, of the
 * network) covers. Large populations are stood for by their {@link representatives}.
 */
export function facets(ei: EINetwork, options: FacetOptions): readonly Facet[] {
  const { side, box, axis, cut = false } = options;
  const few = representatives(ei, box, axis);
  const own = spacesOf(few[side], axis);
  if (own === null) return [];
  const other = cut ? spacesOf(few[side === "E" ? "I" : "E"], axis) : [];
  if (other === null) return [];
  return side === "E"
    ? build({ spaces: [...own, ...other], from: 0, to: own.length }, box)
    : build({ spaces: [...other, ...own], from: other.length, to: other.length + own.length }, box);
}

function build(
  part: { readonly spaces: readonly NeuronSpace[]; readonly from: number; readonly to: number },
  box: SpaceBox,
): readonly Facet[] {
  const faces = facesOfPolyhedron(part.spaces, {
    box: [box.x, box.E, box.I],
    from: part.from,
    to: part.to,
  });
  return faces.map(({ owner, points }) => ({
    neuron: owner.neuron,
    kind: Number.isFinite(owner.slope) ? "surface" : "wall",
    points,
  }));
}
