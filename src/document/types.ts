import type { NeuronGroup, TangentPopulation } from "#model";
import type { TrialSettings } from "./trials/settings.ts";

export type {
  BoundaryFunction,
  BoundaryTerm,
  Shape,
  TangentGrid,
  TangentPopulation,
} from "#model";

/** One number for each population id. */
export type ByPopulation = Readonly<Record<string, number>>;

/** Neurons given one by one; the paper's signs. */
export type ExplicitPopulation = NeuronGroup;

export interface ExplicitNetwork {
  readonly kind: "explicit";
  readonly inputs: number;
  readonly populations: readonly ExplicitPopulation[];
}

/** Exact values that replace a recipe's for one neuron (a hand-dragged one). */
export interface NeuronOverride {
  readonly feedforward?: readonly number[];
  readonly encoders?: Readonly<Record<string, number>>;
  readonly threshold?: number;
  readonly decoder?: number;
  readonly selfReset?: number;
}

/** A recipe: compact in a link, expanded when compiled. */
export interface TangentNetwork {
  readonly kind: "tangent";
  readonly inputs: number;
  readonly populations: readonly TangentPopulation[];
  /** By population id, then neuron index. */
  readonly overrides: Readonly<Record<string, Readonly<Record<string, NeuronOverride>>>>;
}

export type NetworkRecipe = ExplicitNetwork | TangentNetwork;

export type InputRecipe =
  | {
      readonly kind: "piecewise-linear";
      readonly points: readonly (readonly [number, readonly number[]])[];
    }
  | { readonly kind: "samples"; readonly values: readonly (readonly number[])[] }
  | {
      readonly kind: "sine";
      readonly offset: readonly number[];
      readonly amplitude: readonly number[];
      readonly period: number;
      readonly phase: number;
    };

export type SynapseRecipe =
  | { readonly kind: "delta" }
  | { readonly kind: "pulse"; readonly width: ByPopulation }
  | { readonly kind: "exponential"; readonly tau: ByPopulation };

export interface NoiseRecipe {
  readonly sigma: ByPopulation;
  readonly generator: "fast" | "mt19937";
  readonly skip: number;
  readonly start: "zero" | "stationary";
}

export interface Dynamics {
  readonly engine: "clock" | "event" | "bridge" | "rate";
  /** tau; null for the event engine. */
  readonly dt: number | null;
  readonly minGap: number;
  readonly synapse: SynapseRecipe;
  readonly overshoot: "clamp" | "keep";
  readonly refractory: ByPopulation;
  readonly delay: ByPopulation;
  readonly noise: NoiseRecipe;
  readonly rateRule: "reference" | "latent";
  /** Only rule `latent`; absent where it is the usual Runge-Kutta. */
  readonly integrator?: "exponential-euler";
  /** Null when the engine is not `rate`. */
  readonly beta: ByPopulation | null;
  readonly tauS: ByPopulation | null;
}

export interface CurrentRecipe {
  readonly population: string;
  readonly from: number;
  readonly to: number;
  readonly amplitude: number;
  readonly neurons: "all" | readonly number[];
}

export type InitialRecipe =
  | { readonly kind: "rest" }
  | { readonly kind: "latents"; readonly latents: ByPopulation }
  | {
      readonly kind: "voltages";
      readonly voltages: Readonly<Record<string, readonly number[]>>;
      readonly latents: ByPopulation;
    }
  | { readonly kind: "rates"; readonly rates: Readonly<Record<string, readonly number[]>> };

/** A curve or point drawn over the boundaries for comparison (published shapes without neurons). Magnitudes. */
export interface Annotation {
  readonly label: string;
  readonly style: "dotted" | "point";
  readonly tone: "E" | "I" | "neutral";
  /** Input value this belongs to, or null for every x. */
  readonly x: number | null;
  /** Pairs (yE, |yI|). */
  readonly points: readonly (readonly [number, number])[];
}

/**
 * One experiment, every default filled in: what is undone, shared, saved and run. Immutable plain JSON.
 * Time in tau, the paper's signs. See docs/EXPERIMENT-FILE.md.
 */
export interface ExperimentDoc {
  readonly format: "latent-boundaries/experiment";
  readonly version: 1;
  readonly name: string;
  readonly network: NetworkRecipe;
  readonly input: InputRecipe;
  readonly dynamics: Dynamics;
  readonly currents: readonly CurrentRecipe[];
  readonly initial: InitialRecipe;
  readonly duration: number;
  readonly seed: number;
  readonly record: {
    readonly latentsEvery: number;
    readonly voltages: Readonly<Record<string, readonly number[]>>;
  };
  /** Part of the run that statistics, claims and the first view use. */
  readonly window: { readonly from: number; readonly to: number };
  readonly annotations: readonly Annotation[];
}

/** A neuron as the user names it: population id and index inside it. */
export interface NeuronRef {
  readonly population: string;
  readonly index: number;
}

/** What is on screen apart from the experiment; goes into links and the autosave, not into undo. */
export interface ViewState {
  readonly lab: "ei";
  /** Preset that this began as, or null. */
  readonly preset: string | null;
  readonly mode: "protocol" | "live";
  /** Playhead, tau. */
  readonly time: number;
  /** Visible part of the time axis, tau; null shows the whole run (protocol) or the rolling window (live). */
  readonly timeRange: readonly [number, number] | null;
  readonly timeUnit: "tau" | "ms";
  /** Live speed and playback speed, tau per second. */
  readonly speed: number;
  /** Input held in live mode, M numbers. */
  readonly liveInput: readonly number[];
  /** Injected current held in live mode. */
  readonly liveCurrent: ByPopulation;
  readonly selection: readonly NeuronRef[];
  readonly camera: {
    readonly preset: "free" | "x" | "E" | "I";
    /** Degrees. */
    readonly azimuth: number;
    readonly elevation: number;
    readonly zoom: number;
  };
  /** Axis ranges of the geometric views; magnitudes. */
  readonly ranges: {
    readonly x: readonly [number, number];
    readonly E: readonly [number, number];
    readonly I: readonly [number, number];
  };
  readonly show: {
    readonly regions: boolean;
    readonly flow: boolean;
    readonly trajectory: boolean;
    readonly lines: boolean;
    readonly cutSurfaces: boolean;
    /** What the strip's lowest row shows of the selected neurons. */
    readonly traces: "none" | "voltages" | "currents";
  };
  /** What the panel of trials and sweeps is set to; absent until somebody sets it. */
  readonly trials?: TrialSettings;
}

/** Everything a link describes. */
export interface Workspace {
  readonly experiment: ExperimentDoc;
  readonly view: ViewState;
}
