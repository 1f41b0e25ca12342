import { describe, expect, it } from "vitest";
import { drawCourse, evaluateInput, type InputRecipe, type TimedValue } from "#document";
import { documentOf, eiDocument } from "../../support/documents.ts";
import { eiFile, type Json } from "../../support/experimentFiles.ts";

/** The test document (a run of 10 tau) with another course, drawn over. */
function draw(input: Json, stroke: readonly TimedValue[]): InputRecipe {
  return drawCourse(eiDocument({ input }), stroke);
}

const pointsOf = (...points: readonly (readonly [number, number])[]): Json => ({
  kind: "piecewise-linear",
  points: points.map(([time, value]) => [time, [value]]),
});

const flat = pointsOf([0, 1]);

describe("drawCourse", () => {
  it("puts the stroke in the place of what it covers and leaves the rest where it was", () => {
    expect(
      draw(flat, [
        [4, 3],
        [5, 6],
        [6, 3],
      ]),
    ).toEqual(pointsOf([0, 1], [4, 1], [4, 3], [5, 6], [6, 3], [6, 1]));
  });

  it("leaves a slope outside the stroke on its old line", () => {
    const drawn = draw(pointsOf([0, 0], [10, 10]), [
      [4, 8],
      [6, 8],
    ]);
    const values = [0, 2, 3.999, 4, 5.999, 6, 9].map((time) => evaluateInput(drawn, time, 0.01)[0]);
    const wanted = [0, 2, 3.999, 8, 8, 6, 9];
    for (const [index, value] of values.entries()) expect(value).toBeCloseTo(wanted[index] ?? 0, 9);
  });

  it("takes away the corners under the stroke, wherever it was drawn first", () => {
    const drawn = draw(pointsOf([0, 0], [5, 9], [8, 0]), [
      [7, 2],
      [4, 2],
    ]);
    expect(drawn).toEqual(pointsOf([0, 0], [4, 7.2], [4, 2], [7, 2], [7, 3], [8, 0]));
  });

  it("begins and ends at a jump as the course did there", () => {
    const steps = pointsOf([0, 0], [3, 0], [3, 5], [6, 5], [6, 1]);
    const drawn = draw(steps, [
      [3, 2],
      [6, 2],
    ]);
    expect(drawn).toEqual(pointsOf([0, 0], [3, 0], [3, 2], [6, 2], [6, 1]));
  });

  it("needs no edge where the stroke reaches the ends of the run, and draws nothing outside", () => {
    expect(
      draw(flat, [
        [-3, 2],
        [5, 4],
        [99, 2],
      ]),
    ).toEqual(pointsOf([0, 2], [5, 4], [10, 2]));
  });

  it("keeps corners after the end of the run where they are", () => {
    const drawn = draw(pointsOf([0, 0], [12, 6], [15, 9]), [
      [2, 5],
      [4, 5],
    ]);
    expect(drawn).toEqual(pointsOf([0, 0], [2, 1], [2, 5], [4, 5], [4, 2], [12, 6], [15, 9]));
  });

  it("counts the later of two values at one time", () => {
    const drawn = draw(flat, [
      [2, 9],
      [4, 5],
      [2, 5],
    ]);
    expect(evaluateInput(drawn, 2, 0.01)).toEqual([5]);
  });

  it("changes nothing without a stroke, or by a touch alone", () => {
    const document = eiDocument();
    expect(drawCourse(document, [])).toBe(document.input);
    expect(drawCourse(document, [[3, 2]])).toBe(document.input);
  });

  it("leaves further inputs alone, jumps and all", () => {
    const population = {
      id: "E",
      type: "excitatory",
      feedforward: [[1, 1]],
      encoders: {},
      thresholds: [1],
      decoders: [1],
    };
    const points = [
      [0, [0, 0]],
      [2, [0, 0]],
      [2, [0, 6]],
      [8, [0, 0]],
    ];
    const document = documentOf({
      ...eiFile(),
      network: { kind: "explicit", inputs: 2, populations: [population] },
      input: { kind: "piecewise-linear", points },
    });
    const drawn = drawCourse(document, [
      [4, 1],
      [6, 1],
    ]);
    const second = [1.999, 2, 3, 5, 7].map((time) => evaluateInput(drawn, time, 0.01)[1]);
    const wanted = [0, 6, 5, 3, 1];
    for (const [index, value] of second.entries()) expect(value).toBeCloseTo(wanted[index] ?? 0, 9);
    expect(evaluateInput(drawn, 5, 0.01)[0]).toBe(1);
  });

  it("writes a wave out where it stays, to the eye", () => {
    const sine = { kind: "sine", offset: [0], amplitude: [1], period: 10 };
    const drawn = draw(sine, [
      [4, 3],
      [6, 3],
    ]);
    for (const time of [0, 1, 2.5, 3.9, 6.1, 8, 10]) {
      const wave = Math.sin((2 * Math.PI * time) / 10);
      expect(evaluateInput(drawn, time, 0.01)[0]).toBeCloseTo(wave, 2);
    }
    expect(evaluateInput(drawn, 5, 0.01)).toEqual([3]);
  });

  it("keeps two hundred points of a long stroke, and its shape", () => {
    const stroke = Array.from(
      { length: 2000 },
      (_, k): TimedValue => [1 + k * 0.004, Math.sin(k * 0.05)],
    );
    const drawn = draw(flat, stroke);
    if (drawn.kind !== "piecewise-linear") throw new Error("A drawn course has corners.");
    // With the course before it, and an edge on either side.
    expect(drawn.points).toHaveLength(1 + 200 + 2);
    for (const [time, value] of stroke.slice(0, -1))
      expect(Math.abs((evaluateInput(drawn, time, 0.01)[0] ?? 0) - value)).toBeLessThan(0.05);
  });
});
