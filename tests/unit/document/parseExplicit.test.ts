import { describe } from "vitest";
import { itRefuses } from "../../support/itRefuses.ts";

const E = ["network", "populations", 0] as const;
const I = ["network", "populations", 1] as const;
const atE = "network.populations[0]";
const atI = "network.populations[1]";

describe("rules of an explicit network", () => {
  itRefuses([
    [
      "an unknown kind",
      ["network", "kind"],
      "magic",
      'network.kind is "magic"; it must be "explicit" or "tangent".',
    ],
    ["a network that is a list", ["network"], [1], "network is a list of 1; it must be a network."],
    [
      "seventeen inputs",
      ["network", "inputs"],
      17,
      "network.inputs is 17; it must be a whole number from 1 to 16.",
    ],
    [
      "half an input",
      ["network", "inputs"],
      1.5,
      "network.inputs is 1.5; it must be a whole number from 1 to 16.",
    ],
    [
      "no populations",
      ["network", "populations"],
      undefined,
      "network.populations is missing; it must be a list of populations.",
    ],
    [
      "an empty list of populations",
      ["network", "populations"],
      [],
      "network.populations is an empty list; it must be a list of at least one population.",
    ],
    ["a population that is text", E, "E", `${atE} is "E"; it must be a population.`],
    [
      "a type that does not exist",
      [...E, "type"],
      "red",
      `${atE}.type is "red"; it must be "excitatory", "inhibitory" or "unconstrained".`,
    ],
    [
      "an empty population",
      [...I, "thresholds"],
      [],
      `${atI}.thresholds is an empty list; it must be a list of at least one neuron.`,
    ],
    [
      "missing thresholds",
      [...I, "thresholds"],
      undefined,
      `${atI}.thresholds is missing; it must be a list of one number for each neuron.`,
    ],
    [
      "missing decoders",
      [...I, "decoders"],
      undefined,
      `${atI}.decoders is missing; it must be a list of 3, one row of 1 for each neuron.`,
    ],
    [
      "missing feedforward weights",
      [...I, "feedforward"],
      undefined,
      `${atI}.feedforward is missing; it must be a list of 3, one row of 1 for each neuron.`,
    ],
    [
      "missing encoders",
      [...I, "encoders"],
      undefined,
      `${atI}.encoders is missing; it must be an object with a list of numbers for each latent that the population reads.`,
    ],
    [
      "too few decoders",
      [...I, "decoders"],
      [-1, -1],
      `${atI}.decoders is a list of 2; it must be a list of 3, one number for each neuron.`,
    ],
    [
      "a feedforward row that is a number",
      [...I, "feedforward"],
      [0.1, [0.2], [0.3]],
      `${atI}.feedforward[0] is 0.1; it must be a list of 1, one number for each input.`,
    ],
    [
      "a threshold that is text",
      [...I, "thresholds", 1],
      "high",
      `${atI}.thresholds[1] is "high"; it must be a number.`,
    ],
    [
      "a threshold that is null",
      [...I, "thresholds", 1],
      null,
      `${atI}.thresholds[1] is null; it must be a number.`,
    ],
    [
      "a threshold that is infinite",
      [...I, "thresholds", 1],
      Number.POSITIVE_INFINITY,
      `${atI}.thresholds[1] is Infinity; it must be a number.`,
    ],
    [
      "an excitatory decoder below 0",
      [...E, "decoders", 1],
      -0.5,
      `${atE}.decoders[1] is -0.5; it must be a number of 0 or more as population "E" is excitatory (Dale's law).`,
    ],
    [
      "an inhibitory decoder above 0",
      [...I, "decoders", 2],
      0.5,
      `${atI}.decoders[2] is 0.5; it must be a number of 0 or less as population "I" is inhibitory (Dale's law).`,
    ],
    [
      "an encoder below 0",
      [...I, "encoders", "E", 0],
      -1,
      `${atI}.encoders.E[0] is -1; it must be a number of 0 or more as population "I" is inhibitory (Dale's law).`,
    ],
    [
      "encoders of a latent that nobody writes",
      [...I, "encoders", "X"],
      [1, 1, 1],
      `${atI}.encoders names "X", which is not a latent of this network; it must be "E" or "I".`,
    ],
    [
      "cross-decoders of a stranger",
      [...I, "crossDecoders"],
      { X: [-1, -1, -1] },
      `${atI}.crossDecoders names "X", which is not another population of this network; it must be "E".`,
    ],
    [
      "cross-decoders of the population itself",
      [...I, "crossDecoders"],
      { I: [-1, -1, -1] },
      `${atI}.crossDecoders names "I", which is not another population of this network; it must be "E".`,
    ],
    [
      "a cross-decoder against Dale's law",
      [...I, "crossDecoders"],
      { E: [-1, 1, -1] },
      `${atI}.crossDecoders.E[1] is 1; it must be a number of 0 or less as population "I" is inhibitory (Dale's law).`,
    ],
    [
      "cross-decoders that are no table",
      [...I, "crossDecoders"],
      1,
      `${atI}.crossDecoders is 1; it must be an object keyed by the population that reads.`,
    ],
    [
      "a self-reset that is text",
      [...I, "selfReset"],
      "no",
      `${atI}.selfReset is "no"; it must be a number.`,
    ],
    [
      "an id that is used twice",
      [...I, "id"],
      "E",
      `${atI}.id is "E"; it must be unique in the network.`,
    ],
    [
      "an empty list of latents",
      [...I, "latents"],
      [],
      `${atI}.latents is an empty list; it must be a list of at least one latent name.`,
    ],
    [
      "latents that are no list",
      [...I, "latents"],
      "I",
      `${atI}.latents is "I"; it must be a list of latent names.`,
    ],
    [
      "a latent that another population writes",
      [...I, "latents"],
      ["E"],
      `${atI}.latents is "E"; it must be a latent name that is unique in the network.`,
    ],
  ]);
});
