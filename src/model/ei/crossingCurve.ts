import { clipSegment, facesOfPolyhedron, type Segment, sectionOfFace } from "#math";
import { type Bounds, boundsOf, overlap } from "./bounds.ts";
import { type InputAxis, type NeuronSpace, spacesOf } from "./spaces.ts";
import { judgeStability } from "./stability.ts";
import type { CrossingPiece, EINetwork, SpaceBox } from "./types.ts";

/**
 * All crossings over x as straight pieces inside a box (and yE >= 0, |yI| >= 0), sorted by x. Exact: a piece is where a
 * facet of the E surface meets a facet of the I surface; it is split where its stability changes. Take a box with wide
 * E and I ranges for a curve that serves every x.
 */
export function crossingCurve(
  ei: EINetwork,
  box: SpaceBox,
  axis?: InputAxis,
): readonly CrossingPiece[] {
  const facesE = facesWithin(spacesOf(ei.E, axis), box);
  const facesI = facesWithin(spacesOf(ei.I, axis), box);
  const pieces: CrossingPiece[] = [];
  for (const faceE of facesE) {
    for (const faceI of facesI) {
      if (overlap(faceE.bounds, faceI.bounds)) pieces.push(...crossFaces(faceE, faceI));
    }
  }
  return pieces.sort((a, b) => a.from[0] - b.from[0] || a.from[1] - b.from[1]);
}

/** A facet with what surrounds it. */
interface OwnedFace {
  readonly owner: NeuronSpace;
  readonly face: ReturnType<typeof facesOfPolyhedron>[number];
  readonly neighbours: readonly NeuronSpace[];
  readonly bounds: Bounds;
}

function facesWithin(spaces: readonly NeuronSpace[] | null, box: SpaceBox): readonly OwnedFace[] {
  if (spaces === null) return [];
  const quadrant = [
    box.x,
    [Math.max(0, box.E[0]), box.E[1]],
    [Math.max(0, box.I[0]), box.I[1]],
  ] as const;
  const faces = facesOfPolyhedron(
    spaces.map(({ space }) => space),
    { box: quadrant },
  );
  return faces.flatMap((face) => {
    const owner = spaces[face.owner];
    if (owner === undefined) return [];
    const neighbours = Array.from(face.neighbours).flatMap((index) => spaces[index] ?? []);
    return [{ owner, face, neighbours, bounds: boundsOf(face.points) }];
  });
}

function crossFaces(faceE: OwnedFace, faceI: OwnedFace): readonly CrossingPiece[] {
  const section = sectionOfFace(faceE.face, faceI.owner.space);
  if (section === null) return [];
  const common = clipSegment(
    section,
    faceI.neighbours.map(({ space }) => space),
  );
  if (common === null) return [];
  const rising = common.from[0] <= common.to[0] ? common : { from: common.to, to: common.from };
  return splitAtLeakLimit(rising, faceE.owner).map((part) =>
    describe(part, faceE.owner, faceI.owner),
  );
}

/** Cut a piece where the E neuron's line passes through the origin of the slice: T = F . x there. */
function splitAtLeakLimit(segment: Segment, owner: NeuronSpace): readonly Segment[] {
  const reached = { normal: [owner.space.normal[0], 0, 0], bound: owner.space.bound } as const;
  const silent = { normal: [-owner.space.normal[0], 0, 0], bound: -owner.space.bound } as const;
  const parts = [clipSegment(segment, [reached]), clipSegment(segment, [silent])].filter(
    (part) => part !== null,
  );
  return parts.length === 2 ? parts.sort((a, b) => a.from[0] - b.from[0]) : [segment];
}

function describe(segment: Segment, ownerE: NeuronSpace, ownerI: NeuronSpace): CrossingPiece {
  const slopeE = slopeOf(ownerE);
  const slopeI = slopeOf(ownerI);
  const middle = (segment.from[0] + segment.to[0]) / 2;
  const boundE = ownerE.space.bound - ownerE.space.normal[0] * middle;
  return {
    ...segment,
    excitatory: ownerE.neuron,
    inhibitory: ownerI.neuron,
    slopeE,
    slopeI,
    ...judgeStability({ slopeE, slopeI, boundE }),
  };
}

function slopeOf(space: NeuronSpace): number {
  return space.readI === 0 ? Number.POSITIVE_INFINITY : space.readE / space.readI;
}
