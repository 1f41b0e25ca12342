import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import {
  type Dynamics,
  findParameter,
  type SynapseRecipe,
  setEngine,
  setSynapseKind,
} from "#document";
import { ChoiceControl } from "../controls/ChoiceControl.tsx";
import { ParameterControl } from "../controls/ParameterControl.tsx";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { Section } from "./Section.tsx";

const RUN = { scope: "run" } as const;
const TIMES = ["duration", "window.from", "window.to"].map(findParameter);
const TIME_STEP = findParameter("dt");
const SEED = findParameter("seed");
const SAMPLING = findParameter("record.latentsEvery");

type EngineName = Dynamics["engine"];

const ENGINES: Readonly<Record<EngineName, string>> = {
  clock: "spikes, fixed step",
  rate: "rates, fixed step",
  event: "spikes, exact times",
  bridge: "spikes, exact with noise",
};
/** Offered; a document that names another still shows its name. */
const OFFERED: readonly EngineName[] = ["clock", "rate"];

const SYNAPSES: readonly { readonly value: SynapseRecipe["kind"]; readonly label: string }[] = [
  { value: "delta", label: "instantaneous" },
  { value: "pulse", label: "square pulse" },
  { value: "exponential", label: "exponential" },
];

const MODES = [
  { value: "protocol", label: "whole run at once" },
  { value: "live", label: "live, without an end" },
] as const;

/** How it is run: mode, method, step, synapses, times and seed. */
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
      <MethodChoice />
      <SynapseChoice />
      <ParameterControl parameter={TIME_STEP} target={RUN} />
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

function MethodChoice(): ReactNode {
  const engine = useApp((state) => state.experiment.dynamics.engine);
  const { edit } = useActions();
  const names = OFFERED.includes(engine) ? OFFERED : [engine, ...OFFERED];
  return (
    <ChoiceControl
      label="method"
      explain="What is simulated: single spikes, or the firing rates that they stand for."
      value={engine}
      options={names.map((value) => ({ value, label: ENGINES[value] }))}
      choose={(chosen) => edit("method", (open) => setEngine(open, chosen))}
    />
  );
}

function SynapseChoice(): ReactNode {
  const kind = useApp((state) => state.experiment.dynamics.synapse.kind);
  const clock = useApp((state) => state.experiment.dynamics.engine === "clock");
  const { edit } = useActions();
  if (!clock) return null;
  return (
    <ChoiceControl
      label="synapse"
      explain="How a spike reaches the other neurons: all at once, spread over a pulse, or fading."
      value={kind}
      options={SYNAPSES}
      choose={(chosen) => edit("synapse", (open) => setSynapseKind(open, chosen))}
    />
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
