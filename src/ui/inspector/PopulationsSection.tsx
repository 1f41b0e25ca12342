import { type ReactNode, useMemo } from "react";
import { type ParameterTarget, parameters } from "#document";
import { ParameterControl } from "../controls/ParameterControl.tsx";
import { Marker } from "./Marker.tsx";
import type { RowBlock } from "./neuronRows.ts";
import { Section } from "./Section.tsx";
import { useNeuronRows } from "./useNeuronRows.ts";

const POPULATION_PARAMETERS = parameters.filter(({ scope }) => scope === "population");

/** Noise, refractory time, delay and synapses of each population. */
export function PopulationsSection(): ReactNode {
  const { blocks } = useNeuronRows();
  return (
    <Section title="Populations" open={false}>
      {blocks.map((block) => (
        <Population key={block.population} block={block} />
      ))}
    </Section>
  );
}

function Population({ block }: { readonly block: RowBlock }): ReactNode {
  const { population, type } = block;
  const target = useMemo<ParameterTarget>(
    () => ({ scope: "population", population }),
    [population],
  );
  return (
    <div className="lb-population">
      <h3>
        <Marker type={type} /> {population}
      </h3>
      {POPULATION_PARAMETERS.map((parameter) => (
        <ParameterControl key={parameter.id} parameter={parameter} target={target} />
      ))}
    </div>
  );
}
