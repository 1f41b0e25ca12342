import { describe, expect, it } from "vitest";
import { DEFAULT_PREFERENCES, fromStorage, type Preferences, toStorage } from "#store";
import { preferences, workspace } from "../../support/workspaces.ts";

const saved = {
  workspace,
  preferences: { ...preferences, theme: "dark", projector: true } as const,
};

function damage(change: (fields: Record<string, unknown>) => void): string {
  const fields: Record<string, unknown> = JSON.parse(toStorage(saved));
  change(fields);
  return JSON.stringify(fields);
}

describe("the autosave", () => {
  it("brings workspace and preferences back", () => {
    expect(fromStorage(toStorage(saved))).toEqual({ ok: true, ...saved });
  });

  it.each(["", "{", "null", "7", "[]", "{}", '{"format":"something else"}'])(
    "that reads %j is left out with a sentence",
    (text) => {
      expect(fromStorage(text)).toEqual({
        ok: false,
        preferences: DEFAULT_PREFERENCES,
        message: "What this browser kept from the last visit is damaged and was left out.",
      });
    },
  );

  it("of another version is left out, but for the preferences", () => {
    const restored = fromStorage(damage((fields) => Object.assign(fields, { version: 2 })));
    expect(restored).toMatchObject({ ok: false, preferences: saved.preferences });
    expect(restored).toHaveProperty("message", expect.stringContaining("another version"));
  });

  it("with a bad experiment says what is bad and keeps the preferences", () => {
    const restored = fromStorage(
      damage((fields) =>
        Object.assign(fields, { experiment: { ...workspace.experiment, duration: -1 } }),
      ),
    );
    expect(restored).toMatchObject({ ok: false, preferences: saved.preferences });
    expect(restored).toHaveProperty(
      "message",
      expect.stringMatching(/^The experiment of the last visit was left out: duration is -1/),
    );
  });

  it("with a bad view opens the experiment in its default view", () => {
    const restored = fromStorage(damage((fields) => Object.assign(fields, { view: "sideways" })));
    const { experiment } = workspace;
    expect(restored).toMatchObject({
      ok: true,
      workspace: { experiment, view: { time: experiment.duration } },
    });
  });

  const bad: readonly (readonly [unknown, Preferences])[] = [
    [undefined, DEFAULT_PREFERENCES],
    [null, DEFAULT_PREFERENCES],
    ["dark", DEFAULT_PREFERENCES],
    [
      { theme: "pink", projector: 1, inspectorOpen: "no", stageTab: 0, stripTab: "space" },
      DEFAULT_PREFERENCES,
    ],
    [
      {
        theme: "light",
        projector: true,
        inspectorOpen: false,
        stageTab: "slice",
        stripTab: "trials",
      },
      {
        theme: "light",
        projector: true,
        inspectorOpen: false,
        stageTab: "slice",
        stripTab: "trials",
      },
    ],
  ];

  it.each(bad)("reads the preferences %j as %j", (given, expected) => {
    const text = damage((fields) => Object.assign(fields, { preferences: given }));
    expect(fromStorage(text).preferences).toEqual(expected);
  });
});
