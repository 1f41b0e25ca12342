import { axisNames } from "../axisNames.ts";
import { paintYName, paintYTicks } from "../painters/axes.ts";
import { populationStyle, sideType } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { inputSource } from "../traces/sources.ts";
import { traceSeries } from "../traces/traceSeries.ts";
import type { View } from "../view/view.ts";
import { paintRowFrame } from "./rowFrame.ts";
import type { TimeStripPicture } from "./stripPicture.ts";

/** Draw the input over time, and injected currents as bars named by population and amplitude. */
export function paintInput(
  sink: Sink,
  { view, traces, input, currents }: TimeStripPicture & { readonly view: View },
  theme: Theme,
): void {
  const { rect } = view;
  const { colors, lines } = theme;
  sink.beginGroup("input");
  paintRowFrame(sink, view, theme);
  paintYTicks(sink, { view, most: 2 }, theme);
  paintYName(sink, { rect, name: axisNames.input }, theme);
  sink.pushClip(rect.x, rect.y, rect.width, rect.height);
  paintCurrents(sink, { view, currents }, theme);
  for (let which = 0; which < (traces?.inputs ?? 0); which += 1) {
    if (traces === null) break;
    sink.beginPath();
    traceSeries(sink, view, inputSource(traces, which));
    sink.stroke({
      color: which === input ? colors.text : colors.textMuted,
      width: which === input ? lines.medium : lines.thin,
    });
  }
  sink.popClip();
  sink.endGroup();
}

function paintCurrents(
  sink: Sink,
  { view, currents }: Pick<TimeStripPicture, "currents"> & { readonly view: View },
  theme: Theme,
): void {
  const height = 4 * theme.scale;
  for (const { side, from, to, amplitude } of currents) {
    const style = populationStyle(theme, sideType(side));
    const x = view.screenX(from);
    const y = view.rect.y + view.rect.height - height * (side === "E" ? 2.25 : 1);
    sink.beginPath();
    sink.rect(x, y, view.screenX(to) - x, height);
    sink.fill({ color: style.color });
    const sign = amplitude < 0 ? "−" : "+";
    sink.text(
      `current into ${side} ${sign}${Number(Math.abs(amplitude).toPrecision(3))}`,
      x,
      y - 2 * theme.scale,
      {
        color: style.textColor,
        sizePx: theme.sizes.tick,
        baseline: "bottom",
        halo: theme.colors.background,
      },
    );
  }
}
