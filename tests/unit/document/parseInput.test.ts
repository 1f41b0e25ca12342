import { describe } from "vitest";
import { itRefuses } from "../../support/itRefuses.ts";

describe("rules of the input", () => {
  itRefuses([
    [
      "an unknown kind",
      ["input", "kind"],
      "noise",
      'input.kind is "noise"; it must be "piecewise-linear", "samples" or "sine".',
    ],
    ["an input that is a number", ["input"], 1, "input is 1; it must be an input course."],
    [
      "no points",
      ["input", "points"],
      [],
      "input.points is an empty list; it must be a list of at least one point [t, [x]].",
    ],
    [
      "points that are no list",
      ["input", "points"],
      3,
      "input.points is 3; it must be a list of points [t, [x]].",
    ],
    [
      "a point that is a number",
      ["input", "points", 0],
      3,
      "input.points[0] is 3; it must be a point [t, [x]] with 1 value of x.",
    ],
    [
      "a bare x",
      ["input", "points", 0],
      [0, 1],
      "input.points[0][1] is 1; it must be a list of 1, one number for each input.",
    ],
    [
      "two values of x for one input",
      ["input", "points", 0],
      [0, [1, 2]],
      "input.points[0][1] is a list of 2; it must be a list of 1, one number for each input.",
    ],
    [
      "times that decrease",
      ["input", "points", 1, 0],
      -1,
      "input.points[1][0] is -1; it must be a time of 0 or more, as times do not decrease.",
    ],
    [
      "fewer samples than steps",
      ["input"],
      { kind: "samples", values: [[1]] },
      "input.values is a list of 1; it must be a list of 1000, one row of 1 for each step.",
    ],
    [
      "a sine without a period",
      ["input"],
      { kind: "sine", offset: [0], amplitude: [1] },
      "input.period is missing; it must be a number above 0.",
    ],
    [
      "a sine of the wrong width",
      ["input"],
      { kind: "sine", offset: [0, 1], amplitude: [1], period: 1 },
      "input.offset is a list of 2; it must be a list of 1, one number for each input.",
    ],
  ]);
});
