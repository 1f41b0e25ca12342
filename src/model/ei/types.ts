import type { LowRankNetwork } from "../network.ts";

/** The excitatory or the inhibitory population. */
export type Side = "E" | "I";

/**
 * One neuron as a half-plane of the picture: it is below threshold while
 * readE yE - readI |yI| < threshold - feedforward . x (Podlaski & Machens 2024, eqs 2.33-2.36 with |yI| = -yI).
 */
export interface EINeuron {
  /** Index in the network. */
  readonly neuron: number;
  /** F, M. */
  readonly feedforward: Float64Array;
  /** Encoder of yE, >= 0; 0 is legal (a horizontal line). */
  readonly readE: number;
  /** Encoder of yI, >= 0; 0 is legal (a vertical wall). */
  readonly readI: number;
  /** T. */
  readonly threshold: number;
  /** Magnitude of what a spike adds to the population's own readout, >= 0. */
  readonly decoder: number;
}

/**
 * A network of one excitatory and one inhibitory population with one readout each, in the coordinates of all
 * pictures: x, yE and |yI|. Where a population reads the other through a cross latent y' the encoder counts as
 * alpha times its weight, alpha = (D' . D) / (D . D), the part of y' that follows the readout (eq. 3.12).
 */
export interface EINetwork {
  readonly network: LowRankNetwork;
  readonly inputs: number;
  /** Both populations by network index. */
  readonly neurons: readonly EINeuron[];
  readonly E: readonly EINeuron[];
  readonly I: readonly EINeuron[];
  /** Latent index of yE. */
  readonly latentE: number;
  /** Latent index of yI (not above 0; pictures show its magnitude). */
  readonly latentI: number;
}

/** Lower and upper end. */
export type Range = readonly [number, number];

/** Ranges of a slice: yE and |yI|. */
export interface SliceBox {
  readonly E: Range;
  readonly I: Range;
}

/** Ranges of the space of all pictures: x, yE and |yI|. */
export interface SpaceBox extends SliceBox {
  readonly x: Range;
}

/** The input: a number when there is one, else M numbers. */
export type InputValue = number | ArrayLike<number>;

/** Why a crossing is or is not stable. */
export type StabilityReason = "stable" | "slopes" | "not reached by leak";

/** A point where the boundaries of both populations meet. */
export interface Crossing {
  readonly yE: number;
  /** Magnitude |yI|. */
  readonly yI: number;
  /** Neuron of the network that owns the E boundary here. */
  readonly excitatory: number;
  /** Neuron of the network that owns the I boundary here. */
  readonly inhibitory: number;
  /** E_EE / E_EI; infinite at a wall. */
  readonly slopeE: number;
  /** E_IE / E_II; infinite at a wall. */
  readonly slopeI: number;
  /**
   * True when slopeI > slopeE (eq. 2.41) and the E line is reached by leaking: its |yI| at yE = 0 is positive.
   */
  readonly stable: boolean;
  readonly reason: StabilityReason;
}

/** A straight piece of the crossing curve, x not falling; its points are (x, yE, |yI|). */
export interface CrossingPiece extends Omit<Crossing, "yE" | "yI"> {
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
}

/** Part of a boundary surface that one neuron owns. */
export interface Facet {
  readonly neuron: number;
  /** A wall is vertical: its neuron does not read the inhibitory latent. */
  readonly kind: "surface" | "wall";
  /** Corners of a planar convex polygon as x, yE, |yI| triples. */
  readonly points: Float64Array;
}
