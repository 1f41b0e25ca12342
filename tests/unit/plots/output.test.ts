import { describe, expect, it } from "vitest";
import { lightTheme, type OutputPicture, paintOutput } from "#plots";
import { figure5cd } from "../../support/eiNetworks.ts";
import { outputPicture, runTraces } from "../../support/plotPictures.ts";
import { createStringSink, type StringSink } from "../../support/stringSink.ts";
import { handTraces } from "../../support/traces.ts";

const network = figure5cd();
const traces = runTraces({ network, times: [0, 20], inputs: [0, 10], duration: 20 });
const { colors } = lightTheme;

function paint(side: "E" | "I", change: Partial<OutputPicture> = {}): StringSink {
  const sink = createStringSink();
  const picture = outputPicture({
    network,
    side,
    x: [0, 10],
    E: [0, 8],
    I: [0, 20],
    traces,
    time: 12,
  });
  paintOutput(sink, { ...picture, ...change }, lightTheme);
  return sink;
}

describe("paintOutput", () => {
  it("draws the crossing curve dashed over the achieved readout and names both axes", () => {
    const sink = paint("E");
    expect(sink.group("run")).toContain(`stroke ${colors.excitatory}`);
    expect(sink.group("crossing curve")).toContain(`stroke ${colors.excitatory} dashed`);
    expect(sink.words()).toContain("Input x");
    expect(sink.words()).toContain("Excitatory activity yE");
    expect(sink.words()).toContain("yE where the boundaries cross");
  });

  it("names the curve where neither it nor a chosen line passes", () => {
    const nameAt = (change: Partial<OutputPicture>) =>
      paint("I", change)
        .calls.find((call) => call.startsWith('text "|yI| where'))
        ?.split(" ")
        .slice(-2)
        .map(Number) ?? [];
    const [x = 0, y = 0] = nameAt({});
    const { view } = outputPicture({
      network,
      side: "I",
      x: [0, 10],
      E: [0, 8],
      I: [0, 20],
      traces,
      time: 12,
    });
    expect(x).toBeLessThan(view.rect.x + 20);
    expect(y).toBeLessThan(view.rect.y + 20);
    const across = [
      [0, 19],
      [10, 19],
    ] as const;
    expect(nameAt({ lines: [across] })[1]).toBeGreaterThan(y + 50);
    // Where lines pass everywhere it stays where it was.
    const low = [
      [0, 1],
      [10, 1],
    ] as const;
    expect(nameAt({ lines: [across, low] })).toEqual([x, y]);
  });

  it("shows |yI| in the inhibitory view", () => {
    const sink = paint("I");
    expect(sink.group("crossing curve")).toContain(`stroke ${colors.inhibitory} dashed`);
    expect(sink.words()).toContain("Inhibitory activity |yI|");
  });

  it("keeps joined pieces one line, so that dashes run on", () => {
    const moves = paint("E")
      .group("crossing curve")
      ?.filter((call) => call.startsWith("move"));
    expect(moves).toHaveLength(1);
  });

  it("marks where the run is at the playhead", () => {
    const now = paint("E").group("now")?.[1]?.split(" ").map(Number) ?? [];
    const { view } = outputPicture({
      network,
      side: "E",
      x: [0, 10],
      E: [0, 8],
      I: [0, 20],
      traces,
      time: 12,
    });
    expect(now[1]).toBeCloseTo(view.screenX(6), 0);
  });

  it("draws unstable pieces apart", () => {
    const picture = outputPicture({
      network,
      side: "E",
      x: [0, 10],
      E: [0, 8],
      I: [0, 20],
      traces,
      time: 12,
    });
    const curve = picture.curve.map((piece, index) => ({ ...piece, stable: index !== 1 }));
    const moves = paint("E", { curve })
      .group("crossing curve")
      ?.filter((call) => call.startsWith("move"));
    expect(moves).toHaveLength(3);
  });

  it("draws chosen lines and a pinned run", () => {
    const picture = outputPicture({
      network,
      side: "E",
      x: [0, 10],
      E: [0, 8],
      I: [0, 20],
      traces,
      time: 12,
    });
    const sink = paint("E", {
      lines: [
        [
          [0, 1],
          [10, 2],
        ],
      ],
      ghost: { curve: picture.curve, run: picture.run },
    });
    expect(sink.group("chosen lines")).toContain(`stroke ${colors.excitatory}`);
    expect(sink.group("pinned")).toContain(`stroke ${colors.ghost}`);
    expect(sink.group("pinned")).toContain(`stroke ${colors.ghost} dashed`);
    expect(paint("E", { ghost: { curve: [], run: null } }).group("pinned")).not.toContain(
      `stroke ${colors.ghost}`,
    );
  });

  it("is an empty plot without run and curve", () => {
    const sink = paint("E", { run: null, curve: [] });
    expect(sink.group("run")).toBeNull();
    expect(sink.group("now")).toBeNull();
    expect(sink.words()).not.toContain("yE where the boundaries cross");
    const early = paint("E", {
      run: { traces: handTraces({ time: [] }), network, instantaneous: true },
    });
    expect(early.group("now")).toBeNull();
  });
});
