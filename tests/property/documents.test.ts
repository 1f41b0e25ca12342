import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  compileNetwork,
  type ExperimentDoc,
  type ParameterTarget,
  parameters,
  parseExperiment,
  parseExperimentText,
  parseInputText,
  parseView,
  serialiseExperiment,
  toSimulation,
} from "#document";
import { arbitraryWorkspace } from "../support/arbitraryWorkspace.ts";
import { eiFile, tangentFile, withField } from "../support/experimentFiles.ts";

/** Values that break programs more often than others. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    [],
    {},
    -1,
    1e308,
    Number.NaN,
    "__proto__",
    [[]],
    { length: 3 },
    true,
  ),
  fc.jsonValue(),
);

/** Paths into the two example files, down to single numbers. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  const inner = keys.flatMap((key) => pathsOf(Reflect.get(value, key), [...path, key]));
  return path.length === 0 ? inner : [[...path], ...inner];
}

const damaged = fc
  .constantFrom(eiFile(), tangentFile())
  .chain((file) =>
    fc.tuple(
      fc.constant(file),
      fc.array(fc.tuple(fc.constantFrom(...pathsOf(file)), nasty), { maxLength: 4 }),
    ),
  )
  .map(([file, changes]) =>
    changes.reduce((current, [path, value]) => withField(current, path, value), file),
  );

function readBack(experiment: ExperimentDoc): unknown {
  const result = parseExperiment(JSON.parse(JSON.stringify(serialiseExperiment(experiment))));
  return result.ok ? result.experiment : result;
}

function everyTarget(experiment: ExperimentDoc): readonly ParameterTarget[] {
  const compiled = compileNetwork(experiment.network);
  const populations = compiled.ok ? compiled.network.populations : [];
  return [
    { scope: "run" },
    ...populations.flatMap(({ id, count }): ParameterTarget[] => [
      { scope: "population", population: id },
      { scope: "neurons", neurons: [{ population: id, index: count - 1 }] },
    ]),
  ];
}

describe("documents", () => {
  test.prop([fc.anything()])("reading anything at all gives a document or sentences", (value) => {
    const result = parseExperiment(value);
    if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
  });

  test.prop([damaged], { numRuns: 300 })(
    "a damaged file is refused in sentences or runs",
    (file) => {
      const result = parseExperiment(file);
      if (result.ok) {
        expect(toSimulation(result.experiment).ok).toBe(true);
        expect(readBack(result.experiment)).toEqual(result.experiment);
        return;
      }
      for (const { message } of result.problems) expect(message).toMatch(/^\S.{10,}\.$/);
    },
  );

  test.prop([damaged, fc.nat()])("a truncated file is refused in one sentence", (file, at) => {
    const text = JSON.stringify(file);
    const result = parseExperimentText(text.slice(0, at % text.length));
    expect(result.ok === false && result.problems.length).toBe(1);
  });

  test.prop([arbitraryWorkspace])("what is written reads back the same", ({ experiment }) => {
    expect(readBack(experiment)).toEqual(experiment);
  });

  test.prop([arbitraryWorkspace])("a document that reads also compiles", ({ experiment }) => {
    expect(toSimulation(experiment).ok).toBe(true);
  });

  test.prop([fc.anything(), arbitraryWorkspace], { numRuns: 50 })(
    "any view at all gives a view that reads back the same",
    (value, { experiment }) => {
      const { view } = parseView(value, experiment);
      expect(parseView(view, experiment)).toEqual({ ok: true, view, warnings: [] });
    },
  );

  test.prop([
    arbitraryWorkspace,
    fc.array(fc.tuple(fc.constantFrom(...parameters), fc.nat(4), fc.double({ noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    }),
  ])("a document stays valid whatever the parameters are set to", ({ experiment }, settings) => {
    const targets = everyTarget(experiment);
    const after = settings.reduce((current, [parameter, which, value]) => {
      const target = targets[which % targets.length] ?? { scope: "run" };
      return parameter.applies(current, target) ? parameter.write(current, target, value) : current;
    }, experiment);
    expect(readBack(after)).toEqual(after);
  });

  test.prop([fc.oneof(fc.string(), fc.stringMatching(/^[0-9 ,;.\n-]{0,60}$/))])(
    "any text at all gives an input course or a sentence",
    (text) => {
      const result = parseInputText(text, { duration: 10 });
      if (!result.ok) expect(result.message).toMatch(/\.$/);
    },
  );
});
