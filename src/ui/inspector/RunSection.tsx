import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { findParameter } from "#document";
import { ChoiceControl } from "../controls/ChoiceControl.tsx";
import { ParameterControl } from "../controls/ParameterControl.tsx";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { Section } from "./Section.tsx";

const RUN = { scope: "run" } as const;
const TIMES = ["duration", "window.from", "window.to"].map(findParameter);
const SEED = findParameter("seed");
const SAMPLING = findParameter("record.latentsEvery");

const MODES = [
  { value: "protocol", label: "whole run at once" },
  { value: "live", label: "live, without an end" },
] as const;

/** How it is run: mode, speed, times, seed and what is written down. */
export function RunSection(): ReactNode {
  const { newSeed } = useServices();
  const mode = useApp((state) => state.view.mode);
  const { setView } = useActions();
  return (
    <Section title="Run">
      <ChoiceControl
        label="mode"
        explain="Either a run of fixed length that is done again at every change, or one that goes on while you move things."
        value={mode}
        options={MODES}
        choose={(chosen) => setView({ mode: chosen })}
      />
      <SpeedChoice />
      {TIMES.map((parameter) => (
        <ParameterControl key={parameter.id} parameter={parameter} target={RUN} />
      ))}
      <ParameterControl
        parameter={SEED}
        target={RUN}
        instead={
          <Button variant="default" size="compact-xs" onClick={newSeed}>
            New seed
          </Button>
        }
      />
      <ParameterControl parameter={SAMPLING} target={RUN} />
    </Section>
  );
}

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20];

function SpeedChoice(): ReactNode {
  const speed = useApp((state) => state.view.speed);
  const { setView } = useActions();
  const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].toSorted((a, b) => a - b);
  return (
    <ChoiceControl
      label="speed"
      explain="How much time of the network passes in a second of yours; one τ is about 10 ms."
      value={String(speed)}
      options={speeds.map((value) => ({ value: String(value), label: `${value} τ a second` }))}
      choose={(chosen) => setView({ speed: Number(chosen) })}
    />
  );
}
