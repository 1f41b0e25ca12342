import { dot } from "#math";
import type { EINetwork, EINeuron, InputValue } from "./types.ts";

/** A point of the picture: input, yE and the magnitude |yI|. */
export interface EIPoint {
  readonly x: InputValue;
  readonly yE: number;
  readonly yI: number;
}

/** The terms of a neuron's inequality at a point: it fires when excess >= 0. */
export interface NeuronDrive {
  /** F . x. */
  readonly feedforward: number;
  /** Encoder of yE times yE. */
  readonly excitation: number;
  /** Encoder of yI times |yI|, subtracted. */
  readonly inhibition: number;
  /** T. */
  readonly threshold: number;
  /** V - T = feedforward + excitation - inhibition - threshold. */
  readonly excess: number;
}

/** Write out a neuron's inequality F . x + E_E yE - E_I |yI| >= T at a point. */
export function neuronDrive(neuron: EINeuron, point: EIPoint): NeuronDrive {
  const { x, yE, yI } = point;
  const feedforward = dot(neuron.feedforward, typeof x === "number" ? [x] : x);
  const excitation = neuron.readE * yE;
  const inhibition = neuron.readI * yI;
  const { threshold } = neuron;
  const excess = feedforward + excitation - inhibition - threshold;
  return { feedforward, excitation, inhibition, threshold, excess };
}

/** The neuron of a network index, or null when there is none. */
export function findNeuron(ei: EINetwork, neuron: number): EINeuron | null {
  return ei.neurons[neuron] ?? null;
}
