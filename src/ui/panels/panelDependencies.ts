import type { Theme } from "#plots";
import type { AppStore } from "#store";
import type { Lab } from "../lab/LabContext.tsx";
import type { PanelSize } from "./useCanvas.ts";

/** How a panel looks. */
interface Look {
  readonly size: PanelSize;
  readonly theme: Theme;
}

/** Everything that a panel's picture may depend on: it is painted again when one of these is another. */
export function panelDependencies(
  store: AppStore,
  { data }: Lab,
  { size, theme }: Look,
): readonly unknown[] {
  const { experiment, view, hovered, ghost, spike } = store.getState();
  const { traces, time, timeRange } = data;
  const { width, height } = size;
  const fast = [traces, traces.version, time, timeRange];
  return [experiment, view, hovered, ghost, spike, ...fast, width, height, theme];
}
