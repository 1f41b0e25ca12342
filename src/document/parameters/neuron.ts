import type { PopulationType } from "#model";
import type { NeuronValues } from "../edits/neurons.ts";
import { LIMITS } from "../limits.ts";
import type { Parameter } from "../parameterTypes.ts";
import type { ExperimentDoc } from "../types.ts";
import { neuronParameter } from "./build.ts";

/** Weights and thresholds are in units of the normalised threshold. */
const FAR = 1e6;
const UNIT = "threshold units";

const threshold: Parameter = neuronParameter(
  {
    id: "threshold",
    group: "Neuron",
    label: "threshold",
    symbol: "T",
    unit: UNIT,
    min: -FAR,
    max: FAR,
    sliderMin: -5,
    sliderMax: 25,
    step: 0.001,
    keyStep: 0.1,
    help: "The neuron fires when its voltage reaches this value; changing it shifts the neuron's line without turning it.",
  },
  { read: (neuron) => neuron.threshold, write: (_, value) => ({ threshold: value }) },
);

/** One row an input; the first is simply F. */
const feedforward: readonly Parameter[] = Array.from({ length: LIMITS.inputs }, (_, input) =>
  neuronParameter(
    {
      id: input === 0 ? "feedforward" : `feedforward.${input}`,
      group: "Neuron",
      label: input === 0 ? "feedforward weight" : `feedforward weight of input ${input + 1}`,
      symbol: input === 0 ? "F" : `F_{${input + 1}}`,
      unit: "threshold units / input",
      min: -FAR,
      max: FAR,
      sliderMin: -5,
      sliderMax: 5,
      step: 0.001,
      keyStep: 0.1,
      help: "How strongly the input drives the neuron: it tilts the neuron's plane along the input axis.",
    },
    {
      read: (neuron) => neuron.feedforward[input] ?? null,
      write: (neuron, value) => ({
        feedforward: neuron.feedforward.map((weight, index) => (index === input ? value : weight)),
      }),
    },
  ),
);

type Side = "E" | "I";
const TYPES: Readonly<Record<Side, PopulationType>> = { E: "excitatory", I: "inhibitory" };

function encoder(reader: Side, read: Side, help: string): Parameter {
  const words = { E: "excitatory", I: "inhibitory" } as const;
  return neuronParameter(
    {
      id: `encoder.${reader}${read}`,
      group: "Neuron",
      label: `weight on the ${words[read]} readout`,
      symbol: `E^{${reader}${read}}`,
      unit: UNIT,
      min: 0,
      max: FAR,
      sliderMin: 0,
      sliderMax: 4,
      step: 0.001,
      keyStep: 0.05,
      help,
    },
    {
      read: (neuron, experiment) => {
        const latent = findLatent(neuron, experiment, { reader, read });
        return latent === null ? null : (neuron.encoders[latent] ?? 0);
      },
      write: (neuron, value, experiment) => {
        const latent = findLatent(neuron, experiment, { reader, read });
        return latent === null ? {} : { encoders: { [latent]: value } };
      },
    },
  );
}

/** The one latent that populations of the type `read` write; null where there are none or several. */
function findLatent(
  neuron: NeuronValues,
  { network }: ExperimentDoc,
  { reader, read }: { reader: Side; read: Side },
): string | null {
  if (neuron.type !== TYPES[reader]) return null;
  const names =
    network.kind === "tangent"
      ? network.populations.flatMap(({ id, type }) => (type === TYPES[read] ? [id] : []))
      : network.populations.flatMap(({ latents, type }) => (type === TYPES[read] ? latents : []));
  const [name, another] = names;
  return name === undefined || another !== undefined ? null : name;
}

const decoder: Parameter = neuronParameter(
  {
    id: "decoder",
    group: "Neuron",
    label: "decoder",
    symbol: "|D|",
    unit: "",
    min: 0,
    max: FAR,
    sliderMin: 0,
    sliderMax: 3,
    step: 0.001,
    keyStep: 0.05,
    help: "How far one spike of this neuron moves its population's readout; small decoders mean many small steps.",
  },
  {
    read: ({ decoders, type }) => {
      const [value, another] = decoders;
      const isPlain = another === undefined && type !== "unconstrained";
      return value === undefined || !isPlain ? null : Math.abs(value);
    },
    write: ({ type }, value) => ({ decoder: type === "inhibitory" ? -value : value }),
  },
);

const selfReset: Parameter = neuronParameter(
  {
    id: "selfReset",
    group: "Neuron",
    label: "extra self-reset",
    symbol: "mu",
    unit: UNIT,
    min: 0,
    max: 1000,
    sliderMin: 0,
    sliderMax: 1,
    step: 0.001,
    keyStep: 0.01,
    help: "An extra drop of the neuron's own voltage after each of its spikes, which makes neurons of equal lines take turns.",
  },
  { read: (neuron) => neuron.selfReset, write: (_, value) => ({ selfReset: value }) },
);

/** Parameters of the selected neurons, in the order of the inspector. */
export const neuronParameters: readonly Parameter[] = [
  threshold,
  ...feedforward,
  encoder(
    "E",
    "E",
    "How strongly excitatory activity excites this excitatory neuron: it turns the neuron's line in the slice.",
  ),
  encoder(
    "E",
    "I",
    "How strongly inhibitory activity holds this excitatory neuron down; at 0 its line stands upright.",
  ),
  encoder(
    "I",
    "E",
    "How strongly excitatory activity excites this inhibitory neuron: the steeper its line, the safer the crossing.",
  ),
  encoder(
    "I",
    "I",
    "How strongly inhibitory activity holds this inhibitory neuron down; at 0 its line stands upright.",
  ),
  decoder,
  selfReset,
];
