import { createContext, type ReactNode, useContext } from "react";
import type { FrameLoop } from "#runtime/client";
import type { Traces } from "#runtime/protocol";

/** Fast data outside React and the store: mutated in place, read by painters once a frame. */
export interface LabData {
  /** The run on show. */
  traces: Traces;
  /** The pinned run, or null. */
  ghost: Traces | null;
  /** Playhead, tau; moves without the store while playing or being dragged. */
  time: number;
  /** Beginning and end of the time axis, tau; follows the rolling window in a live run. */
  timeRange: readonly [number, number];
}

/** What the panels share besides the store. */
export interface Lab {
  readonly data: LabData;
  readonly loop: FrameLoop;
  /** Move the playhead; `commit` also writes it into the document's view (end of a drag, a key press). */
  seek(time: number, commit: boolean): void;
  /** Live run: hold the first inputs at these values from now on. */
  holdInput(values: readonly number[]): void;
  /** Take a single step of a live run, or move the playhead by one. */
  stepOnce(): void;
  /** The 3-D panel registers how to take its picture; null when it is gone. */
  registerCapture(panel: string, capture: PanelCapture | null): void;
}

/** How a panel is taken away. */
export interface PanelCapture {
  /** SVG text of what is shown. */
  svg(): string;
  /** Picture at `scale` pixels a CSS pixel. */
  canvas(scale: number): HTMLCanvasElement;
}

const Context = createContext<Lab | null>(null);

interface LabProviderProps {
  readonly lab: Lab;
  readonly children: ReactNode;
}

/** Hands traces, playhead and frame loop to the panels. */
export function LabProvider({ lab, children }: LabProviderProps): ReactNode {
  return <Context value={lab}>{children}</Context>;
}

/** Traces, playhead and frame loop. */
export function useLab(): Lab {
  const lab = useContext(Context);
  if (lab === null) throw new Error("This component needs a LabProvider above it.");
  return lab;
}
