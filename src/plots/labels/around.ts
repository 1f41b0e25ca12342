import type { Rect, ScreenPoint } from "../view/view.ts";
import type { LabelSpot } from "./label.ts";

/** What {@link around} needs; CSS pixels. */
export interface AroundOptions {
  /** Of the label. */
  readonly size: { readonly width: number; readonly height: number };
  /** Boxes straight above and below the point slide sideways to stay inside. */
  readonly room: Rect;
  /** From the point to the label. */
  readonly reach: number;
}

/** How much further each round of candidates is from the point. */
const ROUNDS = [1, 2, 3.5, 5];

/** Places for a label about a point, best first: beside it and a little lower, below, above; then the same further off. */
export function* around(point: ScreenPoint, options: AroundOptions): Generator<LabelSpot> {
  for (const round of ROUNDS) yield* ring(point, { ...options, reach: round * options.reach });
}

function* ring(
  { x, y }: ScreenPoint,
  { size: { width, height }, room, reach }: AroundOptions,
): Generator<LabelSpot> {
  const size = { width, height };
  const right = { ...size, x: x + reach, align: "start" } as const;
  const left = { ...size, x: x - reach - width, align: "end" } as const;
  const slid = Math.max(room.x, Math.min(x - width / 2, room.x + room.width - width));
  const centred = { ...size, x: slid, align: "middle" } as const;
  yield { ...right, y: y + reach / 3 };
  yield { ...left, y: y + reach / 3 };
  yield { ...centred, y: y + reach };
  yield { ...right, y: y - height / 2 };
  yield { ...left, y: y - height / 2 };
  yield { ...right, y: y - reach / 3 - height };
  yield { ...left, y: y - reach / 3 - height };
  yield { ...centred, y: y - reach - height };
}
