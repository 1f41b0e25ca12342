import {
  type Bounds3,
  boundsOf,
  boundsOverlap,
  clipSegment,
  type Face,
  facesOfPolyhedron,
  type Segment,
  sectionOfFace,
} from "#math";
import { representatives } from "./representatives.ts";
import { type InputAxis, type NeuronSpace, spacesOf } from "./spaces.ts";
import { judgeStability } from "./stability.ts";
import type { CrossingPiece, EINetwork, SpaceBox } from "./types.ts";

/**
 * All crossings over x as straight pieces inside a box (and yE >= 0, |yI| >= 0), sorted by x. Exact: a piece is where a
 * facet of the E surface meets a facet of the I surface; it is split where its stability changes. Take a box with wide
 * E and I ranges for a curve that serves every x. Large populations are stood for by their {@link representatives}.
 */
export function crossingCurve(
  ei: EINetwork,
  box: SpaceBox,
  axis?: InputAxis,
): readonly CrossingPiece[] {
  const few = representatives(ei, box, axis);
  const facesE = facesWithin(spacesOf(few.E, axis), box);
  const facesI = facesWithin(spacesOf(few.I, axis), box);
  const pieces: CrossingPiece[] = [];
  for (const faceE of facesE) {
    for (const faceI of facesI) {
      if (boundsOverlap(faceE.bounds, faceI.bounds)) pieces.push(...crossFaces(faceE, faceI));
    }
  }
  return pieces.sort((a, b) => a.from[0] - b.from[0] || a.from[1] - b.from[1]);
}

/** A facet with its bounds. */
interface BoundedFace extends Face<NeuronSpace> {
  readonly bounds: Bounds3;
}

function facesWithin(spaces: readonly NeuronSpace[] | null, box: SpaceBox): readonly BoundedFace[] {
  const yE = [Math.max(0, box.E[0]), box.E[1]] as const;
  const yI = [Math.max(0, box.I[0]), box.I[1]] as const;
  const faces = facesOfPolyhedron(spaces ?? [], { box: [box.x, yE, yI] });
  return faces.map((face) => ({ ...face, bounds: boundsOf(face.points) }));
}

function crossFaces(faceE: BoundedFace, faceI: BoundedFace): readonly CrossingPiece[] {
  const section = sectionOfFace(faceE, faceI.owner);
  const common = section === null ? null : clipSegment(section, faceI.neighbours);
  if (common === null) return [];
  const rising = common.from[0] <= common.to[0] ? common : { from: common.to, to: common.from };
  return splitAtLeakLimit(rising, faceE.owner).map((part) =>
    describe(part, faceE.owner, faceI.owner),
  );
}

/** Cut a piece where the E neuron's line passes through the origin of the slice: T = F . x there. */
function splitAtLeakLimit(segment: Segment, owner: NeuronSpace): readonly Segment[] {
  const [weight] = owner.normal;
  const silent = clipSegment(segment, [{ normal: [weight, 0, 0], bound: owner.bound }]);
  const driven = clipSegment(segment, [{ normal: [-weight, 0, 0], bound: -owner.bound }]);
  if (silent === null || driven === null) return [segment];
  return silent.from[0] < driven.from[0] ? [silent, driven] : [driven, silent];
}

function describe(segment: Segment, ownerE: NeuronSpace, ownerI: NeuronSpace): CrossingPiece {
  const slopeE = ownerE.slope;
  const slopeI = ownerI.slope;
  const middle = (segment.from[0] + segment.to[0]) / 2;
  const boundE = ownerE.bound - ownerE.normal[0] * middle;
  return {
    ...segment,
    excitatory: ownerE.neuron,
    inhibitory: ownerI.neuron,
    slopeE,
    slopeI,
    ...judgeStability({ slopeE, slopeI, boundE }),
  };
}
