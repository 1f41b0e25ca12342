import type { ReactNode } from "react";
import { formatNumber } from "../controls/numbers.ts";
import type { LiveReading } from "../hooks/liveTicker.ts";
import { useApp } from "../hooks/StoreProvider.tsx";
import type { CrossingNumbers, PopulationNumbers, Summary } from "../services.ts";
import { LiveText } from "./LiveText.tsx";
import { Marker } from "./Marker.tsx";
import { Section } from "./Section.tsx";
import { useNeuronRows } from "./useNeuronRows.ts";
import { VerdictLine } from "./VerdictLine.tsx";

interface Quantity {
  readonly label: string;
  readonly explain: string;
  readonly digits: number;
  read(summary: Summary, population: string): number | null;
}

function numbersOf(summary: Summary, population: string): PopulationNumbers | undefined {
  return summary.populations.find(({ id }) => id === population);
}

const QUANTITIES: readonly Quantity[] = [
  {
    label: "readout now",
    explain: "The population's readout at the playhead, as a magnitude.",
    digits: 2,
    read: (summary, population) => summary.latents[population] ?? null,
  },
  {
    label: "error to crossing",
    explain: "Root mean square distance of the readout from the crossing of the boundaries.",
    digits: 3,
    read: (summary, population) => numbersOf(summary, population)?.readoutError ?? null,
  },
  {
    label: "spikes per τ",
    explain: "Spikes of the whole population per membrane time constant, in the window.",
    digits: 1,
    read: (summary, population) => numbersOf(summary, population)?.spikesPerTau ?? null,
  },
  {
    label: "rate per neuron",
    explain: "Mean over the neurons of the population: spikes per membrane time constant.",
    digits: 2,
    read: (summary, population) => numbersOf(summary, population)?.meanRate ?? null,
  },
  {
    label: "ISI CV",
    explain: "Irregularity: spread of the intervals between spikes over their mean; 1 is Poisson.",
    digits: 2,
    read: (summary, population) => numbersOf(summary, population)?.intervalCv ?? null,
  },
];

/** Statistics of the run in its window, and how they differ from the pinned run. */
export function NumbersSection(): ReactNode {
  const ghost = useApp((state) => state.ghost);
  const { blocks } = useNeuronRows();
  return (
    <Section title="Numbers" {...(ghost === null ? {} : { note: `against ${ghost.label}` })}>
      <table className="lb-numbers">
        <thead>
          <tr>
            <th scope="col">
              <span className="lb-hidden">Quantity</span>
            </th>
            {blocks.map(({ population, type }) => (
              <th scope="col" key={population}>
                <Marker type={type} />
                {population}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {QUANTITIES.map((quantity) => (
            <tr key={quantity.label}>
              <th scope="row" data-explain={quantity.explain}>
                {quantity.label}
              </th>
              {blocks.map(({ population }) => (
                <td key={population}>
                  <LiveText read={({ summary }) => readNow(quantity, summary, population)} />
                  <LiveText
                    className="lb-difference"
                    read={(reading) => readDifference(quantity, reading, population)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="lb-crossing">
        <LiveText read={tellCrossings} />
      </p>
      <VerdictLine />
    </Section>
  );
}

function readNow(quantity: Quantity, summary: Summary | null, population: string): string {
  const value = summary === null ? null : quantity.read(summary, population);
  return value === null ? "–" : formatNumber(value, quantity.digits);
}

/** Present minus pinned, with its sign; empty without a pinned run. */
function readDifference(quantity: Quantity, reading: LiveReading, population: string): string {
  const { summary, ghost } = reading;
  if (summary === null || ghost === null) return "";
  const now = quantity.read(summary, population);
  const then = quantity.read(ghost, population);
  if (now === null || then === null) return "";
  const text = formatNumber(now - then, quantity.digits);
  return /^−|^0(\.0*)?$/.test(text) ? text : `+${text}`;
}

function tellCrossings({ summary }: LiveReading): string {
  if (summary === null) return "Nothing has run yet.";
  const { crossings } = summary;
  if (crossings.length === 0) {
    return "The boundaries do not cross at this input: the network goes silent or runs away.";
  }
  return crossings.map(tellCrossing).join(" ");
}

function tellCrossing(crossing: CrossingNumbers): string {
  const { excitatory, inhibitory, stable, words } = crossing;
  const place = `yE ${formatNumber(excitatory, 2)}, |yI| ${formatNumber(inhibitory, 2)}`;
  return `${stable ? "Stable" : "Unstable"} crossing at ${place}: ${words}.`;
}
