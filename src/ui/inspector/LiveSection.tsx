import type { ReactNode } from "react";
import type { NumberRules } from "../controls/numbers.ts";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { Section } from "./Section.tsx";
import { useNeuronRows } from "./useNeuronRows.ts";
import { ViewSlider } from "./ViewSlider.tsx";

interface HeldRules extends NumberRules {
  readonly symbol: string;
  readonly help: string;
}

const HELD = { unit: "", min: -1000, max: 1000, step: 0.01, keyStep: 0.1 } as const;

/** What is held by hand in a live run: the input and a current into each population. */
export function LiveSection(): ReactNode {
  return (
    <Section title="Held by hand">
      <HeldInputs />
      <HeldCurrents />
    </Section>
  );
}

function HeldInputs(): ReactNode {
  const { setView } = useActions();
  const values = useApp((state) => state.view.liveInput);
  const [low, high] = useApp((state) => state.view.ranges.x);
  return values.map((value, input) => {
    const many = values.length > 1;
    const rules: HeldRules = {
      ...HELD,
      label: many ? `input ${input + 1} now` : "input now",
      symbol: many ? `x_${input + 1}` : "x",
      help: "The input that the network gets at this moment.",
      sliderMin: low,
      sliderMax: high,
    };
    const set = (next: number) => setView({ liveInput: values.with(input, next) });
    return <ViewSlider key={rules.symbol} rules={rules} value={value} set={set} />;
  });
}

function HeldCurrents(): ReactNode {
  const { setView } = useActions();
  const currents = useApp((state) => state.view.liveCurrent);
  const { blocks } = useNeuronRows();
  return blocks.map(({ population }) => {
    const rules: HeldRules = {
      ...HELD,
      label: `current into ${population}`,
      symbol: `I^{${population}}`,
      unit: "threshold units",
      help: "A current into every neuron of the population; it moves its whole boundary.",
      sliderMin: -2,
      sliderMax: 2,
    };
    const set = (next: number) => setView({ liveCurrent: { ...currents, [population]: next } });
    const value = currents[population] ?? 0;
    return <ViewSlider key={population} rules={rules} value={value} set={set} />;
  });
}
