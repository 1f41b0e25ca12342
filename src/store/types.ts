import type { ExperimentDoc, NeuronRef, ViewState, Workspace } from "#document";

/** How an edit enters the history: its own entry, part of the open gesture, or not at all. */
export type Capture = "now" | "gesture" | "never";

/** One undo step. */
export interface HistoryEntry {
  /** Shown in the undo button, e.g. "threshold of I 3". */
  readonly label: string;
  readonly experiment: ExperimentDoc;
  /** The view that belongs to it, where the step opened another workspace; other steps leave the view alone. */
  readonly view?: ViewState;
}

/** Run status at <= 10 Hz; the fast data is in the client's traces. */
export interface RunStatus {
  readonly phase: "idle" | "running" | "done" | "paused" | "failed";
  /** One sentence for the user, or null. */
  readonly problem: string | null;
}

/** A sentence for the user: a refused input, a dropped part of a link, a worker that was replaced. */
export interface Notice {
  readonly id: number;
  readonly tone: "info" | "warning" | "error";
  readonly text: string;
  /** What a button beside the sentence brings back, or null. */
  readonly offer: "last visit" | null;
}

/** A run kept for comparison; its traces are held outside the store under the same id. */
export interface Ghost {
  readonly id: number;
  readonly label: string;
  readonly experiment: ExperimentDoc;
}

export interface Preferences {
  readonly theme: "auto" | "light" | "dark";
  /** Larger type and handles. */
  readonly projector: boolean;
  readonly inspectorOpen: boolean;
  /** Which view shares the stage with the 3-D one where not all fit. */
  readonly stageTab: "space" | "slice" | "outputs";
  /** What stands below the stage. */
  readonly stripTab: "time" | "trials";
}

export interface AppState {
  readonly experiment: ExperimentDoc;
  readonly view: ViewState;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
  /** The open gesture and the document before it. */
  readonly gesture: HistoryEntry | null;
  readonly run: RunStatus;
  readonly playing: boolean;
  readonly ghost: Ghost | null;
  readonly hovered: NeuronRef | null;
  /** The spike that is being explained, by its place in the run's list, or null; gone when time or the run moves on. */
  readonly spike: number | null;
  readonly preferences: Preferences;
  readonly notices: readonly Notice[];
}

export interface AppActions {
  /** Apply a pure edit. A no-op edit (same object back) leaves no trace. */
  edit(
    label: string,
    change: (experiment: ExperimentDoc) => ExperimentDoc,
    capture?: Capture,
  ): void;
  /** A drag: mark, edit with capture "gesture", then commit (one undo step) or cancel (as before the mark). */
  beginGesture(label: string): void;
  commitGesture(): void;
  cancelGesture(): void;
  undo(): void;
  redo(): void;
  setView(change: Partial<ViewState>): void;
  /** Replace everything (preset, link, file); clears the history unless `undoable`. */
  open(
    workspace: Workspace,
    options?: { readonly undoable?: boolean; readonly label?: string },
  ): void;
  select(neurons: readonly NeuronRef[]): void;
  hover(neuron: NeuronRef | null): void;
  /** Explain a spike of the run on show, at whose time the playhead stands; null to stop. */
  explain(spike: number | null): void;
  setRun(status: RunStatus): void;
  setPlaying(playing: boolean): void;
  setGhost(ghost: Ghost | null): void;
  setPreferences(change: Partial<Preferences>): void;
  notify(tone: Notice["tone"], text: string, offer?: Notice["offer"]): void;
  dismiss(id: number): void;
}
