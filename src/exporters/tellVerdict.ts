import type { RunVerdict } from "#engines";

/** Say in one sentence what is certain of a run's future; times in tau. */
export function tellVerdict(verdict: RunVerdict): string {
  const time = round(verdict.time);
  switch (verdict.kind) {
    case "explosive":
      return `Explosive: the instant ${time} tau holds ${verdict.spikes} spikes and more, and the run ends there.`;
    case "silent":
      return `Silent: from ${time} tau on no neuron can reach its threshold again.`;
    case "periodic": {
      const { spikes, period } = verdict;
      const cycle = `${spikes} ${spikes === 1 ? "spike" : "spikes"} every ${round(period)} tau`;
      return `Periodic: ${cycle}, from ${time} tau on.`;
    }
  }
}

/** Four digits are enough to read. */
function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
