import { beforeEach, describe, expect, it, vi } from "vitest";
import { formatJson, serialiseWorkspace, type Workspace } from "#document";
import { encodeLink, encodePresetLink } from "#share";
import { toWorkspace } from "#store";
import { presetWorkspace } from "../../../src/app/addressBar.ts";
import { createServices } from "../../../src/app/services.ts";
import { eiDocument } from "../../support/documents.ts";
import { createFakeClient } from "../../support/fakeClient.ts";
import { runOf, storeOf } from "../../support/labStore.ts";
import { noTrials } from "../../support/noTrials.ts";
import { withSeed, workspace } from "../../support/workspaces.ts";

const silent = { subscribe: () => () => undefined, current: () => null, ghost: () => null };

function begin({ lastVisit = null }: { readonly lastVisit?: Workspace | null } = {}) {
  const document = eiDocument({ name: "opened" });
  const store = storeOf(document);
  const data = { traces: runOf(document), ghost: null, time: 0, timeRange: [0, 10] as const };
  const client = createFakeClient();
  const entered: string[] = [];
  let link: ReturnType<Parameters<typeof createServices>[0]["addressBar"]["link"]> = {
    ok: true,
    url: "https://example.org/#v1.abc",
  };
  const services = createServices({
    store,
    data,
    client,
    runs: {
      restart: () => client.stepOnce(0),
      stepOnce: () => undefined,
      dispose: () => undefined,
    },
    captures: new Map(),
    addressBar: {
      link: () => link,
      enterPreset: (id) => void entered.push(id),
      dispose: () => undefined,
    },
    summary: silent,
    numerics: {
      subscribe: silent.subscribe,
      current: () => ({ subject: store.getState().experiment, measurement: { kind: "none" } }),
    },
    lastVisit,
    trials: noTrials,
  });
  const { actions } = store.getState();
  return {
    store,
    actions,
    data,
    client,
    services,
    entered,
    notices: () => store.getState().notices.map(({ tone, text }) => `${tone}: ${text}`),
    labels: () => store.getState().past.map(({ label }) => label),
    setLink: (next: typeof link) => {
      link = next;
    },
  };
}

function fileOf(opened: Workspace): string {
  return formatJson(serialiseWorkspace(opened));
}

describe("opening a text", () => {
  it("opens an experiment file with its view, as a step", () => {
    const { services, store, labels, notices } = begin();
    services.openText("five.json", fileOf(workspace));
    expect(toWorkspace(store.getState())).toEqual(workspace);
    expect(labels()).toEqual(["open file"]);
    expect(notices()).toEqual([]);
  });

  it("opens a file without a view in its usual one", () => {
    const { services, store } = begin();
    const { view: _, ...file } = JSON.parse(fileOf(workspace));
    services.openText("five.json", JSON.stringify(file));
    expect(store.getState().view).toMatchObject({ preset: null, time: 10, timeRange: null });
  });

  it("says what of the view was left out", () => {
    const { services, store, notices } = begin();
    const file = { ...JSON.parse(fileOf(workspace)), view: { time: -5 } };
    services.openText("five.json", JSON.stringify(file));
    expect(store.getState().experiment.name).toBe("five neurons");
    expect(notices()).toEqual([expect.stringMatching(/^warning: .*time/)]);
  });

  it("leaves everything where a file is broken, and says why with the file's name", () => {
    const { services, store, notices, labels } = begin();
    services.openText("notes.txt", "Dear diary,");
    services.openText("list.json", "[1, 2]");
    expect(store.getState().experiment.name).toBe("opened");
    expect(labels()).toEqual([]);
    expect(notices()).toEqual([
      expect.stringMatching(/^error: "notes.txt" was not opened: \w.*\.$/),
      expect.stringMatching(/^error: "list.json" was not opened: \w.*\.$/),
    ]);
  });

  it("says three things that are wrong and how many more there are", () => {
    const { services, notices } = begin();
    const file = JSON.parse(fileOf(workspace));
    const broken = (count: number): string =>
      JSON.stringify({
        ...file,
        ...Object.fromEntries(Array.from({ length: count }, (_, k) => [`unknown${k}`, 1])),
        duration: "long",
        seed: "red",
        name: 5,
      });
    services.openText("bad.json", broken(0));
    expect(notices()).toHaveLength(3);
    services.openText("worse.json", JSON.stringify({ ...JSON.parse(broken(0)), currents: 5 }));
    expect(notices().at(-1)).toBe('error: "worse.json" was not opened: There is one more problem.');
    const worst = { ...JSON.parse(broken(0)), currents: 5, window: 5 };
    services.openText("worst.json", JSON.stringify(worst));
    expect(notices().at(-1)).toBe('error: "worst.json" was not opened: There are 2 more problems.');
  });

  it("opens a link, whole or only its end, as a step", () => {
    const { services, store, labels } = begin();
    const encoded = encodeLink(workspace);
    if (!encoded.ok) throw new Error(encoded.message);
    services.openText("clipboard", `  https://example.org/lab/${encoded.fragment}\n`);
    expect(store.getState().experiment.name).toBe("five neurons");
    services.openText("clipboard", encodePresetLink("fig-4f"));
    expect(store.getState().view.preset).toBe("fig-4f");
    expect(labels()).toEqual(["open link", "open link"]);
  });

  it("leaves everything where a link is broken, and says why", () => {
    const { services, store, labels, notices } = begin();
    services.openText("clipboard", "https://example.org/#v1.garbage");
    services.openText("clipboard", "#preset=fig-99");
    expect(store.getState().experiment.name).toBe("opened");
    expect(labels()).toEqual([]);
    expect(notices()).toEqual([
      expect.stringMatching(/^warning: .*damaged/),
      expect.stringMatching(/^warning: .*fig-99/),
    ]);
  });
});

describe("what a reset goes back to", () => {
  it("is the document as it was opened, also after edits and other openings were undone", () => {
    const { services, actions, store } = begin();
    actions.edit("seed", withSeed(5));
    expect(services.presetExperiment().name).toBe("opened");
    services.openText("five.json", fileOf({ ...workspace, view: { ...workspace.view } }));
    actions.edit("seed", withSeed(6));
    expect(services.presetExperiment()).toMatchObject({ name: "five neurons", seed: 7 });
    actions.undo();
    actions.undo();
    expect(store.getState().experiment.name).toBe("opened");
    expect(services.presetExperiment()).toMatchObject({ name: "opened", seed: 0 });
  });

  it("is the preset where the work began as one", () => {
    const { services, actions } = begin();
    services.openPreset("fig-4f");
    actions.edit("seed", withSeed(5));
    expect(services.presetExperiment()).toBe(presetWorkspace("fig-4f")?.experiment);
    actions.undo();
    actions.undo();
    expect(services.presetExperiment().name).toBe("opened");
  });
});

describe("the other services", () => {
  it("open a preset as a step and as an entry of the history; no other name", () => {
    const { services, store, entered, labels } = begin();
    services.openPreset("fig-5cd");
    services.openPreset("fig-99");
    expect(store.getState().view.preset).toBe("fig-5cd");
    expect(entered).toEqual(["fig-5cd"]);
    expect(labels()).toEqual(["open preset"]);
  });

  it("bring the last visit back as a step, where there is one", () => {
    const none = begin();
    none.services.openLastVisit();
    expect(none.labels()).toEqual([]);
    const { services, store, labels } = begin({ lastVisit: workspace });
    services.openLastVisit();
    expect(store.getState().experiment).toBe(workspace.experiment);
    expect(labels()).toEqual(["open last visit"]);
  });

  it("give another seed, which the document keeps", () => {
    const { services, store, labels } = begin();
    vi.spyOn(crypto, "getRandomValues").mockImplementation((list) => {
      if (list instanceof Uint32Array) list[0] = 4_000_000_000;
      return list;
    });
    services.newSeed();
    vi.restoreAllMocks();
    expect(store.getState().experiment.seed).toBe(4_000_000_000);
    expect(labels()).toEqual(["new seed"]);
  });

  it("replace the worker and begin one run of what is on screen", () => {
    const { services, client } = begin();
    services.restartEngine();
    // The run controller's beginning is written as a step of 0 here.
    expect(client.look()).toEqual(["stop", "restart", "step 0"]);
  });

  it("pin a copy of the run under a new number, and let it go", () => {
    const { services, store, data } = begin();
    services.pinGhost();
    expect(store.getState().ghost).toMatchObject({ id: 1, label: "opened" });
    const pinned: { readonly latents: Float64Array } | null = data.ghost;
    expect(pinned).toMatchObject({ sampleEnd: data.traces.sampleEnd });
    services.pinGhost();
    expect(store.getState().ghost?.id).toBe(2);
    expect(data.ghost).not.toBe(pinned);
    services.unpinGhost();
    expect([store.getState().ghost, data.ghost]).toEqual([null, null]);
  });
});

describe("the link", () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: {
        writeText: (text: string) => {
          written.push(text);
          return Promise.resolve();
        },
      },
    });
  });

  it("is that of the address bar, and is put on the clipboard", async () => {
    const { services } = begin();
    expect(services.link()).toBe("https://example.org/#v1.abc");
    await expect(services.copyLink()).resolves.toBe("https://example.org/#v1.abc");
    expect(written).toEqual(["https://example.org/#v1.abc"]);
  });

  it("is the address as it is where the document is too large, and says so", () => {
    const { services, setLink, notices } = begin();
    setLink({ ok: false, message: "This experiment is too large for a link." });
    expect(services.link()).toBe(location.href);
    expect(notices()).toEqual(["warning: This experiment is too large for a link."]);
  });
});
