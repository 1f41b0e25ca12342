import { describe, expect, it } from "vitest";
import { type BoundaryFunction, boundarySlope, evaluateBoundary, tangentNeurons } from "#model";
import { base, build, quadratic, writers } from "../../support/tangents.ts";

describe("tangentNeurons", () => {
  const boundaryE: BoundaryFunction = {
    of: "E",
    terms: [quadratic("I", -0.45, 3.6, -3.2), quadratic("x", -0.5, 0, 0)],
  };
  it("names the tangent point on the branch that Dale's law forbids", () => {
    const result = tangentNeurons(
      {
        ...base,
        id: "E",
        type: "excitatory",
        boundary: boundaryE,
        tangents: [{ variable: "I", from: 4, to: 5, count: 2 }],
        decoder: 0.5,
      },
      { inputs: 1, writers },
    );
    expect(result).toEqual({
      ok: false,
      error: expect.stringMatching(
        /population "E" tangent at I = 5 would read "I" with encoder -0\.9.*Dale's law/,
      ),
    });
  });

  it("takes the turning point of a curve, where the slope is 0 up to rounding", () => {
    const group = build({
      ...base,
      id: "E",
      type: "excitatory",
      boundary: { of: "E", terms: [quadratic("I", -0.1, 0.6, 0)] },
      tangents: [{ variable: "I", from: 3.0000000000000004, to: 3.0000000000000004, count: 1 }],
      decoder: 0.5,
    });
    expect(group.encoders["I"]).toEqual([0]);
  });

  it("lets an unconstrained population read with any sign, its latents as they are", () => {
    const group = build(
      {
        ...base,
        id: "A",
        type: "unconstrained",
        boundary: { of: "A", terms: [quadratic("B", 1, 0, 0)] },
        tangents: [{ variable: "B", from: 2, to: 2, count: 1 }],
        decoder: 1,
      },
      { inputs: 1, writers: { A: "unconstrained", B: "unconstrained" } },
    );
    // y_A = 4 y_B - 4 at the tangent: y_A - 4 y_B < -4.
    expect(group.encoders).toEqual({ A: [1], B: [-4] });
    expect(group.thresholds).toEqual([-4]);
  });

  it("repeats each neuron, copies side by side, and fills further inputs with zeros", () => {
    const group = build(
      {
        ...base,
        id: "I",
        type: "inhibitory",
        boundary: { of: "I", terms: [quadratic("x", 1, 0, 0)] },
        tangents: [{ variable: "x", from: 1, to: 2, count: 2 }],
        copies: 2,
        decoder: -1,
        selfReset: 0.1,
      },
      { inputs: 2, writers },
    );
    expect(group.feedforward).toEqual([
      [2, 0],
      [2, 0],
      [4, 0],
      [4, 0],
    ]);
    expect(group.selfReset).toEqual([0.1, 0.1, 0.1, 0.1]);
  });

  it("takes the slope on the right of a kink, 0 for what a boundary does not mention", () => {
    const kinked: BoundaryFunction = {
      of: "I",
      terms: [
        {
          variable: "x",
          shape: {
            kind: "piecewise-linear",
            knots: [
              [0, 0],
              [1, 1],
              [2, 4],
            ],
          },
        },
      ],
    };
    expect(boundarySlope(kinked, "x", { x: 1 })).toBe(3);
    expect(boundarySlope(kinked, "x", {})).toBe(1);
    expect(boundarySlope(kinked, "E", { x: 1 })).toBe(0);
    expect(evaluateBoundary(kinked, {})).toBe(0);
  });

  it("makes one neuron at the origin without a grid", () => {
    const group = build({
      ...base,
      id: "I",
      type: "inhibitory",
      boundary: { of: "I", terms: [quadratic("x", 1, 2, 3)] },
      tangents: [],
      decoder: -1,
    });
    expect(group.feedforward).toEqual([[2]]);
    expect(group.thresholds).toEqual([-3]);
  });
});
