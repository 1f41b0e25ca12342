import type { Sink } from "../sink.ts";
import { estimateTextWidth } from "../textWidth.ts";
import type { Theme } from "../theme.ts";
import { createView } from "../view/view.ts";
import type { TimeStripPicture } from "./stripPicture.ts";

const WORDS = "explosive: spikes without end";

/** Say why the rows are empty beyond the instant that a run exploded in, on the side of it where there is room. */
export function paintExplosion(sink: Sink, picture: TimeStripPicture, theme: Theme): void {
  const { traces, time, layout } = picture;
  const row = layout.rows.find(({ id }) => id === "outputs");
  const verdict = traces?.verdict ?? null;
  if (verdict?.kind !== "explosive" || row === undefined) return;
  if (verdict.time < time[0] || verdict.time > time[1]) return;
  const { rect } = row;
  const { colors, sizes, scale } = theme;
  const x = createView({ rect, x: time, y: [0, 1] }).screenX(verdict.time);
  const gap = 8 * scale;
  const isRight = x + gap + estimateTextWidth(WORDS, sizes.name) <= rect.x + rect.width;
  sink.beginGroup("explosion");
  sink.text(WORDS, isRight ? x + gap : x - gap, rect.y + rect.height / 2, {
    color: colors.text,
    sizePx: sizes.name,
    weight: 600,
    align: isRight ? "start" : "end",
    baseline: "middle",
    halo: colors.background,
  });
  sink.endGroup();
}
