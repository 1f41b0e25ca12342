import { presets } from "#content";
import { defaultView, type ExperimentDoc, type ViewState, type Workspace } from "#document";
import { decodeLink, encodeLink, encodePresetLink } from "#share";
import { type AppState, type AppStore, hasChangedIn, toWorkspace } from "#store";

/** Wait after the last change before the address is written, ms; browsers limit how often. */
const LINK_DELAY = 250;

/** Where a page begins, and what has to be said about it. */
export interface Opening {
  readonly workspace: Workspace;
  readonly notices: readonly string[];
  /** What the fragment described. */
  readonly from: "link" | "preset" | "nothing";
}

/** Whether the fragment describes everything that was opened: it was read, and whole. */
export function isDescribed({ from, notices }: Opening): boolean {
  return from !== "nothing" && notices.length === 0;
}

/** The workspace of a preset with every view setting filled in. */
export function presetWorkspace(id: string): Workspace | null {
  const preset = presets.find((candidate) => candidate.id === id);
  if (preset === undefined) return null;
  return {
    experiment: preset.experiment,
    view: { ...defaultView(preset.experiment), ...preset.view, preset: preset.id },
  };
}

/** What a fragment asks for; a fragment that says nothing usable opens the fallback and says why. */
export function openFragment(fragment: string, fallback: () => Workspace): Opening {
  if (fragment === "" || fragment === "#") {
    return { workspace: fallback(), notices: [], from: "nothing" };
  }
  const decoded = decodeLink(fragment);
  if (!decoded.ok) return { workspace: fallback(), notices: [decoded.message], from: "nothing" };
  if (decoded.kind === "workspace")
    return { workspace: decoded.workspace, notices: decoded.dropped, from: "link" };
  const workspace = presetWorkspace(decoded.preset);
  if (workspace !== null) return { workspace, notices: [], from: "preset" };
  const known = presets.map((preset) => preset.id).join(", ");
  const sentence = `The link names the preset "${decoded.preset}", which does not exist; there are ${known}.`;
  return { workspace: fallback(), notices: [sentence], from: "nothing" };
}

interface Shown {
  readonly experiment: ExperimentDoc;
  readonly view: ViewState;
}

export interface AddressBar {
  /** Everything now on screen as a full link, whatever the address says. */
  link():
    | { readonly ok: true; readonly url: string }
    | { readonly ok: false; readonly message: string };
  /** The store now shows a preset as it is: the address says so, in a history entry of its own. */
  enterPreset(id: string): void;
  dispose(): void;
}

interface AddressBarOptions {
  /** Whether the fragment that the page came with describes what the store begins with. */
  readonly described: boolean;
  /** Opens a fragment that arrived from outside and says whether it describes what is on screen then. */
  open(fragment: string): boolean;
}

/**
 * Keep the fragment describing what is on screen. Edits replace it; a preset adds a history entry, so that Back
 * walks between presets. A link typed or pasted into the address is opened.
 */
export function createAddressBar(
  store: AppStore,
  { described, open }: AddressBarOptions,
): AddressBar {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What the address describes already, or null when it says something else. */
  let shown: Shown | null = described ? store.getState() : null;
  const write = (): void => {
    const state = store.getState();
    // A drag writes once, when it ends.
    if (state.gesture !== null || isShown(state, shown)) return;
    shown = state;
    const encoded = encodeLink(toWorkspace(state));
    if (encoded.ok) history.replaceState(null, "", encoded.fragment);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, LINK_DELAY);
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (hasChangedIn("url", before, state) || state.gesture !== before.gesture) later();
  });
  const onArrival = (): void => {
    clearTimeout(timer);
    shown = open(location.hash) ? store.getState() : null;
    write();
  };
  addEventListener("hashchange", onArrival);
  write();
  return {
    link() {
      const encoded = encodeLink(toWorkspace(store.getState()));
      if (!encoded.ok) return encoded;
      const page = `${location.origin}${location.pathname}${location.search}`;
      return { ok: true, url: `${page}${encoded.fragment}` };
    },
    enterPreset(id) {
      clearTimeout(timer);
      shown = store.getState();
      history.pushState(null, "", encodePresetLink(id));
    },
    dispose() {
      clearTimeout(timer);
      unsubscribe();
      removeEventListener("hashchange", onArrival);
    },
  };
}

function isShown(state: AppState, shown: Shown | null): boolean {
  return shown !== null && state.experiment === shown.experiment && state.view === shown.view;
}
