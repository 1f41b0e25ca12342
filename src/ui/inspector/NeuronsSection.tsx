import type { ReactNode } from "react";
import { NeuronButtons } from "./NeuronButtons.tsx";
import { NeuronTable } from "./NeuronTable.tsx";
import { Section } from "./Section.tsx";
import { useNeuronRows } from "./useNeuronRows.ts";

/** The neuron table with what can be done to its rows. */
export function NeuronsSection(): ReactNode {
  const rows = useNeuronRows();
  return (
    <Section title="Neurons" note={rows.count.toLocaleString("en")}>
      <NeuronTable rows={rows} />
      <NeuronButtons blocks={rows.blocks} />
    </Section>
  );
}
