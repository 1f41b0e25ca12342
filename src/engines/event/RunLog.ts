import type { Recorder, RunVerdict } from "../types.ts";
import { CycleWatch } from "./CycleWatch.ts";
import { explosionLimit, LEAST_EXPLOSION } from "./explosionLimit.ts";
import type { Flow } from "./Flow.ts";

/** Hands the spikes of a run to its recorder and sees what they say of its future. */
export class RunLog {
  verdict: RunVerdict | null = null;
  /** Step of the last spike. */
  spikeStep = 0;
  readonly #flow: Flow;
  readonly #dt: number;
  readonly #cycle: CycleWatch;
  #instant: number = Number.NEGATIVE_INFINITY;
  #instantSpikes = 0;
  #explosionLimit: number = LEAST_EXPLOSION;

  /** @param dt distance of the sampling grid, tau. */
  constructor(flow: Flow, dt: number) {
    this.#flow = flow;
    this.#dt = dt;
    this.#cycle = new CycleWatch(flow.fingerprint.length);
  }

  /** True when the run ends in an instant without end. */
  get isExplosive(): boolean {
    return this.verdict?.kind === "explosive";
  }

  /** Something outside has changed, what was certain is not; but a run that exploded has ended. */
  reset(): void {
    if (this.isExplosive) return;
    this.verdict = null;
    this.#cycle.reset();
  }

  /** The network has changed. */
  forget(): void {
    this.#explosionLimit = LEAST_EXPLOSION;
  }

  /** Nobody fires from now on. */
  noteSilence(): void {
    this.verdict ??= { kind: "silent", time: this.#flow.time };
  }

  /** Write a spike down, with the grid point at or after it as its step. */
  write(neuron: number, time: number, recorder: Recorder): void {
    const dt = this.#dt;
    let step = Math.ceil(time / dt);
    // The quotient may be rounded over a whole number.
    if (step * dt < time) step += 1;
    else if ((step - 1) * dt >= time && step > 0) step -= 1;
    this.spikeStep = step;
    recorder.spike(neuron, step, time);
  }

  /** Look for a cycle; `state` is what the spike has left behind. */
  watch(neuron: number, state: Float64Array, time: number): void {
    const cycle = this.#cycle;
    cycle.note(neuron, state, time);
    if (cycle.spikes > 0)
      this.verdict = {
        kind: "periodic",
        time: cycle.since,
        spikes: cycle.spikes,
        period: cycle.period,
      };
  }

  /** Count the spikes of an instant. @returns true when they have no end. */
  isTooMuch(time: number): boolean {
    if (time > this.#instant) {
      this.#instant = time;
      this.#instantSpikes = 0;
    }
    this.#instantSpikes += 1;
    return this.#instantSpikes > this.#explosionLimit && this.#isExplosion(time);
  }

  #isExplosion(time: number): boolean {
    const { network, path } = this.#flow;
    const input = new Float64Array(network.inputs);
    path.read(time, input);
    this.#explosionLimit = explosionLimit(network, input);
    if (this.#instantSpikes <= this.#explosionLimit) return false;
    this.verdict = { kind: "explosive", time, spikes: this.#instantSpikes };
    return true;
  }
}
