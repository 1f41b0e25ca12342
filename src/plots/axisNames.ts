import { parseRichText } from "./richText.ts";
import type { TextContent } from "./sink.ts";

/** An axis in words and symbol, and the symbol alone for where words do not fit. */
export interface AxisName {
  readonly words: TextContent;
  readonly short: TextContent;
}

function named(words: string, short: string): AxisName {
  return { words: parseRichText(`${words} ${short}`), short: parseRichText(short) };
}

/** Names of the quantities of the E-I network; inhibitory readouts as magnitudes. */
export const axisNames: {
  readonly input: AxisName;
  readonly excitatory: AxisName;
  readonly inhibitory: AxisName;
  readonly timeTau: AxisName;
  readonly timeMs: AxisName;
} = {
  input: named("Input", "*x*"),
  excitatory: named("Excitatory activity", "*y*^{E}"),
  inhibitory: named("Inhibitory activity", "|*y*^{I}|"),
  timeTau: { words: parseRichText("Time (*τ*)"), short: parseRichText("*t* (*τ*)") },
  timeMs: { words: "Time (ms)", short: parseRichText("*t* (ms)") },
};
