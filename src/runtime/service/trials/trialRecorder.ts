import type { EngineState, Recorder, SimulationSpec } from "#engines";
import { invariant } from "#math";
import type { SpikeList } from "#model";
import type { TrialPlan } from "#runtime/protocol";
import type { LatentMeter } from "./latentMeter.ts";

/** Most spikes of one trial inside the window: 120 MB. */
const MOST_SPIKES = 10_000_000;
const FIRST_ROOM = 1024;
/** A whole number of steps that no run reaches. */
const NEVER = 2 ** 40;

/** Keeps the spikes of one trial that lie in the window, in arrays that the next trial uses again. */
export class TrialRecorder implements Recorder {
  readonly everySteps: number;
  readonly #from: number;
  readonly #to: number;
  readonly #latents: LatentMeter | null;
  #neuron = new Uint32Array(FIRST_ROOM);
  #time = new Float64Array(FIRST_ROOM);
  #count = 0;

  constructor(spec: SimulationSpec, plan: TrialPlan, latents: LatentMeter | null) {
    this.everySteps = latents === null ? NEVER : (plan.latentSteps ?? NEVER);
    // Steps times dt round either way: an edge of the window takes the spikes on it.
    const slack = 1e-9 * spec.dt;
    this.#from = plan.window.from - slack;
    this.#to = plan.window.to + slack;
    this.#latents = latents;
  }

  /** The spikes so far; the arrays are written on. */
  get spikes(): SpikeList {
    return { neuron: this.#neuron, time: this.#time, start: 0, end: this.#count };
  }

  clear(): void {
    this.#count = 0;
    this.#latents?.clear();
  }

  hasRoom(): boolean {
    return true;
  }

  spike(neuron: number, _step: number, time: number): void {
    this.#latents?.spike(neuron, time);
    if (time < this.#from || time > this.#to) return;
    const at = this.#count;
    if (at === this.#time.length) this.#grow();
    this.#neuron[at] = neuron;
    this.#time[at] = time;
    this.#count = at + 1;
  }

  sample(step: number, state: EngineState): void {
    this.#latents?.sample(step, state);
  }

  #grow(): void {
    const room = 2 * this.#time.length;
    invariant(
      room <= MOST_SPIKES,
      `A trial has more than ${MOST_SPIKES / 2} spikes in its window: shorten the window.`,
    );
    const neuron = new Uint32Array(room);
    const time = new Float64Array(room);
    neuron.set(this.#neuron);
    time.set(this.#time);
    this.#neuron = neuron;
    this.#time = time;
  }
}
