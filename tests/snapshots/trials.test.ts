import { describe, expect, it } from "vitest";
import {
  createSvgSink,
  darkTheme,
  layoutTrials,
  lightTheme,
  paintCorrelation,
  paintSweep,
  paintTrials,
  type Sink,
  sweepView,
  type Theme,
} from "#plots";
import { sweep, trials } from "../support/trialPictures.ts";

const size = { width: 620, height: 300 };

/** Numbers are rounded to one digit, so that the last bits of a platform's arithmetic do not matter. */
async function matchPicture(
  name: string,
  { fontFamily, colors }: Theme,
  paint: (sink: Sink) => void,
): Promise<void> {
  const { background } = colors;
  const sink = createSvgSink({ title: name, ...size, fontFamily, background, decimals: 1 });
  paint(sink);
  await expect(sink.finish()).toMatchFileSnapshot(`panels/${name}.svg`);
}

describe("pictures of trials", () => {
  it("draw a sweep with bands, a gap and the present value", async () => {
    await matchPicture("sweep", lightTheme, (sink) =>
      paintSweep(
        sink,
        { ...sweep, view: sweepView({ ...size, theme: lightTheme }, sweep) },
        lightTheme,
      ),
    );
  });

  it("draw spikes trial by trial over their histogram, in the dark", async () => {
    const layout = layoutTrials(size.width, size.height, darkTheme);
    await matchPicture("trials-dark", darkTheme, (sink) =>
      paintTrials(sink, { ...trials, layout }, darkTheme),
    );
  });

  it("draw correlograms around chance", async () => {
    const bins = [0.6, 0.8, 1.4, 2.1, 1.2, 0.9, 0.7];
    const pairs = [{ type: "unconstrained" as const, label: "E 1 → I 2", bins }];
    await matchPicture("correlation", lightTheme, (sink) =>
      paintCorrelation(sink, { reach: 1, pairs, ...size }, lightTheme),
    );
  });
});
