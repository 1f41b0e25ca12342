import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { presets } from "#content";
import { decodeLink, encodeLink } from "#share";
import { type AppStore, createAppStore, toWorkspace } from "#store";
import {
  createAddressBar,
  isDescribed,
  openFragment,
  presetWorkspace,
} from "../../../src/app/addressBar.ts";
import { preferences, withSeed, workspace } from "../../support/workspaces.ts";

function linkOf(store: AppStore): string {
  const encoded = encodeLink(toWorkspace(store.getState()));
  if (!encoded.ok) throw new Error(encoded.message);
  return encoded.fragment;
}

const nowhere = () => workspace;

describe("presetWorkspace", () => {
  it("opens a preset with its name and every view setting filled in", () => {
    const [preset] = presets;
    if (preset === undefined) throw new Error("There is no preset.");
    const opened = presetWorkspace(preset.id);
    expect(opened?.experiment).toBe(preset.experiment);
    expect(opened?.view).toMatchObject({ ...preset.view, preset: preset.id, lab: "ei" });
  });

  it("knows no other", () => {
    expect(presetWorkspace("fig-99")).toBeNull();
  });
});

describe("openFragment", () => {
  it("opens what a link describes", () => {
    const store = createAppStore({ workspace, preferences });
    const opening = openFragment(linkOf(store), () => {
      throw new Error("There is no need of a fallback.");
    });
    expect(opening).toEqual({ workspace, notices: [], from: "link" });
    expect(isDescribed(opening)).toBe(true);
  });

  it("opens a preset by its name", () => {
    const opening = openFragment("#preset=fig-4f", nowhere);
    expect(opening.from).toBe("preset");
    expect(opening.workspace.view.preset).toBe("fig-4f");
    expect(isDescribed(opening)).toBe(true);
  });

  it.each(["", "#"])("falls back without a word where nothing was asked for: %j", (fragment) => {
    const opening = openFragment(fragment, nowhere);
    expect(opening).toEqual({ workspace, notices: [], from: "nothing" });
    expect(isDescribed(opening)).toBe(false);
  });

  it("falls back with a sentence where the link is damaged", () => {
    const opening = openFragment("#v1.garbage", nowhere);
    expect(opening).toMatchObject({ workspace, from: "nothing" });
    expect(opening.notices).toEqual([expect.stringMatching(/damaged/)]);
  });

  it("falls back with the names that there are where the preset does not exist", () => {
    const { notices } = openFragment("#preset=fig-99", nowhere);
    expect(notices).toEqual([
      expect.stringMatching(/^The link names the preset "fig-99", which does not exist; .*fig-4de/),
    ]);
  });
});

describe("the address bar", () => {
  const opened: string[] = [];
  const bars: { dispose(): void }[] = [];
  let answer = true;

  beforeEach(() => {
    vi.useFakeTimers();
    history.replaceState(null, "", "/");
    opened.length = 0;
    answer = true;
  });
  afterEach(() => {
    for (const bar of bars.splice(0)) bar.dispose();
    vi.useRealTimers();
  });

  function begin(described = true) {
    const store = createAppStore({ workspace, preferences });
    const bar = createAddressBar(store, {
      described,
      open: (fragment) => {
        opened.push(fragment);
        return answer;
      },
    });
    bars.push(bar);
    return { store, bar, actions: store.getState().actions };
  }

  /** A link arrives from outside, as by typing or by Back. */
  function arrive(fragment: string): void {
    history.pushState(null, "", fragment);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }

  it("describes what is on screen from the first moment", () => {
    const { store } = begin(false);
    expect(location.hash).toBe(linkOf(store));
  });

  it("leaves alone an address that describes it already", () => {
    history.replaceState(null, "", "#preset=start");
    begin();
    vi.advanceTimersByTime(10_000);
    expect(location.hash).toBe("#preset=start");
  });

  it("replaces the address soon after edits, once for many", () => {
    const { store, actions } = begin();
    const entries = history.length;
    const replace = vi.spyOn(history, "replaceState");
    actions.edit("seed", withSeed(1));
    vi.advanceTimersByTime(200);
    actions.edit("seed", withSeed(2));
    vi.advanceTimersByTime(200);
    expect(replace).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(replace).toHaveBeenCalledTimes(1);
    expect(location.hash).toBe(linkOf(store));
    expect(history.length).toBe(entries);
    replace.mockRestore();
  });

  it("follows the view as well, but nothing that no link describes", () => {
    const { store, actions } = begin();
    actions.setPlaying(true);
    actions.hover({ population: "E", index: 0 });
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe("");
    actions.setView({ timeUnit: "tau" });
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe(linkOf(store));
  });

  it("writes a drag once, when it has ended", () => {
    const { store, actions } = begin();
    actions.beginGesture("drag");
    actions.edit("drag", withSeed(1), "gesture");
    vi.advanceTimersByTime(1000);
    actions.edit("drag", withSeed(2), "gesture");
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe("");
    actions.commitGesture();
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe(linkOf(store));
  });

  it("writes nothing for a drag that was cancelled", () => {
    const { actions } = begin();
    const replace = vi.spyOn(history, "replaceState");
    actions.beginGesture("drag");
    actions.edit("drag", withSeed(1), "gesture");
    actions.cancelGesture();
    vi.advanceTimersByTime(1000);
    expect(replace).not.toHaveBeenCalled();
    replace.mockRestore();
  });

  it("gives a preset an entry of its own in the history, and no edit that was on its way spoils it", () => {
    const { bar, actions } = begin();
    const entries = history.length;
    actions.edit("seed", withSeed(1));
    bar.enterPreset("fig-4f");
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe("#preset=fig-4f");
    expect(history.length).toBe(entries + 1);
    actions.edit("seed", withSeed(2));
    vi.advanceTimersByTime(1000);
    expect(location.hash).toMatch(/^#v1\./);
    expect(history.length).toBe(entries + 1);
  });

  it("opens a link that arrives, and leaves it in the address when it says everything", () => {
    const { actions } = begin();
    actions.edit("seed", withSeed(1));
    arrive("#preset=fig-4de");
    vi.advanceTimersByTime(1000);
    expect(opened).toEqual(["#preset=fig-4de"]);
    expect(location.hash).toBe("#preset=fig-4de");
  });

  it("puts what is on screen in the place of a link that says nothing", () => {
    const { store } = begin();
    answer = false;
    arrive("#v1.garbage");
    expect(location.hash).toBe(linkOf(store));
  });

  it("gives the whole link at any time, also before the address says it", () => {
    const { bar, store, actions } = begin();
    actions.edit("seed", withSeed(9));
    const link = bar.link();
    if (!link.ok) throw new Error(link.message);
    expect(link.url).toBe(`${location.origin}/${linkOf(store)}`);
    expect(decodeLink(new URL(link.url).hash)).toMatchObject({
      workspace: { experiment: { seed: 9 } },
    });
  });

  it("says why when there is no link", () => {
    const { bar, actions } = begin();
    const values = Array.from({ length: 60_000 }, (_, k) => [Math.sin(k * k)]);
    actions.edit("course", (open) => ({ ...open, input: { kind: "samples", values } }));
    vi.advanceTimersByTime(1000);
    expect(bar.link()).toMatchObject({ ok: false, message: expect.stringMatching(/\w/) });
    expect(location.hash).toBe("");
  });

  it("does nothing after it was let go", () => {
    const { bar, actions } = begin();
    actions.edit("seed", withSeed(1));
    bar.dispose();
    vi.advanceTimersByTime(1000);
    arrive("#preset=start");
    expect(opened).toEqual([]);
    expect(location.hash).toBe("#preset=start");
  });
});
