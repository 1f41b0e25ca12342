import { describe, expect, it } from "vitest";
import { evaluateInput, inputPresets, parseInputText, type TimedValue } from "#document";

describe("evaluateInput", () => {
  const jump = inputPresets.step({ before: [0, 1], after: [2, 3], at: 5 });

  it("is constant outside the points, straight between them, and takes the later value at a jump", () => {
    expect(evaluateInput(jump, -1, 0.01)).toEqual([0, 1]);
    expect(evaluateInput(jump, 4.999, 0.01)).toEqual([0, 1]);
    expect(evaluateInput(jump, 5, 0.01)).toEqual([2, 3]);
    expect(evaluateInput(jump, 9, 0.01)).toEqual([2, 3]);
    const ramp = inputPresets.ramp({ from: [0], to: [4], start: 6, end: 2 });
    expect([1, 2, 3, 6, 7].map((time) => evaluateInput(ramp, time, 0.01)[0])).toEqual([
      0, 0, 1, 4, 4,
    ]);
  });

  it("takes the sample of the nearest step", () => {
    const samples = { kind: "samples", values: [[1], [2], [3]] } as const;
    expect([-1, 0, 0.014, 0.016, 9].map((time) => evaluateInput(samples, time, 0.01)[0])).toEqual([
      1, 1, 2, 3, 3,
    ]);
    expect(evaluateInput(samples, 1, null)).toEqual([2]);
    expect(evaluateInput({ kind: "samples", values: [] }, 1, 1)).toEqual([]);
  });

  it("swings as a sine", () => {
    const sine = inputPresets.sine({ offset: [1], amplitude: [2], period: 8, phase: 0.25 });
    expect(evaluateInput(sine, 0, 0.01)[0]).toBeCloseTo(3, 12);
    expect(evaluateInput(sine, 2, 0.01)[0]).toBeCloseTo(1, 12);
    expect(
      evaluateInput({ kind: "sine", offset: [1], amplitude: [], period: 8, phase: 0 }, 2, 1),
    ).toEqual([1]);
  });

  it("has nothing to say about no points", () => {
    expect(evaluateInput({ kind: "piecewise-linear", points: [] }, 1, 1)).toEqual([]);
  });
});

describe("inputPresets", () => {
  it("holds a constant", () => {
    expect(evaluateInput(inputPresets.constant([7]), 100, 0.01)).toEqual([7]);
  });

  it("holds each level for an equal part of the run", () => {
    const steps = inputPresets.steps({ levels: [[0], [2], [1]], duration: 9 });
    expect([0, 2.9, 3, 5.9, 6, 9].map((time) => evaluateInput(steps, time, 0.01)[0])).toEqual([
      0, 0, 2, 2, 1, 1,
    ]);
  });

  it("keeps the corners of a drawn course and drops what lies on its lines", () => {
    const samples = Array.from(
      { length: 1001 },
      (_, k): TimedValue => [k / 100, Math.abs(k - 500) / 100],
    );
    expect(inputPresets.drawn(samples.toReversed())).toEqual({
      kind: "piecewise-linear",
      points: [
        [0, [5]],
        [5, [0]],
        [10, [5]],
      ],
    });
  });

  it("keeps at most 200 points of a wild course, and every end", () => {
    const wild = Array.from({ length: 3000 }, (_, k): TimedValue => [k, Math.sin(k * k)]);
    const course = inputPresets.drawn(wild);
    const points = course.kind === "piecewise-linear" ? course.points : [];
    expect(points).toHaveLength(200);
    expect([points[0]?.[0], points.at(-1)?.[0]]).toEqual([0, 2999]);
  });

  it("takes the later of two values drawn at one time, and a single point as it is", () => {
    expect(
      inputPresets.drawn([
        [1, 2],
        [1, 3],
      ]),
    ).toEqual({ kind: "piecewise-linear", points: [[1, [3]]] });
  });
});

describe("parseInputText", () => {
  const pointsOf = (text: string): unknown => {
    const result = parseInputText(text, { duration: 10 });
    return result.ok && result.input.kind === "piecewise-linear" ? result.input.points : result;
  };

  it.each([
    [
      "two columns",
      "0,1\n5,2\n",
      [
        [0, [1]],
        [5, [2]],
      ],
    ],
    [
      "two columns with a jump",
      "0 0\n5 0\n5 1",
      [
        [0, [0]],
        [5, [0]],
        [5, [1]],
      ],
    ],
    [
      "one column over the run",
      "1\n2\n3",
      [
        [0, [1]],
        [5, [2]],
        [10, [3]],
      ],
    ],
    ["one number", "4", [[0, [4]]]],
    [
      "tabs, semicolons and windows lines",
      "0;1\r\n5\t-2.5e1\r\n",
      [
        [0, [1]],
        [5, [-25]],
      ],
    ],
    [
      "a heading, notes and empty lines",
      "\uFEFFtime, x\n# a note\n\n0, .5\n1, +1.\n",
      [
        [0, [0.5]],
        [1, [1]],
      ],
    ],
    ["a quoted heading", '"time","x"\n0,1', [[0, [1]]]],
  ])("reads %s", (_, text, points) => {
    expect(pointsOf(text)).toEqual(points);
  });

  it("simplifies a long text", () => {
    const text = Array.from({ length: 1000 }, (_, k) => `${k / 100} ${k}`).join("\n");
    expect(pointsOf(text)).toEqual([
      [0, [0]],
      [9.99, [999]],
    ]);
  });

  it.each([
    ["", "The text holds no numbers; give one value a line, or time and value."],
    ["time,x", "The text holds no numbers; give one value a line, or time and value."],
    ["1,2,3", "Line 1 has 3 columns; one or two are allowed."],
    ["0,1\n2", "Line 2 has 1 column, the lines above have 2."],
    ["1\n2,3", "Line 2 has 2 columns, the lines above have 1."],
    ["0,1\n1,abc", 'Line 2 has "abc" where a number must stand.'],
    ["0,1\n\n1e999,2", 'Line 3 has "1e999" where a number must stand.'],
    ["0x10", 'Line 1 has "0x10" where a number must stand.'],
    ["1,1\n0,1", "The time 0 comes after a later one; times must not decrease."],
  ])("says what is wrong with %j", (text, message) => {
    expect(pointsOf(text)).toEqual({ ok: false, message });
  });

  it("stops at a million lines", () => {
    expect(pointsOf("1\n".repeat(1_000_001))).toEqual({
      ok: false,
      message: "The text has more than 1000000 lines.",
    });
  });
});
