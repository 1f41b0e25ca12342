import type { ReactNode } from "react";
import {
  type Dynamics,
  findParameter,
  type SynapseRecipe,
  setDynamics,
  setIntegrator,
  setRateRule,
  setSynapseKind,
} from "#document";
import { ChoiceControl } from "../controls/ChoiceControl.tsx";
import { ParameterControl } from "../controls/ParameterControl.tsx";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { EngineChoice } from "./EngineChoice.tsx";
import { Section } from "./Section.tsx";

const RUN = { scope: "run" } as const;
const STEPS = ["dt", "minGap"].map(findParameter);

/** How it is computed: engine, step, synapses, and the settings that only some engines have. */
export function MethodSection(): ReactNode {
  return (
    <Section title="Method">
      <EngineChoice />
      {STEPS.map((parameter) => (
        <ParameterControl key={parameter.id} parameter={parameter} target={RUN} />
      ))}
      <SynapseChoice />
      <OvershootChoice />
      <NoiseChoices />
      <RateChoices />
    </Section>
  );
}

const SYNAPSES: readonly { readonly value: SynapseRecipe["kind"]; readonly label: string }[] = [
  { value: "delta", label: "instantaneous" },
  { value: "pulse", label: "square pulse" },
  { value: "exponential", label: "exponential" },
];

function SynapseChoice(): ReactNode {
  const kind = useApp((state) => state.experiment.dynamics.synapse.kind);
  const isSpiking = useApp((state) => state.experiment.dynamics.engine !== "rate");
  const { edit } = useActions();
  if (!isSpiking) return null;
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

const OVERSHOOTS: readonly { readonly value: Dynamics["overshoot"]; readonly label: string }[] = [
  { value: "keep", label: "kept" },
  { value: "clamp", label: "cut off" },
];

function OvershootChoice(): ReactNode {
  const overshoot = useApp((state) => state.experiment.dynamics.overshoot);
  const applies = useApp(
    ({ experiment: { dynamics } }) =>
      dynamics.engine === "clock" && dynamics.synapse.kind === "delta",
  );
  const { edit } = useActions();
  if (!applies) return null;
  return (
    <ChoiceControl
      label="overshoot"
      explain="A fixed step finds a voltage above the threshold; the part above is kept, or cut off before the neuron resets."
      value={overshoot}
      options={OVERSHOOTS}
      choose={(chosen) => edit("overshoot", (open) => setDynamics(open, { overshoot: chosen }))}
    />
  );
}

const STARTS = [
  { value: "zero", label: "at zero" },
  { value: "stationary", label: "in full swing" },
] as const;

const GENERATORS = [
  { value: "fast", label: "fast" },
  { value: "mt19937", label: "as published" },
] as const;

function NoiseChoices(): ReactNode {
  const noise = useApp((state) => state.experiment.dynamics.noise);
  const engine = useApp((state) => state.experiment.dynamics.engine);
  const { edit } = useActions();
  if (Object.values(noise.sigma).every((sigma) => sigma === 0)) return null;
  return (
    <>
      <ChoiceControl
        label="noise begins"
        explain="Whether the noise grows from zero, as in the published runs, or is in full swing from the start."
        value={noise.start}
        options={STARTS}
        choose={(start) =>
          edit("start of the noise", (open) =>
            setDynamics(open, { noise: { ...open.dynamics.noise, start } }),
          )
        }
      />
      {engine === "clock" && (
        <ChoiceControl
          label="random numbers"
          explain="A fast generator, or the slower one that repeats the published seeded runs spike for spike."
          value={noise.generator}
          options={GENERATORS}
          choose={(generator) =>
            edit("random numbers", (open) =>
              setDynamics(open, { noise: { ...open.dynamics.noise, generator } }),
            )
          }
        />
      )}
    </>
  );
}

const RULES = [
  { value: "reference", label: "filtered voltage" },
  { value: "latent", label: "filtered readout" },
] as const;

const INTEGRATORS = [
  { value: "runge-kutta", label: "Runge-Kutta" },
  { value: "exponential-euler", label: "exponential Euler" },
] as const;

function RateChoices(): ReactNode {
  const { engine, rateRule, integrator } = useApp((state) => state.experiment.dynamics);
  const { edit } = useActions();
  if (engine !== "rate") return null;
  return (
    <>
      <ChoiceControl
        label="rate rule"
        explain="What is slow: the voltages, as in the published scripts, or the readouts, as in the paper's equations 4.9 to 4.13."
        value={rateRule}
        options={RULES}
        choose={(chosen) => edit("rate rule", (open) => setRateRule(open, chosen))}
      />
      {rateRule === "latent" && (
        <ChoiceControl
          label="integration"
          explain="Runge-Kutta is right in coarse steps; exponential Euler is the simple rule and needs finer ones."
          value={integrator ?? "runge-kutta"}
          options={INTEGRATORS}
          choose={(chosen) => edit("integration", (open) => setIntegrator(open, chosen))}
        />
      )}
    </>
  );
}
