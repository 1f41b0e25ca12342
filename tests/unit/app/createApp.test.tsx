import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createInlineService } from "#runtime/inline";
import { encodeLink } from "#share";
import { toStorage, toWorkspace } from "#store";
import { type App, createApp } from "../../../src/app/createApp.ts";
import { ErrorBoundary } from "../../../src/app/ErrorBoundary.tsx";
import { InProcessWorker } from "../../support/inProcessWorker.ts";
import { mount } from "../../support/uiHarness.tsx";
import { preferences, withSeed, workspace } from "../../support/workspaces.ts";

let workers: InProcessWorker[] = [];
let apps: App[] = [];

beforeEach(() => {
  workers = [];
  apps = [];
  localStorage.clear();
  history.replaceState(null, "", "/");
  vi.stubGlobal("Worker", function StubbedWorker() {
    const worker = new InProcessWorker(createInlineService());
    workers.push(worker);
    return worker;
  });
});
afterEach(() => {
  for (const app of apps) app.dispose();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The page opened at a fragment. */
function open(fragment = ""): App & {
  notices(): readonly string[];
  phase(): string;
  settle(phase?: string): Promise<void>;
} {
  history.replaceState(null, "", `/${fragment}`);
  const app = createApp();
  apps.push(app);
  const phase = () => app.store.getState().run.phase;
  return {
    ...app,
    phase,
    notices: () => app.store.getState().notices.map(({ text }) => text),
    settle: (wanted = "done") => vi.waitFor(() => expect(phase()).toBe(wanted), 5000),
  };
}

/** Wait for traces of another version than the present ones. */
async function nextTraces({ lab }: App, cause: () => void): Promise<void> {
  const { version } = lab.data.traces;
  cause();
  await vi.waitFor(() => expect(lab.data.traces.version).not.toBe(version), 5000);
}

/** A link comes from outside, as by typing or by Back. */
function arrive(fragment: string): void {
  history.pushState(null, "", fragment);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

describe("the page", () => {
  it("opens what the address names and runs it", async () => {
    const { store, services, lab, settle } = open("#preset=fig-4de");
    expect(store.getState().view.preset).toBe("fig-4de");
    expect(location.hash).toBe("#preset=fig-4de");
    await settle();
    expect(lab.data.traces.done).toBe(true);
    expect(services.summary.current()?.populations.map(({ id }) => id)).toEqual(["E", "I"]);
  });

  it("runs again at an edit, and the numbers follow", async () => {
    const app = open("#preset=fig-4f");
    await app.settle();
    const before = app.services.summary.current()?.populations;
    const { actions } = app.store.getState();
    await nextTraces(app, () =>
      actions.edit("input", (document) => ({
        ...document,
        input: { kind: "piecewise-linear", points: [[0, [0.2]]] },
      })),
    );
    await app.settle();
    expect(app.services.summary.current()?.populations).not.toEqual(before);
  });

  it("lets a live run roll on with the present at the playhead", async () => {
    const app = open("#preset=fig-4de");
    await app.settle();
    const { actions } = app.store.getState();
    actions.setView({ mode: "live", speed: 50 });
    await vi.waitFor(() => expect(app.lab.data.time).toBeGreaterThan(13), 5000);
    const { time, timeRange, traces } = app.lab.data;
    expect(time).toBe(traces.time[traces.sampleEnd - 1]);
    expect(timeRange[1]).toBe(time);
    actions.setPlaying(false);
  });

  it("begins with what a link describes and offers the last visit", () => {
    localStorage.setItem("latent-boundaries/autosave", toStorage({ workspace, preferences }));
    const encoded = encodeLink({ ...workspace, experiment: withSeed(5)(workspace.experiment) });
    if (!encoded.ok) throw new Error(encoded.message);
    const { store, services, notices } = open(encoded.fragment);
    expect(store.getState().experiment.seed).toBe(5);
    expect(notices()).toEqual(['A link was opened; "five neurons" of your last visit is kept.']);
    expect(store.getState().notices[0]?.offer).toBe("last visit");
    services.openLastVisit();
    expect(store.getState().experiment.seed).toBe(7);
  });
});

describe("a link that arrives while the page is open", () => {
  it("is opened", () => {
    const { store } = open("#preset=fig-4de");
    arrive("#preset=fig-4f");
    expect(store.getState().view.preset).toBe("fig-4f");
    expect(location.hash).toBe("#preset=fig-4f");
  });

  it("leaves the work and its history alone when it is broken, and the address with the work", () => {
    const { store, notices } = open("#preset=fig-4de");
    store.getState().actions.edit("seed", withSeed(5));
    const before = toWorkspace(store.getState());
    arrive("#v1.garbage");
    expect(toWorkspace(store.getState())).toEqual(before);
    expect(store.getState().past).toHaveLength(1);
    expect(notices()).toEqual([expect.stringMatching(/damaged/)]);
    const encoded = encodeLink(before);
    expect(encoded.ok && location.hash === encoded.fragment).toBe(true);
  });
});

describe("a page that is let go", () => {
  it("ends its worker and follows neither address nor edits", async () => {
    const { store, settle, dispose } = open("#preset=fig-4de");
    await settle();
    dispose();
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
    arrive("#preset=fig-4f");
    store.getState().actions.edit("seed", withSeed(5));
    expect(store.getState().view.preset).toBe("fig-4de");
    expect(workers).toHaveLength(1);
  });
});

describe("a worker that dies", () => {
  /** Let one die at this time of the page, ms. */
  function crash(worker: InProcessWorker | undefined, timeMs: number): void {
    const clock = vi.spyOn(performance, "now").mockReturnValue(timeMs);
    worker?.crash("error");
    clock.mockRestore();
  }

  it("is replaced and runs what is on screen; when that dies too, the user decides", async () => {
    const app = open("#preset=fig-4de");
    await app.settle();
    await nextTraces(app, () => crash(workers[0], 1000));
    expect(workers).toHaveLength(2);
    expect(app.notices()).toEqual([
      "The simulation worker stopped with an error. It was replaced; nothing is lost.",
    ]);
    await app.settle();
    crash(workers[1], 5000);
    await app.settle("failed");
    expect(app.store.getState().run.problem).toBe("The simulation worker stopped with an error.");
    await nextTraces(app, app.services.restartEngine);
    await app.settle();
    expect(workers).toHaveLength(3);
    expect(app.store.getState().run.problem).toBeNull();
    // Much later one more is nothing that the user has to decide.
    await nextTraces(app, () => crash(workers[2], 60_000));
    await app.settle();
    expect(workers).toHaveLength(4);
  });
});

describe("an interface that breaks", () => {
  it("says what happened and hands the work over as a link", () => {
    vi.stubGlobal("reportError", () => undefined);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    function Broken(): never {
      throw new Error("A panel has lost its way.");
    }
    const { page, unmount } = mount(
      <ErrorBoundary link={() => "https://example.org/#v1.abc"}>
        <Broken />
      </ErrorBoundary>,
    );
    expect(page.textContent).toMatch(/A panel has lost its way\..*Your network is kept/);
    expect(page.querySelector("input")?.value).toBe("https://example.org/#v1.abc");
    expect([...page.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual([
      "Reload",
      "Begin again",
    ]);
    act(() => unmount());
  });

  it("is not noticed as long as all is well", () => {
    const { page, unmount } = mount(
      <ErrorBoundary link={() => ""}>
        <p>Well</p>
      </ErrorBoundary>,
    );
    expect(page.querySelector("p")?.textContent).toBe("Well");
    expect(page.querySelector(".lb-broken")).toBeNull();
    unmount();
  });
});
