import { presets } from "#content";
import {
  type ExperimentDoc,
  parseExperimentText,
  parseJson,
  parseView,
  type Workspace,
  withSeed,
} from "#document";
import type { SimulationClient } from "#runtime/client";
import { copyTraces } from "#runtime/protocol";
import type { AppStore } from "#store";
import type { LabData, PanelCapture, Services, SummaryFeed } from "#ui";
import { type AddressBar, openFragment, presetWorkspace } from "./addressBar.ts";
import { createExports } from "./exports.ts";
import type { RunController } from "./runController.ts";

interface ServiceParts {
  readonly store: AppStore;
  readonly data: LabData;
  readonly client: SimulationClient;
  readonly runs: RunController;
  readonly captures: ReadonlyMap<string, PanelCapture>;
  readonly addressBar: AddressBar;
  readonly summary: SummaryFeed;
  /** What the browser kept when a link was opened instead, or null. */
  readonly lastVisit: Workspace | null;
}

/** What the interface asks of the page: links, files, pictures, the engine. */
export function createServices(parts: ServiceParts): Services {
  const { store, data, client, runs, addressBar, summary } = parts;
  const { actions } = store.getState();
  let opened = store.getState().experiment;
  let ghosts = 0;
  const link = (): string => {
    const made = addressBar.link();
    if (made.ok) return made.url;
    actions.notify("warning", made.message);
    return location.href;
  };
  const showOpened = (notices: readonly string[]): void => {
    opened = store.getState().experiment;
    for (const sentence of notices) actions.notify("warning", sentence);
  };
  const openText = (name: string, text: string): void => {
    const trimmed = text.trim();
    const fragment = /^\S*(#(?:v\d+\.|preset=)\S*)$/.exec(trimmed)?.[1];
    if (fragment !== undefined) {
      const opening = openFragment(fragment, () => ({
        experiment: store.getState().experiment,
        view: store.getState().view,
      }));
      if (opening.from !== "nothing")
        actions.open(opening.workspace, { undoable: true, label: "open link" });
      showOpened(opening.notices);
      return;
    }
    const parsed = parseExperimentText(text);
    if (!parsed.ok) {
      const shown = parsed.problems.slice(0, 3).map(({ message }) => message);
      const more = parsed.problems.length - shown.length;
      if (more > 0) shown.push(`There are ${more} more problems.`);
      for (const message of shown) actions.notify("error", `"${name}" was not opened: ${message}`);
      return;
    }
    const { experiment, warnings } = parsed;
    const seen = parseView(viewOf(text), experiment);
    actions.open({ experiment, view: seen.view }, { undoable: true, label: "open file" });
    showOpened([...warnings, ...seen.warnings]);
  };
  return {
    link,
    async copyLink() {
      const url = link();
      await navigator.clipboard.writeText(url);
      return url;
    },
    openText,
    openPreset(id) {
      const workspace = presetWorkspace(id);
      if (workspace === null) return;
      actions.open(workspace, { undoable: true, label: "open preset" });
      opened = workspace.experiment;
      addressBar.enterPreset(id);
    },
    openLastVisit() {
      if (parts.lastVisit === null) return;
      actions.open(parts.lastVisit, { undoable: true, label: "open last visit" });
      opened = parts.lastVisit.experiment;
    },
    presetExperiment: () => presetOf(store.getState().view.preset) ?? opened,
    newSeed() {
      // Chance enters the document here, and only as a number that the document keeps.
      const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
      actions.edit("new seed", (open) => withSeed(open, seed));
    },
    restartEngine() {
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
  };
}

/** The optional view that the page saves with an experiment. */
function viewOf(text: string): unknown {
  const json = parseJson(text);
  if (!json.ok || typeof json.value !== "object" || json.value === null) return undefined;
  return "view" in json.value ? json.value.view : undefined;
}

function presetOf(id: string | null): ExperimentDoc | null {
  return presets.find((preset) => preset.id === id)?.experiment ?? null;
}
