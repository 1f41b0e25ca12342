import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../support/documents.ts";
import { eiFile, tangentFile, withField } from "../../support/experimentFiles.ts";
import { itRefuses } from "../../support/itRefuses.ts";

const atE = "network.populations[0]";

describe("rules of a tangent network", () => {
  const P = ["network", "populations", 0] as const;
  itRefuses(
    [
      [
        "a boundary of a stranger",
        [...P, "boundary", "of"],
        "X",
        `${atE}.boundary.of names "X", which is not a population of this network; it must be "I".`,
      ],
      [
        "a boundary of no name",
        [...P, "boundary", "of"],
        1,
        `${atE}.boundary.of is 1; it must be the name of a population.`,
      ],
      [
        "a term of a stranger",
        [...P, "boundary", "terms", 0, "variable"],
        "I",
        `${atE}.boundary.terms[0].variable names "I", which is not a variable of this network; it must be "x".`,
      ],
      [
        "a shape that does not exist",
        [...P, "boundary", "terms", 0, "shape"],
        { kind: "cubic" },
        `${atE}.boundary.terms[0].shape.kind is "cubic"; it must be "quadratic" or "piecewise-linear".`,
      ],
      [
        "a missing shape",
        [...P, "boundary", "terms", 0, "shape"],
        undefined,
        `${atE}.boundary.terms[0].shape is missing; it must be a shape.`,
      ],
      [
        "one knot",
        [...P, "boundary", "terms", 0, "shape"],
        { kind: "piecewise-linear", knots: [[0, 0]] },
        `${atE}.boundary.terms[0].shape.knots is a list of 1; it must be a list of at least two knots [u, value].`,
      ],
      [
        "knots out of order",
        [...P, "boundary", "terms", 0, "shape"],
        {
          kind: "piecewise-linear",
          knots: [
            [0, 0],
            [0, 1],
          ],
        },
        `${atE}.boundary.terms[0].shape.knots[1] is 0; it must be at a position above 0, the knot before.`,
      ],
      [
        "a boundary that is no object",
        [...P, "boundary"],
        1,
        `${atE}.boundary is 1; it must be a boundary function.`,
      ],
      [
        "a grid of no points",
        [...P, "tangents", 0, "count"],
        0,
        `${atE}.tangents[0].count is 0; it must be a whole number from 1 to 1000000.`,
      ],
      [
        "a grid over a stranger",
        [...P, "tangents", 0, "variable"],
        "y",
        `${atE}.tangents[0].variable names "y", which is not a variable of the boundary of this network; it must be "x".`,
      ],
      [
        "a grid that is no object",
        [...P, "tangents", 0],
        1,
        `${atE}.tangents[0] is 1; it must be a grid of tangent points.`,
      ],
      [
        "a term that is no object",
        [...P, "boundary", "terms"],
        [1],
        `${atE}.boundary.terms[0] is 1; it must be a term of a boundary function.`,
      ],
      [
        "too many neurons",
        [...P, "copies"],
        1_000_000,
        "network.populations have 10000000 neurons; at most 1000000 are allowed.",
      ],
      [
        "a decoder against Dale's law",
        [...P, "decoder"],
        1,
        `${atE}.decoder is 1; it must be a number of 0 or less as population "I" is inhibitory (Dale's law).`,
      ],
      [
        "overrides of a stranger",
        ["network", "overrides"],
        { X: {} },
        'network.overrides names "X", which is not a population of this network; it must be "I".',
      ],
      [
        "overrides that are no table",
        ["network", "overrides"],
        1,
        "network.overrides is 1; it must be an object keyed by population.",
      ],
      [
        "overrides of a neuron that does not exist",
        ["network", "overrides"],
        { I: { 10: {} } },
        'network.overrides.I names neuron "10"; it must be from 0 to 9.',
      ],
      [
        "an override that is no object",
        ["network", "overrides"],
        { I: { 1: 3 } },
        'network.overrides.I["1"] is 3; it must be the values of a neuron.',
      ],
      [
        "an override against Dale's law",
        ["network", "overrides"],
        { I: { 1: { encoders: { I: -1 } } } },
        'network.overrides.I["1"].encoders.I is -1; it must be a number of 0 or more as population "I" is inhibitory (Dale\'s law).',
      ],
      [
        "override encoders that are no table",
        ["network", "overrides"],
        { I: { 1: { encoders: 1 } } },
        'network.overrides.I["1"].encoders is 1; it must be an object with a number for each latent.',
      ],
    ],
    tangentFile,
  );

  it("refuses a tangent that only a neuron against Dale's law could have", () => {
    const file = {
      ...eiFile(),
      network: {
        kind: "tangent",
        populations: [
          {
            id: "E",
            type: "excitatory",
            boundary: { of: "I", terms: [{ variable: "E", shape: { kind: "quadratic", a: 1 } }] },
            tangents: [{ variable: "E", from: -1, to: 1, count: 2 }],
            decoder: 1,
          },
          {
            id: "I",
            type: "inhibitory",
            boundary: { of: "I", terms: [{ variable: "E", shape: { kind: "quadratic", b: 1 } }] },
            tangents: [],
            decoder: -1,
          },
        ],
      },
    };
    expect(sentencesOf(file)).toEqual([
      'The neuron of population "E" tangent at E = -1 would read "E" with encoder -2, but encoders must be 0 or more (Dale\'s law).',
    ]);
  });

  it("reads every kind of override", () => {
    const override = {
      feedforward: [1],
      encoders: { I: 2 },
      threshold: 3,
      decoder: -4,
      selfReset: 5,
    };
    const file = withField(tangentFile(), ["network", "overrides"], { I: { 1: override } });
    expect(sentencesOf(file)).toEqual([]);
  });
});
