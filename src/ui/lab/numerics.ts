import { type ExperimentDoc, evaluateInput } from "#document";
import { worstLoad } from "#model";
import type { Numerics } from "../shell/NumericsBadge.tsx";
import type { Geometry } from "./geometry.ts";

/** Samples of the input course that the badge looks at. */
const SAMPLES = 400;
/** What a smaller step aims at, well inside green. */
const COMFORTABLE_LOAD = 0.15;

/** Whether the clock's one spike a step is enough for this network and input, and a smaller step if not. */
export function judgeNumerics(
  experiment: ExperimentDoc,
  geometry: Geometry,
  setStep: (dt: number) => void,
): Numerics {
  const { dt, synapse, engine } = experiment.dynamics;
  if (engine !== "clock" || dt === null || synapse.kind !== "delta") {
    return {
      verdict: "green",
      label: "no spikes lost",
      sentence:
        "With finite synapses or rates any number of neurons may act in one step, so no spike is lost to the clock.",
      fix: null,
    };
  }
  const interval = experiment.duration / SAMPLES;
  const input = Float64Array.from(
    { length: SAMPLES },
    (_, k) => evaluateInput(experiment.input, k * interval, dt)[0] ?? 0,
  );
  const worst = worstLoad({ ei: geometry.ei, lookup: geometry.lookup, dt, input, interval });
  if (worst === null) {
    return {
      verdict: "amber",
      label: "no crossing",
      sentence:
        "The boundaries do not cross at the inputs of this course, so there is nothing that the spikes could follow; move a threshold or the input.",
      fix: null,
    };
  }
  return judgeLoad({ load: worst.load, verdict: worst.verdict, dt, setStep });
}

interface JudgedLoad {
  readonly load: number;
  readonly verdict: Numerics["verdict"];
  readonly dt: number;
  setStep(dt: number): void;
}

function judgeLoad({ load, verdict, dt, setStep }: JudgedLoad): Numerics {
  const share = `Up to ${percent(load)} of the steps must carry a spike`;
  if (verdict === "green") {
    const sentence = `${share}, and one spike fits in a step: the clock keeps up.`;
    return { verdict, label: "clock keeps up", sentence, fix: null };
  }
  const smaller = Number(((dt * COMFORTABLE_LOAD) / load).toPrecision(1));
  const fix =
    Number.isFinite(smaller) && smaller > 0
      ? { label: `Use steps of ${smaller} tau`, apply: () => setStep(smaller) }
      : null;
  const consequence =
    verdict === "amber"
      ? "spikes begin to queue and the readouts lag."
      : "but only one fits in a step: spikes are lost and the readouts are wrong.";
  const label = verdict === "amber" ? "coarse steps" : "spikes are lost";
  return { verdict, label, sentence: `${share}, ${consequence}`, fix };
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(100 * share)} %` : "more than 100 %";
}
