import { describe, expect, it } from "vitest";
import {
  type Box3,
  boundsOf,
  boundsOverlap,
  clipSegment,
  facesOfPolyhedron,
  pointBetween,
  sectionOfFace,
} from "#math";

const cube: Box3 = [
  [0, 1],
  [0, 1],
  [0, 1],
];
const space = (u: number, v: number, w: number, bound: number) =>
  ({ normal: [u, v, w], bound }) as const;

describe("facesOfPolyhedron", () => {
  it("cuts a square out of the cube by a level plane", () => {
    const [face, ...others] = facesOfPolyhedron([space(0, 0, -1, -0.5)], { box: cube });
    expect(others).toHaveLength(0);
    expect([...(face?.points ?? [])]).toEqual([0, 0, 0.5, 1, 0, 0.5, 1, 1, 0.5, 0, 1, 0.5]);
    expect(face?.neighbours).toEqual([]);
  });

  it("meets two planes in a ridge that both faces know", () => {
    // w >= u and w >= 1 - u.
    const spaces = [space(1, 0, -1, 0), space(-1, 0, -1, -1)] as const;
    const faces = facesOfPolyhedron(spaces, { box: cube });
    expect(faces.map(({ owner }) => owner)).toEqual(spaces);
    expect(faces.map(({ neighbours }) => neighbours)).toEqual([[spaces[1]], [spaces[0]]]);
  });

  it("gives one plane written twice, or scaled, to the first", () => {
    const spaces = [space(0.3, 0.7, -0.9, 0.1), space(0.6, 1.4, -1.8, 0.2)];
    const faces = facesOfPolyhedron(spaces, { box: cube });
    expect(faces).toHaveLength(1);
    expect(faces[0]?.owner).toBe(spaces[0]);
  });

  it("builds upright walls of either direction", () => {
    for (const wall of [space(1, 0, 0, 0.5), space(0, -1, 0, -0.5), space(-1, 1, 0, 0)]) {
      expect(facesOfPolyhedron([wall], { box: cube })).toHaveLength(1);
    }
  });

  it("leaves out planes that miss the box and faces behind others", () => {
    expect(facesOfPolyhedron([space(0, 0, -1, -2)], { box: cube })).toHaveLength(0);
    const stacked = [space(0, 0, -1, -0.2), space(0, 0, -1, -0.6)];
    const faces = facesOfPolyhedron(stacked, { box: cube });
    expect(faces.map(({ owner }) => owner)).toEqual([stacked[1]]);
  });

  it("builds only the wanted faces, cut by all", () => {
    const spaces = [space(1, 0, -1, 0), space(-1, 0, -1, -1)];
    const faces = facesOfPolyhedron(spaces, { box: cube, from: 1, to: 2 });
    expect(faces.map(({ owner }) => owner)).toEqual([spaces[1]]);
    expect(Math.max(...Array.from(faces[0]?.points ?? []).filter((_, at) => at % 3 === 0))).toBe(
      0.5,
    );
  });
});

describe("sectionOfFace", () => {
  const [face] = facesOfPolyhedron([space(0, 0, -1, -0.5)], { box: cube });

  it("finds where a face meets a plane, also through corners", () => {
    expect(face && sectionOfFace(face, space(1, 0, 0, 0.25))).toEqual({
      from: [0.25, 0, 0.5],
      to: [0.25, 1, 0.5],
    });
    expect(face && sectionOfFace(face, space(1, -1, 0, 0))).toEqual({
      from: [0, 0, 0.5],
      to: [1, 1, 0.5],
    });
  });

  it("is null when the face lies on one side or in the plane", () => {
    expect(face && sectionOfFace(face, space(1, 0, 0, 2))).toBeNull();
    expect(face && sectionOfFace(face, space(0, 0, 1, 0.5))).toBeNull();
    expect(face && sectionOfFace(face, space(1, 1, 0, 0))).toBeNull();
  });
});

describe("clipSegment", () => {
  const segment = { from: [0, 0, 0], to: [4, 0, 0] } as const;

  it("cuts both ends", () => {
    const part = clipSegment(segment, [space(1, 0, 0, 3), space(-1, 0, 0, -1)]);
    expect(part).toEqual({ from: [1, 0, 0], to: [3, 0, 0] });
  });

  it("keeps the ends exactly when nothing is cut", () => {
    expect(clipSegment(segment, [space(0, 1, 0, 0)])).toEqual(segment);
  });

  it("is null outside one half-space, between two, or when a point is left", () => {
    expect(clipSegment(segment, [space(1, 0, 0, -1)])).toBeNull();
    expect(clipSegment(segment, [space(1, 0, 0, 1), space(-1, 0, 0, -2)])).toBeNull();
    expect(clipSegment(segment, [space(1, 0, 0, 0)])).toBeNull();
  });
});

describe("pointBetween", () => {
  it("gives the ends exactly", () => {
    const segment = { from: [0.1, 0.2, 0.3], to: [0.7, 1e9, -3] } as const;
    expect(pointBetween(segment, 0)).toEqual(segment.from);
    expect(pointBetween(segment, 1)).toEqual(segment.to);
  });
});

describe("bounds", () => {
  it("hold the lowest and highest coordinates", () => {
    const { low, high } = boundsOf(Float64Array.of(1, 5, -2, 3, 4, 0));
    expect([[...low], [...high]]).toEqual([
      [1, 4, -2],
      [3, 5, 0],
    ]);
  });

  it("overlap when they touch, and not when apart along any axis", () => {
    const unit = boundsOf(Float64Array.of(0, 0, 0, 1, 1, 1));
    const moved = (u: number, v: number, w: number) =>
      boundsOf(Float64Array.of(u, v, w, u + 1, v + 1, w + 1));
    expect(boundsOverlap(unit, moved(1, 1, 1))).toBe(true);
    for (const other of [moved(2, 0, 0), moved(0, -2, 0), moved(0, 0, 2)]) {
      expect(boundsOverlap(unit, other)).toBe(false);
    }
  });
});
