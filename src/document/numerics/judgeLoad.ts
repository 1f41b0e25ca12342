import { judgeLoad } from "#model";
import type { ExperimentDoc } from "../types.ts";
import { type Finding, percent } from "./finding.ts";
import { betterEngine, comfortableShare, remedies, smallerStep } from "./fixes.ts";
import type { LoadFacts, NumericsDetail } from "./types.ts";

const NAME = "load of the step";
const MEANING =
  "Share of the steps that must carry a spike, dt (yᴱ/Dᴱ + |yᴵ|/Dᴵ) at its largest along the input; one spike fits in a step.";

/** Whether one spike a step is enough; null where any number of neurons may act in a step. */
export function findLoad(experiment: ExperimentDoc, load: LoadFacts): Finding | null {
  switch (load.kind) {
    case "unlimited":
      return null;
    case "no crossing":
      return noCrossing();
    case "load":
      return judge(experiment, load.worst);
  }
}

function noCrossing(): Finding {
  const detail = { name: NAME, value: "unknown", meaning: MEANING, state: "amber" } as const;
  return {
    state: "amber",
    label: "no crossing",
    figure: null,
    sentence:
      "The boundaries do not cross at the inputs of this course, so there is nothing that the spikes could follow; move a threshold or the input.",
    fixes: [],
    details: [detail],
  };
}

function judge(experiment: ExperimentDoc, worst: number): Finding {
  const state = judgeLoad(worst);
  const figure = percent(worst);
  const detail: NumericsDetail = { name: NAME, value: figure, meaning: MEANING, state };
  const share = `Up to ${figure} of the steps must carry a spike`;
  const fixes =
    state === "green"
      ? []
      : remedies(betterEngine(experiment), smallerStep(experiment, comfortableShare(worst)));
  const words = {
    green: ["clock keeps up", "and one spike fits in a step: the clock keeps up."],
    amber: ["coarse steps", "spikes begin to queue and the readouts lag."],
    red: [
      "spikes are lost",
      "but only one fits in a step: spikes are lost and the readouts are wrong.",
    ],
  } as const;
  const [label, consequence] = words[state];
  return { state, label, figure, sentence: `${share}, ${consequence}`, fixes, details: [detail] };
}
