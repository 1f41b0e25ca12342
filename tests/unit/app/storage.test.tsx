import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { encodeLink } from "#share";
import { createAppStore, fromStorage, toStorage } from "#store";
import { readAutosave, startAutosave } from "../../../src/app/autosave.ts";
import { beginWith } from "../../../src/app/beginning.ts";
import { preferences, withSeed, workspace } from "../../support/workspaces.ts";

const KEY = "latent-boundaries/autosave";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A browser that refuses its storage, as in a private window. */
function refuseStorage(name: "getItem" | "setItem"): void {
  vi.spyOn(Storage.prototype, name).mockImplementation(() => {
    throw new DOMException("The quota has been exceeded.");
  });
}

describe("the autosave", () => {
  function begin() {
    const store = createAppStore({ workspace, preferences });
    const stop = startAutosave(store);
    const kept = () => {
      const text = readAutosave();
      return text === null ? null : fromStorage(text);
    };
    return { actions: store.getState().actions, stop, kept };
  }

  it("keeps document, view and preferences soon after a change, once for many", () => {
    const { actions, stop, kept } = begin();
    const write = vi.spyOn(Storage.prototype, "setItem");
    actions.edit("seed", withSeed(1));
    vi.advanceTimersByTime(300);
    actions.edit("seed", withSeed(2));
    vi.advanceTimersByTime(300);
    expect(kept()).toBeNull();
    vi.advanceTimersByTime(200);
    expect(write).toHaveBeenCalledTimes(1);
    expect(kept()).toMatchObject({
      ok: true,
      preferences,
      workspace: { ...workspace, experiment: { seed: 2 } },
    });
    stop();
  });

  it("keeps preferences too, and nothing that passes", () => {
    const { actions, stop, kept } = begin();
    actions.hover({ population: "E", index: 0 });
    actions.setPlaying(true);
    vi.advanceTimersByTime(1000);
    expect(kept()).toBeNull();
    actions.setPreferences({ theme: "dark" });
    vi.advanceTimersByTime(1000);
    expect(kept()?.preferences.theme).toBe("dark");
    stop();
  });

  it("keeps the very last change when the page is left", () => {
    const { actions, stop, kept } = begin();
    actions.edit("seed", withSeed(5));
    dispatchEvent(new Event("pagehide"));
    expect(kept()).toMatchObject({ workspace: { experiment: { seed: 5 } } });
    stop();
  });

  it("goes on without a word where the browser keeps nothing", () => {
    const { actions, stop } = begin();
    refuseStorage("setItem");
    actions.edit("seed", withSeed(5));
    expect(() => vi.advanceTimersByTime(1000)).not.toThrow();
    refuseStorage("getItem");
    expect(readAutosave()).toBeNull();
    stop();
  });

  it("keeps nothing after it was stopped", () => {
    const { actions, stop, kept } = begin();
    actions.edit("seed", withSeed(5));
    stop();
    vi.advanceTimersByTime(1000);
    actions.edit("seed", withSeed(6));
    vi.advanceTimersByTime(1000);
    dispatchEvent(new Event("pagehide"));
    expect(kept()).toBeNull();
  });
});

describe("the beginning", () => {
  const keep = (seed: number): void =>
    localStorage.setItem(
      KEY,
      toStorage({
        workspace: { ...workspace, experiment: withSeed(seed)(workspace.experiment) },
        preferences: { ...preferences, theme: "dark" },
      }),
    );
  const link = (seed: number): string => {
    const encoded = encodeLink({ ...workspace, experiment: withSeed(seed)(workspace.experiment) });
    if (!encoded.ok) throw new Error(encoded.message);
    return encoded.fragment;
  };

  it("is the first preset on a first visit, with plain preferences", () => {
    const beginning = beginWith("");
    expect(beginning.workspace.view.preset).toBe("start");
    expect(beginning).toMatchObject({
      notices: [],
      lastVisit: null,
      described: false,
      preferences: { theme: "auto" },
    });
  });

  it("is what the browser kept, with its preferences", () => {
    keep(41);
    const beginning = beginWith("");
    expect(beginning.workspace.experiment.seed).toBe(41);
    expect(beginning).toMatchObject({
      notices: [],
      lastVisit: null,
      preferences: { theme: "dark" },
    });
  });

  it("is a link before anything else, and offers what the browser kept", () => {
    keep(41);
    const beginning = beginWith(link(99));
    expect(beginning.workspace.experiment.seed).toBe(99);
    expect(beginning.lastVisit?.experiment.seed).toBe(41);
    expect(beginning).toMatchObject({ described: true, preferences: { theme: "dark" } });
  });

  it("offers nothing when the link is what the browser kept, as after a reload", () => {
    keep(99);
    expect(beginWith(link(99)).lastVisit).toBeNull();
  });

  it("is a preset that the link names", () => {
    keep(41);
    const beginning = beginWith("#preset=fig-5cd");
    expect(beginning.workspace.view.preset).toBe("fig-5cd");
    expect(beginning.lastVisit?.experiment.seed).toBe(41);
  });

  it("says what is wrong with a link and goes on with what was kept", () => {
    keep(41);
    const beginning = beginWith("#v1.garbage");
    expect(beginning.workspace.experiment.seed).toBe(41);
    expect(beginning.notices).toEqual([expect.stringMatching(/damaged/)]);
    expect(beginning).toMatchObject({ described: false, lastVisit: null });
  });

  it("says that what was kept is damaged, unless a link takes its place", () => {
    localStorage.setItem(KEY, "{");
    const beginning = beginWith("");
    expect(beginning.workspace.view.preset).toBe("start");
    expect(beginning.notices).toEqual([expect.stringMatching(/last visit is damaged/)]);
    expect(beginWith(link(3)).notices).toEqual([]);
    expect(beginWith("#v1.garbage").notices).toHaveLength(2);
  });
});
