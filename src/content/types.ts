import type { ExperimentDoc, ViewState } from "#document";

/** A ready-made experiment with the words that go with it. */
export interface Preset {
  /** Stable, also in links: `fig-` and figure with panels, or a plain word. */
  readonly id: string;
  readonly title: string;
  /** Figure of Podlaski & Machens 2024 with its panels, or null. */
  readonly figure: string | null;
  readonly experiment: ExperimentDoc;
  /** What differs from the view that the experiment opens with by itself. */
  readonly view: Partial<ViewState>;
  readonly text: {
    /** What to look at. */
    readonly look: string;
    /** Three things to try. */
    readonly tries: readonly string[];
  };
  /** Where the numbers come from. */
  readonly source: string;
}
