/** Longest cycle that is looked for, spikes. */
const LONGEST = 1000;
/** Times in a row that a state must return. */
const RETURNS = 3;
/** Relative distance at which two states count as the same. */
const SAME = 1e-9;

/**
 * Notices that a run repeats itself, with one remembered state: the memory moves on after 1, 2, 4, ... spikes
 * (Brent's method) until a state returns, then stays until it has returned three times at equal intervals.
 */
export class CycleWatch {
  /** Spikes of a cycle; 0 until one is certain. */
  spikes = 0;
  /** Length of a cycle, tau. */
  period = 0;
  /** Time of the remembered state, tau. */
  since = 0;
  readonly #state: Float64Array;
  #neuron = -1;
  #size = 0;
  #reach = 0;
  #age = 0;
  #returns = 0;
  /** Spikes between the returns so far. */
  #interval = 0;

  /** @param width numbers of a state. */
  constructor(width: number) {
    this.#state = new Float64Array(width);
  }

  /** Begin anew. */
  reset(): void {
    this.spikes = 0;
    this.#neuron = -1;
    this.#reach = 0;
    this.#age = 0;
    this.#returns = 0;
  }

  /** A spike has just left this state behind. */
  note(neuron: number, state: Float64Array, time: number): void {
    this.#age += 1;
    if (neuron === this.#neuron && this.#isSame(state)) this.#countReturn(time);
    else if (this.#returns > 0 && this.#age >= (this.#returns + 1) * this.#interval)
      this.#returns = 0;
    if (this.#returns === 0 && this.#age >= this.#reach) this.#remember(neuron, state, time);
  }

  #countReturn(time: number): void {
    if (this.#returns === 0) this.#interval = this.#age;
    // A state may also return within a cycle that only looks shorter; then the intervals differ.
    if (this.#age !== (this.#returns + 1) * this.#interval || this.#interval > LONGEST) {
      this.#returns = 0;
      return;
    }
    this.#returns += 1;
    if (this.#returns < RETURNS) return;
    this.spikes = this.#interval;
    this.period = (time - this.since) / RETURNS;
  }

  #remember(neuron: number, state: Float64Array, time: number): void {
    this.#neuron = neuron;
    this.#state.set(state);
    this.#size = 0;
    for (const value of state) this.#size = Math.max(this.#size, Math.abs(value));
    this.since = time;
    this.#reach = Math.min(2 * Math.max(1, this.#reach), LONGEST);
    this.#age = 0;
  }

  #isSame(state: Float64Array): boolean {
    for (let index = 0; index < state.length; index += 1)
      if (!(Math.abs(state[index]! - this.#state[index]!) <= SAME * this.#size)) return false;
    return true;
  }
}
