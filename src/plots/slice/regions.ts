import type { ConvexPolygon } from "#math";
import type { Slice } from "#model";

/** The four regions of a slice: which populations are above threshold. */
export type RegionId = "silent" | "E" | "I" | "both";

/** Find the region that a point (yE, |yI|) lies in. */
export function regionAt({ subthreshold }: Slice, yE: number, yI: number): RegionId {
  const quietE = isInsideConvex(subthreshold.E, yE, yI);
  const quietI = isInsideConvex(subthreshold.I, yE, yI);
  if (quietE) return quietI ? "silent" : "I";
  return quietI ? "E" : "both";
}

/** Whether a point lies in a convex polygon, edges included, whichever way round its corners go. */
export function isInsideConvex({ points }: ConvexPolygon, x: number, y: number): boolean {
  const corners = points.length / 2;
  let turn = 0;
  for (let corner = 0; corner < corners; corner += 1) {
    const next = 2 * ((corner + 1) % corners);
    const ax = points[2 * corner] ?? 0;
    const ay = points[2 * corner + 1] ?? 0;
    const side = Math.sign(
      ((points[next] ?? 0) - ax) * (y - ay) - ((points[next + 1] ?? 0) - ay) * (x - ax),
    );
    if (side === 0) continue;
    if (turn !== 0 && side !== turn) return false;
    turn = side;
  }
  return turn !== 0;
}
