import axe from "axe-core";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { ExperimentDoc, Workspace } from "#document";
import { type AppStore, createAppStore } from "#store";
import { ServicesProvider } from "../../src/ui/hooks/ServicesProvider.tsx";
import { StoreProvider } from "../../src/ui/hooks/StoreProvider.tsx";
import type { NumericsReading, Services, Summary } from "../../src/ui/services.ts";
import { AppTheme } from "../../src/ui/theme/AppTheme.tsx";
import type { TrialDesk } from "../../src/ui/trials/trialRun.ts";
import { noTrials } from "./noTrials.ts";
import { preferences, workspace } from "./workspaces.ts";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

/** What jsdom lacks and Mantine asks for. */
window.matchMedia = (query) => ({
  matches: query.includes("prefers-reduced-motion"),
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
});
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver = NoResizeObserver;

/** Calls that the interface made, by name. */
export interface ServiceLog {
  readonly calls: string[];
}

interface FakeParts {
  /** What resets go back to. */
  readonly opened: ExperimentDoc;
  readonly summary: Summary | null;
  readonly trials: TrialDesk;
}

/** Services that only write down that they were asked. */
function fakeServices(log: ServiceLog, parts: FakeParts): Services {
  const { opened, summary } = parts;
  const note = (name: string) => (): void => {
    log.calls.push(name);
  };
  const numerics: NumericsReading = { subject: opened, measurement: { kind: "none" } };
  return {
    link: () => "https://example.org/#v1.abc",
    copyLink: async () => {
      log.calls.push("copyLink");
      return "https://example.org/#v1.abc";
    },
    openText: (name, text) => log.calls.push(`openText ${name} ${text}`),
    openLastVisit: note("openLastVisit"),
    presetExperiment: () => opened,
    openPreset: (id) => log.calls.push(`openPreset ${id}`),
    saveExperiment: note("saveExperiment"),
    exportPanel: (panel, format) => log.calls.push(`exportPanel ${panel} ${format}`),
    exportCsv: (what) => log.calls.push(`exportCsv ${what}`),
    exportResult: note("exportResult"),
    newSeed: note("newSeed"),
    restartEngine: note("restartEngine"),
    pinGhost: note("pinGhost"),
    unpinGhost: note("unpinGhost"),
    trials: parts.trials,
    summary: { subscribe: () => () => undefined, current: () => summary, ghost: () => null },
    numerics: { subscribe: () => () => undefined, current: () => numerics },
  };
}

export interface Mounted {
  readonly page: HTMLElement;
  readonly store: AppStore;
  readonly log: ServiceLog;
  /** The first element that matches; fails when there is none. */
  find(selector: string): HTMLElement;
  findInput(selector: string): HTMLInputElement;
  experiment(): ExperimentDoc;
  unmount(): void;
}

interface MountOptions {
  readonly workspace?: Workspace;
  readonly summary?: Summary;
  /** Who runs many trials; nobody unless said. */
  readonly trials?: (store: AppStore) => TrialDesk;
}

/** Render a part of the interface with a real store and noted services. */
export function mount(element: ReactNode, options: MountOptions = {}): Mounted {
  const begun = options.workspace ?? workspace;
  const store = createAppStore({ workspace: begun, preferences });
  const parts = {
    opened: begun.experiment,
    summary: options.summary ?? null,
    trials: options.trials?.(store) ?? noTrials,
  };
  const log: ServiceLog = { calls: [] };
  const page = document.createElement("div");
  document.body.append(page);
  const root = createRoot(page);
  act(() =>
    root.render(
      <StoreProvider store={store}>
        <ServicesProvider services={fakeServices(log, parts)}>
          <AppTheme>{element}</AppTheme>
        </ServicesProvider>
      </StoreProvider>,
    ),
  );
  const find = (selector: string): HTMLElement => {
    const found = page.ownerDocument.querySelector(selector);
    if (found instanceof HTMLElement) return found;
    throw new Error(`Nothing matches ${selector}.`);
  };
  return {
    page,
    store,
    log,
    find,
    findInput: (selector) => {
      const found = find(selector);
      if (found instanceof HTMLInputElement) return found;
      throw new Error(`${selector} is no input.`);
    },
    experiment: () => store.getState().experiment,
    unmount: () => {
      act(() => root.unmount());
      page.remove();
    },
  };
}

/** Put a text or a slider value into an input as a browser would. */
export function enter(input: HTMLInputElement, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  act(() => {
    setter?.call(input, value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export function press(target: Element, key: string, held: KeyboardEventInit = {}): void {
  const event = { key, bubbles: true, cancelable: true, ...held };
  act(() => {
    target.dispatchEvent(new KeyboardEvent("keydown", event));
  });
}

export function release(target: Element, key: string): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent("keyup", { key, bubbles: true }));
  });
}

export function point(target: Element, type: string): void {
  act(() => {
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
  });
}

export function click(target: Element, held: MouseEventInit = {}): void {
  act(() => {
    target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...held }));
  });
}

export function focus(target: HTMLElement): void {
  act(() => target.focus());
}

export function blur(target: HTMLElement): void {
  act(() => target.blur());
}

/** Wait until a lazily loaded part of the page is there. */
export async function appear(selector: string): Promise<HTMLElement> {
  for (let turn = 0; turn < 200; turn += 1) {
    const found = document.querySelector(selector);
    if (found instanceof HTMLElement) return found;
    await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
  }
  throw new Error(`${selector} never appeared.`);
}

/** Sentences of everything that axe finds wrong; colours need a real browser and are left out. */
export async function findA11yFaults(page: Element): Promise<readonly string[]> {
  const report = await axe.run(page, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return report.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
  );
}
