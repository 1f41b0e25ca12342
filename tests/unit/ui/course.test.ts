import { describe, expect, it } from "vitest";
import { type ExperimentDoc, evaluateInput, type InputRecipe } from "#document";
import { convertCourse } from "../../../src/ui/inspector/course/buildCourse.ts";
import {
  type CoursePoint,
  classifyCourse,
} from "../../../src/ui/inspector/course/classifyCourse.ts";
import { COURSE_PARAMETERS } from "../../../src/ui/inspector/course/courseParameters.ts";
import { experiment } from "../../support/workspaces.ts";

const RUN = { scope: "run" } as const;

function through(...points: readonly CoursePoint[]): InputRecipe {
  return { kind: "piecewise-linear", points: points.map(([time, x]) => [time, [x]]) };
}

function withInput(input: InputRecipe): ExperimentDoc {
  return { ...experiment, input };
}

function valueAt({ input }: ExperimentDoc, time: number): number | undefined {
  return evaluateInput(input, time, 0.01)[0];
}

describe("the kind of a course", () => {
  it.each([
    ["constant", through([0, 2])],
    ["constant", through([0, 2], [5, 2], [9, 2])],
    ["step", through([0, 0], [4, 0], [4, 1], [9, 1])],
    ["ramp", through([0, -1], [5, -1], [29.99, 1])],
    ["steps", through([0, 0], [3, 0], [3, 1], [6, 1], [6, 2])],
    ["drawn", through([0, 0], [3, 1], [6, 0])],
    ["constant", through()],
  ] as const)("is %s", (kind, input) => {
    expect(classifyCourse(input)).toBe(kind);
  });

  it.each(["constant", "step", "ramp", "steps", "sine", "drawn"] as const)(
    "is %s after a change to it, from a moving and from a level course",
    (kind) => {
      for (const from of [experiment, withInput(through([0, 3]))]) {
        expect(classifyCourse(convertCourse(from, kind))).toBe(kind);
      }
    },
  );

  it("changes within the range that the input had", () => {
    const sine = withInput(convertCourse(experiment, "sine"));
    const values = Array.from({ length: 101 }, (_, index) => valueAt(sine, index / 10) ?? 0);
    expect(Math.min(...values)).toBeCloseTo(-1, 1);
    expect(Math.max(...values)).toBeCloseTo(1, 1);
  });
});

describe("the numbers of a course", () => {
  it("read back what was written, for every kind", () => {
    for (const kind of ["constant", "step", "ramp", "steps", "sine"] as const) {
      for (const parameter of COURSE_PARAMETERS[kind]) {
        const before = withInput(convertCourse(experiment, kind));
        const value = parameter.id.endsWith("levels") ? 4 : 0.75;
        const after = parameter.write(before, RUN, value);
        expect(parameter.read(after, RUN), parameter.id).toBeCloseTo(value);
        expect(classifyCourse(after.input), parameter.id).toBe(kind);
      }
    }
  });

  it("keep the kind while both ends pass the same height", () => {
    for (const kind of ["step", "ramp", "steps"] as const) {
      const from = COURSE_PARAMETERS[kind].find(({ id }) => id.endsWith(".from"));
      const to = COURSE_PARAMETERS[kind].find(({ id }) => id.endsWith(".to"));
      const before = withInput(convertCourse(experiment, kind));
      const level = to?.read(before, RUN) ?? 0;
      const flat = from?.write(before, RUN, level) ?? before;
      expect(classifyCourse(flat.input)).toBe(kind);
      expect(from?.read(flat, RUN)).toBe(level);
    }
  });

  it("keep the levels of a staircase that is flat for a moment", () => {
    const levels = COURSE_PARAMETERS.steps.find(({ id }) => id.endsWith("levels"));
    const from = COURSE_PARAMETERS.steps.find(({ id }) => id.endsWith(".from"));
    const flat = from?.write(withInput(convertCourse(experiment, "steps")), RUN, 1);
    expect(flat && levels?.read(flat, RUN)).toBe(5);
  });

  it("do not let a ramp end before it begins: the other end gives way", () => {
    const end = COURSE_PARAMETERS.ramp.find(({ id }) => id === "input.ramp.end");
    const ramp = withInput(through([5, 0], [8, 1]));
    const after = end?.write(ramp, RUN, 2);
    expect(after?.input).toEqual(through([2, 0], [2, 1]));
  });

  it("share the run between the levels of a staircase", () => {
    const stairs = withInput(convertCourse(withInput(through([0, 0], [10, 4])), "steps"));
    expect([1, 3, 5, 7, 9].map((time) => valueAt(stairs, time))).toEqual([0, 1, 2, 3, 4]);
  });
});
