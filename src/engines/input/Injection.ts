import { invariant } from "#math";
import type { CurrentPulse, SimulationSpec } from "../types.ts";

/** A pulse on samples fromStep <= k < toStep. */
interface StepPulse {
  readonly neurons: Uint32Array;
  readonly amplitude: number;
  readonly fromStep: number;
  readonly toStep: number;
}

/** The injected current of every neuron, kept up to date as pulses begin and end. */
export class Injection {
  /** Current on the present sample, N. */
  readonly values: Float64Array;
  /** Rises whenever `values` change. */
  version = 0;
  /** False while no neuron receives current. */
  isActive = false;
  #pulses: readonly StepPulse[];
  #nextChange = 0;

  constructor({ currents, network, dt }: SimulationSpec) {
    this.values = new Float64Array(network.neurons);
    this.#pulses = currents.map((current) => toStepPulse(current, dt));
    this.moveTo(0);
  }

  /** Make `step` the present sample; steps must not fall. */
  moveTo(step: number): void {
    if (step < this.#nextChange) return;
    this.values.fill(0);
    this.#nextChange = Number.POSITIVE_INFINITY;
    for (const pulse of this.#pulses) {
      if (pulse.fromStep <= step && step < pulse.toStep) this.#add(pulse);
      for (const edge of [pulse.fromStep, pulse.toStep])
        if (edge > step) this.#nextChange = Math.min(this.#nextChange, edge);
    }
    this.#announce();
  }

  /** Replace the pulses by a constant current from now on. */
  hold(values: Float64Array): void {
    invariant(
      values.length === this.values.length,
      `The held current has ${values.length} numbers, needs ${this.values.length}.`,
    );
    this.#pulses = [];
    this.#nextChange = Number.POSITIVE_INFINITY;
    this.values.set(values);
    this.#announce();
  }

  #announce(): void {
    this.isActive = this.values.some((value) => value !== 0);
    this.version += 1;
  }

  #add(pulse: StepPulse): void {
    const values = this.values;
    for (const neuron of pulse.neurons) values[neuron] = values[neuron]! + pulse.amplitude;
  }
}

function toStepPulse({ neurons, amplitude, from, to }: CurrentPulse, dt: number): StepPulse {
  return { neurons, amplitude, fromStep: Math.round(from / dt), toStep: Math.round(to / dt) };
}
