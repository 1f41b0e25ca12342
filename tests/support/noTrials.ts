import type { TrialDesk } from "../../src/ui/trials/trialRun.ts";

/** A page on which nothing has been repeated. */
export const noTrials: TrialDesk = {
  subscribe: () => () => undefined,
  current: () => null,
  revision: () => 0,
  start: () => null,
  cancel: () => undefined,
};
