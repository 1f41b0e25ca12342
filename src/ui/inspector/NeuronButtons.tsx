import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { addNeuron, type NeuronRef, removeNeurons, resetNeurons } from "#document";
import { describeNeurons } from "../controls/describeTarget.ts";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { listRows, type RowBlock } from "./neuronRows.ts";

interface NeuronButtonsProps {
  readonly blocks: readonly RowBlock[];
}

/** Add, copy, remove and reset neurons. */
export function NeuronButtons({ blocks }: NeuronButtonsProps): ReactNode {
  const selection = useApp((state) => state.view.selection);
  const { edit } = useActions();
  const { presetExperiment } = useServices();
  const add = useAddNeuron();
  const [only] = selection;
  const none = only === undefined;
  const whom = describeNeurons(selection);
  const remove = () => edit(`remove ${whom}`, (open) => removeNeurons(open, selection));
  const reset = () =>
    edit(`reset ${whom}`, (open) => resetNeurons(open, presetExperiment(), selection));
  return (
    <div className="lb-neuron-buttons">
      {blocks.map(({ population }) => (
        <Small key={population} press={() => add(population)}>
          Add {population}
        </Small>
      ))}
      <Small
        disabled={selection.length !== 1}
        press={() => only !== undefined && add(only.population, only)}
      >
        Copy
      </Small>
      <Small disabled={none} press={remove}>
        Remove
      </Small>
      <Small disabled={none} press={reset}>
        Reset
      </Small>
    </div>
  );
}

interface SmallProps {
  readonly children: ReactNode;
  readonly disabled?: boolean;
  press(): void;
}

function Small({ children, disabled = false, press }: SmallProps): ReactNode {
  return (
    <Button variant="default" size="compact-xs" disabled={disabled} onClick={press}>
      {children}
    </Button>
  );
}

/** Append a neuron, like the last of its population or like a template, and select it. */
function useAddNeuron(): (population: string, template?: NeuronRef) => void {
  const store = useAppStore();
  const { edit, select } = useActions();
  return (population, template) => {
    const label = template === undefined ? `add a neuron to ${population}` : "copy a neuron";
    edit(label, (open) => addNeuron(open, population, template?.index));
    const block = listRows(store.getState().experiment.network).blocks.find(
      (candidate) => candidate.population === population,
    );
    if (block !== undefined) select([{ population, index: block.count - 1 }]);
  };
}
