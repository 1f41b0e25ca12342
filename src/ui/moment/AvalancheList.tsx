import type { ReactNode } from "react";
import { neuronName } from "#plots";
import { Marker } from "../inspector/Marker.tsx";
import type { Explained } from "./useExplained.ts";

interface AvalancheListProps {
  readonly explained: Explained;
  choose(spike: number): void;
}

/** Spikes shown to either side of the one on show: an avalanche may have thousands. */
const REACH = 12;

/** The spikes of an avalanche in their order, each a button that goes there. */
export function AvalancheList({ explained, choose }: AvalancheListProps): ReactNode {
  const { moment, run, geometry } = explained;
  const { first, last } = moment.avalanche;
  if (first === last) return null;
  const from = Math.max(first, Math.min(moment.spike - REACH, last - 2 * REACH));
  const to = Math.min(last, Math.max(moment.spike + REACH, first + 2 * REACH));
  const spikes = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <ol className="lb-avalanche" aria-label="Spikes of this avalanche">
      {from > first && <li>{from - first} earlier …</li>}
      {spikes.map((spike) => {
        const neuron = run.spikes.neuron[spike] ?? 0;
        const type = run.network.populations[run.network.populationOf[neuron] ?? 0]?.type;
        return (
          <li key={spike}>
            <button
              type="button"
              className="lb-chip"
              aria-current={spike === moment.spike ? "step" : undefined}
              onClick={() => choose(spike)}
            >
              <Marker type={type ?? "unconstrained"} /> {neuronName(geometry.ei, neuron)}
            </button>
          </li>
        );
      })}
      {to < last && <li>… {last - to} later</li>}
    </ol>
  );
}
