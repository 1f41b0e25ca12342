import { describe, expect, it } from "vitest";
import { type Reading, readHealed } from "../../../src/share/heal.ts";
import { applyPatch, findPatch } from "../../../src/share/patch.ts";
import { parsePath, replaceAt } from "../../../src/share/paths.ts";

const base = { a: 1, b: { c: [1, 2], d: "x" }, list: [{ id: "E", n: 1 }, { id: "I" }], empty: [] };

describe("a patch", () => {
  it.each([
    ["nothing", base],
    ["a number", { ...base, a: 2 }],
    ["the sign of zero", { ...base, a: -0 }],
    ["a number deep inside", { ...base, b: { ...base.b, c: [1, 3] } }],
    ["a new key", { ...base, e: { f: 1 } }],
    ["a lost key", { a: 1, b: { d: "x" }, list: base.list, empty: [] }],
    ["an element of a list of objects", { ...base, list: [base.list[0], { id: "I", n: 5 }] }],
    ["a longer list of objects", { ...base, list: [...base.list, { id: "X" }] }],
    ["a list that was empty", { ...base, empty: [{ id: "E" }] }],
    ["an object in place of a list", { ...base, list: {} }],
    ["a list in place of an object", { ...base, b: [] }],
    ["another type", { ...base, b: null }],
    ["everything", 7],
  ])("carries a change of %s", (_, value) => {
    const frozen = structuredClone(base);
    expect(applyPatch(base, findPatch(base, value))).toStrictEqual(value);
    expect(base).toStrictEqual(frozen);
  });

  it("names only what changed, keys in order", () => {
    const value = { ...base, z: 1, a: 2, list: [{ id: "E", n: 2 }, base.list[1]] };
    const set = (each: unknown) => ({ kind: "set", value: each });
    expect(findPatch(base, value)).toStrictEqual({
      kind: "merge",
      entries: [
        ["a", set(2)],
        [
          "list",
          {
            kind: "merge",
            entries: [["0", { kind: "merge", entries: [["n", set(2)]] }]],
          },
        ],
        ["z", set(1)],
      ],
    });
  });

  it("of equal values is empty", () => {
    expect(findPatch(base, structuredClone(base))).toEqual({ kind: "merge", entries: [] });
  });

  it("that does not fit its base is refused", () => {
    const set = { kind: "set", value: 1 } as const;
    const into = (key: string, patch: Parameters<typeof applyPatch>[1]) => () =>
      applyPatch(base, { kind: "merge", entries: [[key, patch]] });
    expect(into("a", { kind: "merge", entries: [] })).toThrow(/not there/);
    expect(into("missing", { kind: "merge", entries: [] })).toThrow(/not there/);
    expect(into("list", { kind: "merge", entries: [["2", set]] })).toThrow(/row/);
    expect(into("list", { kind: "merge", entries: [["length", set]] })).toThrow(/row/);
  });
});

describe("paths", () => {
  it.each([
    ["", []],
    ["name", ["name"]],
    ["dynamics.noise.sigma", ["dynamics", "noise", "sigma"]],
    ["network.populations[0].thresholds[12]", ["network", "populations", "0", "thresholds"]],
    ["input.points[3][0]", ["input", "points"]],
    ['overrides.E["3"].threshold', ["overrides", "E", "3", "threshold"]],
    ['a["x.y"]', ["a", "x.y"]],
  ])("%j leads to %j", (text, path) => {
    expect(parsePath(text)).toEqual(path);
  });

  it("take the base's part, or none where it has none", () => {
    const tree = { a: 5, b: { c: 6, d: 7 }, list: [{ id: 8 }, { id: 9 }], own: 1 };
    expect(replaceAt(tree, base, [])).toBe(base);
    expect(replaceAt(tree, base, ["b", "c"])).toEqual({ ...tree, b: { c: [1, 2], d: 7 } });
    expect(replaceAt(tree, base, ["own"])).toEqual({ ...tree, own: undefined });
    expect(replaceAt(tree, base, ["list", "0", "id"])).toEqual({
      ...tree,
      list: [{ id: "E" }, { id: 9 }],
    });
    expect(replaceAt(tree, base, ["a", "deeper"])).toEqual({ ...tree, a: 1 });
    expect(replaceAt(tree, base, ["toString"])).toHaveProperty("toString", undefined);
  });
});

describe("healing", () => {
  interface Settings {
    readonly size: number;
    readonly inner: { readonly color: string; readonly shade: number };
  }
  const usual: Settings = { size: 1, inner: { color: "red", shade: 0 } };

  const RULES: readonly (readonly [string, string, (given: Given) => boolean])[] = [
    ["size", "size is bad.", ({ size }) => typeof size === "number"],
    ["inner.color", "inner.color is not red.", ({ inner }) => inner?.color === "red"],
    ["inner", "inner is stubborn.", ({ inner }) => inner?.color !== "red" || !inner.stubborn],
    ["other", "other is hopeless.", ({ hopeless }) => hopeless !== true],
  ];

  interface Given {
    readonly size?: unknown;
    readonly inner?: { readonly color?: unknown; readonly stubborn?: boolean };
    readonly hopeless?: boolean;
    readonly extra?: unknown;
  }

  function read(value: unknown): Reading<Settings> {
    const given = typeof value === "object" ? JSON.parse(JSON.stringify(value)) : {};
    const broken = RULES.filter(([, , holds]) => !holds(given));
    if (broken.length === 0) {
      return { ok: true, value: given, warnings: given.extra === 1 ? ["extra is ignored."] : [] };
    }
    return { ok: false, problems: broken.map(([path, message]) => ({ path, message })) };
  }

  it("takes a good value as it is", () => {
    const given = { size: 5, inner: { color: "red", shade: 5 } };
    expect(readHealed(given, usual, read)).toEqual({ value: given, dropped: [] });
  });

  it("passes warnings on", () => {
    const { dropped } = readHealed({ ...usual, extra: 1 }, usual, read);
    expect(dropped).toEqual(["extra is ignored."]);
  });

  it("puts the default in place of each bad field and keeps the others", () => {
    const given = { size: "big", inner: { color: "blue", shade: 0 } };
    expect(readHealed(given, usual, read)).toEqual({
      value: usual,
      dropped: [
        "size is bad, so size is as in the default.",
        "inner.color is not red, so inner.color is as in the default.",
      ],
    });
  });

  it("falls back with the whole part when a field alone does not help", () => {
    const given = { size: 3, inner: { color: "blue", shade: 7, stubborn: true } };
    const { value, dropped } = readHealed(given, usual, read);
    expect(value).toEqual({ size: 3, inner: usual.inner });
    expect(dropped).toEqual(["inner.color is not red, so inner is as in the default."]);
  });

  it("falls back to everything when nothing helps", () => {
    const given = { ...usual, size: 4, hopeless: true };
    expect(readHealed(given, usual, read)).toEqual({
      value: usual,
      dropped: ["other is hopeless, so everything is as in the default."],
    });
    expect(readHealed("nonsense", usual, read).value).toEqual(usual);
  });

  it("gives up a reader that is never content", () => {
    const never = () => ({ ok: false, problems: [{ path: "a.b", message: "No." }] }) as const;
    expect(readHealed({}, usual, never)).toEqual({
      value: usual,
      dropped: ["No, so everything is as in the default."],
    });
  });
});
