import { describe } from "vitest";
import { eiFile } from "../../support/experimentFiles.ts";
import { itRefuses } from "../../support/itRefuses.ts";

const current = { population: "I", from: 0, to: 1, amplitude: 1 };

describe("rules of currents", () => {
  itRefuses([
    [
      "currents that are no list",
      ["currents"],
      current,
      "currents is an object; it must be a list of currents.",
    ],
    ["a current that is a number", ["currents"], [1], "currents[0] is 1; it must be a current."],
    [
      "a population that does not exist",
      ["currents"],
      [{ ...current, population: "X" }],
      'currents[0].population names "X", which is not a population of this network; it must be "E" or "I".',
    ],
    [
      "a population that is a number",
      ["currents"],
      [{ ...current, population: 1 }],
      "currents[0].population is 1; it must be the id of a population.",
    ],
    [
      "a neuron that does not exist",
      ["currents"],
      [{ ...current, neurons: [0, 3] }],
      "currents[0].neurons[1] is 3; it must be a whole number from 0 to 2.",
    ],
    [
      "neurons in words",
      ["currents"],
      [{ ...current, neurons: "some" }],
      'currents[0].neurons is "some"; it must be "all" or a list of neuron indices from 0 to 2.',
    ],
    [
      "an end before the start",
      ["currents"],
      [{ ...current, from: 2 }],
      "currents[0].to is 1; it must be a number above 2 and at most 1000000000.",
    ],
    [
      "a current without an amplitude",
      ["currents"],
      [{ ...current, amplitude: undefined }],
      "currents[0].amplitude is missing; it must be a number.",
    ],
  ]);
});

describe("rules of the initial state", () => {
  itRefuses([
    [
      "an unknown kind",
      ["initial"],
      { kind: "warm" },
      'initial.kind is "warm"; it must be "rest", "latents", "voltages" or "rates".',
    ],
    [
      "an initial state that is text",
      ["initial"],
      "rest",
      'initial is "rest"; it must be an initial state.',
    ],
    [
      "a latent that does not exist",
      ["initial"],
      { kind: "latents", latents: { X: 1 } },
      'initial.latents names "X", which is not a latent of this network; it must be "E" or "I".',
    ],
    [
      "latents that are no table",
      ["initial"],
      { kind: "latents", latents: [1] },
      "initial.latents is a list of 1; it must be an object.",
    ],
    [
      "too few voltages",
      ["initial"],
      { kind: "voltages", voltages: { I: [0] } },
      "initial.voltages.I is a list of 1; it must be a list of 3, one number for each neuron.",
    ],
    [
      "voltages of a stranger",
      ["initial"],
      { kind: "voltages", voltages: { X: [0] } },
      'initial.voltages names "X", which is not a population of this network; it must be "E" or "I".',
    ],
    [
      "voltages that are no table",
      ["initial"],
      { kind: "voltages", voltages: 1 },
      "initial.voltages is 1; it must be an object with a list of numbers for each population.",
    ],
  ]);
  itRefuses(
    [
      [
        "rates of one population alone",
        ["initial"],
        { kind: "rates", rates: { E: [0.5, 0.5] } },
        "initial.rates.I is missing; it must be a list of 3, one number for each neuron.",
      ],
      [
        "a rate of 1",
        ["initial"],
        { kind: "rates", rates: { E: [0.5, 1], I: [0.5, 0.5, 0.5] } },
        "initial.rates.E[1] is 1; it must be a number above 0 and below 1.",
      ],
    ],
    () => ({ ...eiFile(), dynamics: { engine: "rate", dt: 0.01, beta: 10 } }),
  );
});

describe("rules of recording, window, seed, name and annotations", () => {
  itRefuses([
    ["a recording that is a number", ["record"], 1, "record is 1; it must be recording settings."],
    [
      "latents at every 0 tau",
      ["record"],
      { latentsEvery: 0 },
      "record.latentsEvery is 0; it must be a number above 0 and at most 1000000000.",
    ],
    [
      "voltages of a stranger",
      ["record"],
      { voltages: { X: [0] } },
      'record.voltages names "X", which is not a population of this network; it must be "E" or "I".',
    ],
    [
      "voltages of a neuron that does not exist",
      ["record"],
      { voltages: { I: [3] } },
      "record.voltages.I[0] is 3; it must be a whole number from 0 to 2.",
    ],
    [
      "voltages of all neurons in words",
      ["record"],
      { voltages: { I: "all" } },
      'record.voltages.I is "all"; it must be a list of neuron indices from 0 to 2.',
    ],
    [
      "voltages that are no table",
      ["record"],
      { voltages: [0] },
      "record.voltages is a list of 1; it must be an object with a list of neuron indices for each population.",
    ],
    [
      "a window that is a list",
      ["window"],
      [0, 1],
      "window is a list of 2; it must be a window {from, to}.",
    ],
    [
      "a window beyond the run",
      ["window"],
      { from: 0, to: 11 },
      "window.to is 11; it must be a number above 0 and at most 10.",
    ],
    [
      "a window that starts at the end",
      ["window"],
      { from: 10 },
      "window.from is 10; it must be a number of 0 or more and below 10.",
    ],
    [
      "a seed that is too large",
      ["seed"],
      4_294_967_296,
      "seed is 4294967296; it must be a whole number from 0 to 4294967295.",
    ],
    [
      "a name that is a number",
      ["name"],
      1,
      "name is 1; it must be text of at most 200 characters.",
    ],
    [
      "a very long name",
      ["name"],
      "n".repeat(201),
      `name is "${"n".repeat(40)}..."; it must be text of at most 200 characters.`,
    ],
    [
      "annotations that are no list",
      ["annotations"],
      1,
      "annotations is 1; it must be a list of annotations.",
    ],
    [
      "an annotation that is a number",
      ["annotations"],
      [1],
      "annotations[0] is 1; it must be an annotation.",
    ],
    [
      "an annotation of an unknown style",
      ["annotations"],
      [{ style: "bold", points: [] }],
      'annotations[0].style is "bold"; it must be "dotted" or "point".',
    ],
    [
      "an annotation of an unknown tone",
      ["annotations"],
      [{ tone: "red", points: [] }],
      'annotations[0].tone is "red"; it must be "E", "I" or "neutral".',
    ],
    [
      "a point of one number",
      ["annotations"],
      [{ points: [[1]] }],
      "annotations[0].points[0] is a list of 1; it must be a list of 2, one number for each coordinate.",
    ],
    [
      "an annotation at a place in words",
      ["annotations"],
      [{ x: "here", points: [] }],
      'annotations[0].x is "here"; it must be a number.',
    ],
    [
      "a list as a flag",
      ["seed"],
      [],
      "seed is an empty list; it must be a whole number from 0 to 4294967295.",
    ],
    [
      "a boolean as a number",
      ["seed"],
      true,
      "seed is true; it must be a whole number from 0 to 4294967295.",
    ],
  ]);
});
