import { type ReactNode, useMemo } from "react";
import { type ParameterTarget, parameters } from "#document";
import { describeNeurons } from "../controls/describeTarget.ts";
import { ParameterControl } from "../controls/ParameterControl.tsx";
import { useApp } from "../hooks/StoreProvider.tsx";
import { Inequality } from "./Inequality.tsx";
import { Section } from "./Section.tsx";

const NEURON_PARAMETERS = parameters.filter(({ scope }) => scope === "neurons");

/** The parameters of the selected neurons; changing one changes them all. */
export function SelectedSection(): ReactNode {
  const neurons = useApp((state) => state.view.selection);
  const target = useMemo<ParameterTarget>(() => ({ scope: "neurons", neurons }), [neurons]);
  const [only] = neurons;
  if (only === undefined) {
    return (
      <Section title="Selected">
        <p className="lb-soft">
          No neuron is selected. Press a line in the slice or a row of the table below.
        </p>
      </Section>
    );
  }
  return (
    <Section title="Selected" note={describeNeurons(neurons)}>
      {NEURON_PARAMETERS.map((parameter) => (
        <ParameterControl key={parameter.id} parameter={parameter} target={target} />
      ))}
      {neurons.length === 1 && <Inequality neuron={only} />}
    </Section>
  );
}
