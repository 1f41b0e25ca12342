import { presets } from "#content";
import { type ExperimentDoc, type Workspace, withSeed } from "#document";
import type { SimulationClient } from "#runtime/client";
import { copyTraces } from "#runtime/protocol";
import { type AppStore, selectOpened } from "#store";
import type { LabData, NumericsFeed, PanelCapture, Services, SummaryFeed, TrialDesk } from "#ui";
import { type AddressBar, presetWorkspace } from "./addressBar.ts";
import { createExports } from "./exports.ts";
import { createOpenText } from "./openText.ts";
import type { RunController } from "./runController.ts";

interface ServiceParts {
  readonly store: AppStore;
  readonly data: LabData;
  readonly client: SimulationClient;
  readonly runs: RunController;
  readonly captures: ReadonlyMap<string, PanelCapture>;
  readonly addressBar: AddressBar;
  readonly summary: SummaryFeed;
  readonly numerics: NumericsFeed;
  /** What the browser kept when a link was opened instead, or null. */
  readonly lastVisit: Workspace | null;
  readonly trials: TrialDesk;
}

/** What the interface asks of the page: links, files, pictures, the engine. */
export function createServices(parts: ServiceParts): Services {
  const { store, data, client, runs, addressBar, summary } = parts;
  const { actions } = store.getState();
  let ghosts = 0;
  const link = (): string => {
    const made = addressBar.link();
    if (made.ok) return made.url;
    actions.notify("warning", made.message);
    return location.href;
  };
  return {
    link,
    async copyLink() {
      const url = link();
      await navigator.clipboard.writeText(url);
      return url;
    },
    openText: createOpenText(store),
    openPreset(id) {
      const workspace = presetWorkspace(id);
      if (workspace === null) return;
      actions.open(workspace, { undoable: true, label: "open preset" });
      addressBar.enterPreset(id);
    },
    openLastVisit() {
      if (parts.lastVisit === null) return;
      actions.open(parts.lastVisit, { undoable: true, label: "open last visit" });
    },
    presetExperiment: () => {
      const state = store.getState();
      return presetOf(state.view.preset) ?? selectOpened(state);
    },
    newSeed() {
      // Chance enters the document here, and only as a number that the document keeps.
      const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
      actions.edit("new seed", (open) => withSeed(open, seed));
    },
    restartEngine() {
      // A worker that hangs is replaced, and runs what is on screen: once, not also what it ran last.
      client.stop();
      client.restart();
      runs.restart();
    },
    pinGhost() {
      const { experiment } = store.getState();
      ghosts += 1;
      data.ghost = copyTraces(data.traces);
      actions.setGhost({ id: ghosts, label: experiment.name, experiment });
    },
    unpinGhost() {
      data.ghost = null;
      actions.setGhost(null);
    },
    ...createExports(parts),
    summary,
    trials: parts.trials,
    numerics: parts.numerics,
  };
}

function presetOf(id: string | null): ExperimentDoc | null {
  return presets.find((preset) => preset.id === id)?.experiment ?? null;
}
