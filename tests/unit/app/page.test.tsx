import { act } from "react";
import { createRoot, type Root as ReactRoot } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createInlineService } from "#runtime/inline";
import { type App, createApp } from "../../../src/app/createApp.ts";
import { Root } from "../../../src/app/Root.tsx";
import { InProcessWorker } from "../../support/inProcessWorker.ts";
import { appear, findA11yFaults, press } from "../../support/uiHarness.tsx";

// The whole page is mounted for each test: that and axe take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let app: App;
let root: ReactRoot;
let page: HTMLElement;

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, "", "/#preset=start");
  vi.stubGlobal("Worker", function StubbedWorker() {
    return new InProcessWorker(createInlineService());
  });
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1300);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(400);
  page = document.createElement("div");
  document.body.append(page);
  app = createApp();
  root = createRoot(page);
  await act(async () => root.render(<Root app={app} />));
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  app.dispose();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Let the page go on until something has come true. */
async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 300 && !isTrue(); turn += 1) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
  }
  expect(isTrue()).toBe(true);
}

describe("the first screen", () => {
  it("has the views, the strip and the inspector as named regions", () => {
    const names = [...page.querySelectorAll("section[aria-label]")].map((section) =>
      section.getAttribute("aria-label"),
    );
    expect(
      names.filter((name) => /^(Boundary|Slice|Outputs|Input, readouts)/.test(name ?? "")),
    ).toHaveLength(4);
    expect(page.querySelectorAll("h1")).toHaveLength(1);
  });

  it("says so where there are no 3-D pictures, and works without", async () => {
    const message = await appear(".lb-area-space [role=status]");
    await until(() => message.textContent?.includes("WebGL is off or missing") === true);
    await until(() => app.store.getState().run.phase === "done");
    expect(app.services.summary.current()).not.toBeNull();
  });

  it("judges the numerics of the document, and its remedy is one step to undo", async () => {
    const { actions } = app.store.getState();
    await act(async () =>
      actions.edit("coarse", (document) => ({
        ...document,
        dynamics: { ...document.dynamics, engine: "clock", dt: 0.25 },
      })),
    );
    const badge = [...page.querySelectorAll("button")].find((button) =>
      /^Numerics (wrong|coarse): /.test(button.getAttribute("aria-label") ?? ""),
    );
    expect(badge).toBeDefined();
    act(() => badge?.click());
    const fix = await appear(".lb-badge-sentence");
    const remedy = [...document.querySelectorAll("button")].find((button) =>
      button.textContent?.startsWith("Use steps of"),
    );
    expect(fix.textContent).toMatch(/of the steps must carry a spike/);
    act(() => remedy?.click());
    expect(app.store.getState().past.at(-1)?.label).toBe("time step");
    expect(app.store.getState().experiment.dynamics.dt).toBeLessThan(0.25);
  });

  it("plays at the space bar", () => {
    press(document.body, " ");
    expect(app.store.getState().playing).toBe(true);
    press(document.body, " ");
  });

  it("has no fault that axe finds", async () => {
    expect(await findA11yFaults(page)).toEqual([]);
  });
});
