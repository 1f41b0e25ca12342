import type { ExperimentDoc, Workspace } from "../types.ts";

/** Length of the run that stands for a live one, tau. */
const LIVE_SPAN = 20;

/** The run whose numbers are on screen: the protocol, or in a live run what the hand holds. */
export function shownExperiment({ experiment, view }: Workspace): ExperimentDoc {
  if (view.mode === "protocol") return experiment;
  const held = Object.entries(view.liveCurrent).filter(([, amplitude]) => amplitude !== 0);
  return {
    ...experiment,
    input: { kind: "piecewise-linear", points: [[0, view.liveInput]] },
    currents: held.map(([population, amplitude]) => ({
      population,
      from: 0,
      to: LIVE_SPAN,
      amplitude,
      neurons: "all",
    })),
    duration: LIVE_SPAN,
    window: { from: 0, to: LIVE_SPAN },
  };
}
