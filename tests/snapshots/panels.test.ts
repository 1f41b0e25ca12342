import { describe, expect, it } from "vitest";
import {
  chosenOutputLine,
  createSvgSink,
  darkTheme,
  lightTheme,
  outputHandles,
  paintHandles,
  paintMargins,
  paintOutput,
  paintSlice,
  paintTimeStrip,
  type Sink,
  scaleTheme,
  sliceHandles,
  type Theme,
} from "#plots";
import { figure4de, figure5cd } from "../support/eiNetworks.ts";
import { outputPicture, runTraces, slicePicture, stripPicture } from "../support/plotPictures.ts";

interface Panel {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  paint(sink: Sink): void;
}

/** Numbers are rounded to one digit, so that the last bits of a platform's arithmetic do not matter. */
async function matchPanel({ name, width, height, theme, paint }: Panel): Promise<void> {
  const { fontFamily, colors } = theme;
  const background = colors.background;
  const sink = createSvgSink({ title: name, width, height, fontFamily, background, decimals: 1 });
  paint(sink);
  await expect(sink.finish()).toMatchFileSnapshot(`panels/${name}.svg`);
}

const pair = figure4de();
const pairRun = runTraces({ network: pair, times: [0, 0.5, 0.5], inputs: [0, 0, 1], duration: 4 });
const saw = figure5cd();
const sawRun = runTraces({
  network: saw,
  times: [0, 10],
  inputs: [0, 10],
  duration: 10,
  record: { everySteps: 40, voltages: [1, 4], currents: [1] },
});

describe("panels", () => {
  it("draw the slice of figure 4d", async () => {
    const size = { width: 480, height: 440 };
    const picture = slicePicture({
      network: pair,
      x: 1,
      E: [0, 4],
      I: [0, 6],
      traces: pairRun,
      time: 3.6,
    });
    await matchPanel({
      name: "slice-fig-4d",
      ...size,
      theme: lightTheme,
      paint: (sink) => paintSlice(sink, picture, lightTheme),
    });
  });

  it("draw the slice of figure 5c with handles, a ghost and annotations on a dark ground", async () => {
    const theme = scaleTheme(darkTheme, 1.25);
    const size = { width: 600, height: 540 };
    const test = {
      network: saw,
      E: [0, 9],
      I: [0, 14],
      traces: sawRun,
      time: 6.2,
      theme,
      size,
    } as const;
    const picture = slicePicture({ ...test, x: 6.2 });
    const before = slicePicture({ ...test, x: 5 });
    const handles = sliceHandles({ ...picture, x: 6.2 }, 1);
    await matchPanel({
      name: "slice-fig-5c-dark",
      ...size,
      theme,
      paint: (sink) => {
        const annotations = [
          { label: "published", style: "point", tone: "neutral", points: [[6, 9]] },
        ] as const;
        const ghost = { slice: before.slice, trajectory: before.trajectory };
        const chosen = { selected: [1], hovered: 4, handles };
        paintSlice(sink, { ...picture, ...chosen, ghost, annotations }, theme);
        paintHandles(sink, { network: saw, handles, active: handles[1]?.id ?? null }, theme);
      },
    });
  });

  it("draw a spike of figure 4d in the slice", async () => {
    const size = { width: 480, height: 440 };
    const picture = slicePicture({
      network: pair,
      x: 1,
      E: [0, 4],
      I: [0, 6],
      traces: null,
      time: 0,
    });
    const moment = {
      neuron: 0,
      input: [1],
      before: [1.5, 2.5],
      after: [2.12, 2.5],
      extra: 0,
    } as const;
    await matchPanel({
      name: "slice-spike",
      ...size,
      theme: lightTheme,
      paint: (sink) => paintSlice(sink, { ...picture, moment }, lightTheme),
    });
  });

  it("draw the margins before and after a spike", async () => {
    const size = { width: 320, height: 184 };
    const margins = {
      ...size,
      network: saw,
      before: Float64Array.of(2.3, 0, 1.1, 2.2, 0.3, 4),
      after: Float64Array.of(2.06, -0.24, 0.86, 1.5, -0.4, 3.3),
      fired: 1,
      nearest: 4,
    };
    await matchPanel({
      name: "margins",
      ...size,
      theme: darkTheme,
      paint: (sink) => paintMargins(sink, margins, darkTheme),
    });
  });

  it.each(["E", "I"] as const)("draw the output view of %s", async (side) => {
    const picture = outputPicture({
      network: saw,
      side,
      x: [0, 10],
      E: [0, 8],
      I: [0, 20],
      traces: sawRun,
      time: 6.2,
    });
    const shown = { ...picture, network: saw, axis: 0, input: [6.2] };
    const line = chosenOutputLine(shown, 1);
    await matchPanel({
      name: `output-${side}`,
      width: 420,
      height: 260,
      theme: lightTheme,
      paint: (sink) => {
        const lines = line === null ? [] : [[line.from, line.to] as const];
        paintOutput(sink, { ...picture, lines }, lightTheme);
        const handles = outputHandles(shown, 1);
        paintHandles(sink, { network: saw, handles, active: null }, lightTheme);
      },
    });
  });

  it.each(["voltages", "currents"] as const)("draw the time strip with %s", async (shows) => {
    const picture = stripPicture({
      network: saw,
      traces: sawRun,
      rows: ["input", "outputs", "raster", "traces"],
      time: [0, 10],
      x: [0, 10],
      E: [0, 8],
      I: [0, 20],
      playhead: 6.2,
      size: { width: 900, height: 360 },
    });
    await matchPanel({
      name: `strip-${shows}`,
      width: 900,
      height: 360,
      theme: lightTheme,
      paint: (sink) =>
        paintTimeStrip(
          sink,
          {
            ...picture,
            selected: [1, 4],
            traced: [1, 4],
            window: [2, 10],
            shows,
            unit: shows === "voltages" ? "tau" : "ms",
          },
          lightTheme,
        ),
    });
  });
});
