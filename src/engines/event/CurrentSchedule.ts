import type { CurrentPulse } from "../types.ts";

/** A pulse that begins (sign 1) or ends (sign -1). */
interface Edge {
  readonly time: number;
  readonly sign: 1 | -1;
  readonly pulse: CurrentPulse;
}

/** Where injected currents change, in order of time. */
export class CurrentSchedule {
  #edges: readonly Edge[];
  #next = 0;

  constructor(currents: readonly CurrentPulse[]) {
    this.#edges = currents
      .filter(({ from, to }) => from < to)
      .flatMap((pulse): readonly Edge[] => [
        { time: pulse.from, sign: 1, pulse },
        { time: pulse.to, sign: -1, pulse },
      ])
      .sort((first, second) => first.time - second.time);
  }

  /** Time of the next change, tau; Infinity when there is none. */
  get nextTime(): number {
    return this.#edges[this.#next]?.time ?? Number.POSITIVE_INFINITY;
  }

  /** Hand out every change up to a time. */
  take(time: number, add: (neuron: number, current: number) => void): void {
    for (let edge = this.#edges[this.#next]; edge !== undefined && edge.time <= time; ) {
      for (const neuron of edge.pulse.neurons) add(neuron, edge.sign * edge.pulse.amplitude);
      this.#next += 1;
      edge = this.#edges[this.#next];
    }
  }

  /** Forget what is to come. */
  clear(): void {
    this.#edges = [];
  }
}
