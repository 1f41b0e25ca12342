import { act } from "react";
import { afterEach, beforeEach, vi } from "vitest";
import {
  defaultView,
  type ExperimentDoc,
  type NeuronRef,
  type TrialSettings,
  usualTrials,
} from "#document";
import { createTrialDesk } from "../../src/app/trialDesk.ts";
import { LabProvider } from "../../src/ui/lab/LabContext.tsx";
import { TrialsPanel } from "../../src/ui/trials/TrialsPanel.tsx";
import { eiDocument } from "./documents.ts";
import { createFakeLab } from "./fakeLab.ts";
import { runOf } from "./labStore.ts";
import { createCrankedPool } from "./trialPools.ts";
import { type Mounted, mount } from "./uiHarness.tsx";

/** A run so short that its trials cost nothing. */
export const experiment: ExperimentDoc = eiDocument({ duration: 3, window: { from: 1, to: 3 } });
const usual = usualTrials(experiment, [0, 1]);
/** Three levels of noise, four trials each. */
export const small: TrialSettings = {
  ...usual,
  range: { from: 0, to: 0.2, points: 3, spacing: "linear" },
  trials: 4,
};
/** Four trials of the network as it is. */
export const many: TrialSettings = { ...small, vary: null };

/** The panel on a page, with workers that answer when a test says so. */
export interface TrialsPage extends Mounted {
  button(name: string): HTMLButtonElement;
  /** Let the workers answer so often, and the panel look (with fake timers). */
  answer(times: number): Promise<void>;
  /** Let them answer until there is nothing left to do. */
  finish(): Promise<void>;
  bar(): Element | null;
  status(): string | null;
  points(): readonly HTMLButtonElement[];
  settings(): TrialSettings | undefined;
  /** The choices of the settings, in order. */
  choices(): readonly HTMLSelectElement[];
}

/** Show the panel with these settings. */
export function openTrials(
  trials: TrialSettings,
  selection: readonly NeuronRef[] = [],
): TrialsPage {
  const { pool, asked } = createCrankedPool({ size: 1 });
  const lab = createFakeLab({ traces: runOf(experiment) });
  const ui = mount(
    <LabProvider lab={lab}>
      <TrialsPanel tabs={null} />
    </LabProvider>,
    {
      workspace: { experiment, view: { ...defaultView(experiment), selection, trials } },
      trials: (store) => createTrialDesk({ store, data: lab.data, pool }),
    },
  );
  const button = (name: string): HTMLButtonElement => {
    const found = [...ui.page.querySelectorAll("button")].find(
      (each) => (each.getAttribute("aria-label") ?? each.textContent) === name,
    );
    if (found === undefined) throw new Error(`There is no button "${name}".`);
    return found;
  };
  const answer = async (times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) {
      await act(async () => {
        await asked()[0]?.answer();
      });
    }
    act(() => void vi.advanceTimersByTime(1000));
  };
  const finish = async (): Promise<void> => {
    while (asked().length > 0) await answer(1);
  };
  return {
    ...ui,
    button,
    answer,
    finish,
    bar: () => ui.page.querySelector("[role=progressbar]"),
    status: () => ui.find(".lb-trials-status").textContent,
    points: () => [...ui.page.querySelectorAll<HTMLButtonElement>(".lb-trials-points button")],
    settings: () => ui.store.getState().view.trials,
    choices: () => [...ui.page.querySelectorAll<HTMLSelectElement>(".lb-trials-fields select")],
  };
}

/** Choose from a list as a browser would. */
export function choose(select: Element | undefined, value: string): void {
  if (!(select instanceof HTMLSelectElement)) throw new Error("There is no such list.");
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/** Before and after each test: timers that a test moves, a panel of some size, and no page left behind. */
export function prepareTrialsPage(): typeof openTrials {
  let page: TrialsPage | null = null;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(300);
  });
  afterEach(() => {
    page?.unmount();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  return (...what) => {
    page = openTrials(...what);
    return page;
  };
}
