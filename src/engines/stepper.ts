import type { LowRankNetwork } from "#model";
import type { EngineState } from "./types.ts";

/** What a method supplies; {@link SteppedEngine} adds the step count and the recording. */
export interface Stepper {
  readonly state: EngineState;
  /** Neurons that fired in the last step; the first `count` entries count. */
  readonly fired: { readonly neurons: Uint32Array; readonly count: number };
  /** Move the state from step - 1 to step. */
  takeStep(step: number): void;
  retune(network: LowRankNetwork): void;
  holdInput(values: Float64Array): void;
  holdCurrent(values: Float64Array): void;
}
