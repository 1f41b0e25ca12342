import type { ReactNode } from "react";
import { neuronName } from "#plots";
import { tellTime } from "./tellMoment.ts";
import type { Explained } from "./useExplained.ts";

/** Says which spike is explained; always on the page, so that screen readers hear it change. */
export function MomentVoice({ explained }: { readonly explained: Explained | null }): ReactNode {
  return (
    <div className="lb-hidden" role="status" aria-live="polite">
      {explained === null
        ? ""
        : `Explained: the spike of ${neuronName(explained.geometry.ei, explained.moment.neuron)} at ${tellTime(explained.moment.time, "tau")}.`}
    </div>
  );
}
