import type { LowRankNetwork } from "#model";
import { requireSameShape } from "../shared/requireSameShape.ts";
import type { Engine, EngineState, Recorder, RunVerdict, SimulationSpec } from "../types.ts";
import { EventState } from "./EventState.ts";
import { Flow } from "./Flow.ts";
import { RunLog } from "./RunLog.ts";
import { SearchChoice } from "./SearchChoice.ts";
import { BURST, NOBODY, type SpikeBurst, type SpikeSearch } from "./SpikeSearch.ts";

/** A change of the input this close before a grid point counts as reached, so that k dt = 4.999... reaches 5. */
const REACHED = 1 + 4 * Number.EPSILON;

/**
 * The exact method: from spike to spike, without a step (semantics in docs/MODEL.md, mathematics in the README of
 * the engines). The grid k dt only says when to sample; spike times do not depend on it, on the recorder or on how
 * a run is cut into calls.
 */
export class EventEngine implements Engine {
  readonly #flow: Flow;
  readonly #state: EventState;
  readonly #log: RunLog;
  readonly #dt: number;
  readonly #lastStep: number;
  readonly #duration: number;
  readonly #minGap: number;
  readonly #searches: SearchChoice;
  #search: SpikeSearch;
  /** False while the next spike has to be looked for. */
  #isFound = false;
  #step = 0;
  #hasBegun = false;
  #isOver = false;
  /** No spike before this time (minGap). */
  #readyAt = 0;
  /** When something outside changes next. */
  #change = 0;
  /** How far to run, spikes at that time included; spikes at `stop` or later have to wait. */
  #limit = 0;
  #stop = 0;
  /** True when a spike may bring a change outside nearer, so that one has to look up after each. */
  #isVolatile = false;
  /** True when one has just fired in such a network. */
  #hasFired = false;

  constructor(spec: SimulationSpec) {
    this.#flow = new Flow(spec);
    this.#state = new EventState(this.#flow);
    this.#searches = new SearchChoice(this.#flow);
    this.#search = this.#searches.choose();
    this.#log = new RunLog(this.#flow, spec.dt);
    this.#dt = spec.dt;
    this.#lastStep = spec.steps - 1;
    this.#duration = spec.duration;
    this.#minGap = spec.minGap;
    this.#chooseSearch();
  }

  get step(): number {
    return this.#step;
  }

  get state(): EngineState {
    return this.#state;
  }

  get verdict(): RunVerdict | null {
    return this.#log.verdict;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  advance(count: number, recorder: Recorder): number {
    const from = this.#step;
    const end = Math.min(from + count, this.#lastStep);
    const every = recorder.everySteps;
    let due = this.#hasBegun ? from - (from % every) + every : 0;
    while (!this.#isOver && !(this.#hasBegun && this.#step >= end)) {
      const goal = Math.min(due, end);
      this.#limit = goal * this.#dt;
      if (!recorder.hasRoom() || !this.#run(recorder)) break;
      this.#step = goal;
      if (goal < due) continue;
      due += every;
      this.#sample(recorder);
    }
    if (this.#step >= this.#lastStep && this.#hasBegun && !this.#isOver) {
      this.#limit = this.#duration;
      this.#isOver = this.#run(recorder);
    }
    this.#settle(recorder);
    return this.#step - from;
  }

  retune(network: LowRankNetwork): void {
    requireSameShape(this.#flow.network, network);
    this.#arrive();
    this.#flow.retune(network);
    this.#searches.forget();
    this.#log.forget();
    this.#changeOutside();
  }

  holdInput(values: Float64Array): void {
    this.#arrive();
    this.#flow.holdInput(values);
    this.#changeOutside();
  }

  holdCurrent(values: Float64Array): void {
    this.#arrive();
    this.#flow.holdCurrent(values);
    this.#changeOutside();
  }

  /** Take every event up to `limit`. @returns false when the recorder is full or the run has exploded. */
  #run(recorder: Recorder): boolean {
    const flow = this.#flow;
    for (;;) {
      const isResting = flow.time < this.#readyAt;
      if (isResting || this.#isVolatile) this.#lookUp();
      this.#stop = Math.min(this.#duration, this.#change);
      this.#hasFired = false;
      if (!isResting && !this.#fireAll(recorder)) return false;
      if (this.#hasFired) continue;
      if (this.#change > this.#limit * REACHED || this.#change === Number.POSITIVE_INFINITY)
        return true;
      this.#moveOn();
    }
  }

  /**
   * Fire every spike up to `limit` and before `stop`; in a network that looks up after each spike, one.
   *
   * @returns false when the recorder is full or the run has exploded.
   */
  #fireAll(recorder: Recorder): boolean {
    const { next } = this.#flow;
    do {
      if (!this.#isFound && !this.#find(recorder)) return false;
      if (next.neuron === NOBODY || next.time > this.#limit || next.time >= this.#stop) return true;
      if (!recorder.hasRoom()) return false;
      this.#fire(recorder);
      if (this.#log.isTooMuch(next.time)) return false;
    } while (!this.#isVolatile);
    this.#hasFired = true;
    return true;
  }

  /** Find the next spike; take those before it that can be had at once. @returns false when the recorder is full or the run has exploded. */
  #find(recorder: Recorder): boolean {
    const burst = this.#isVolatile ? null : this.#search.burst;
    if (burst !== null && !this.#takeBursts(burst, recorder)) return false;
    if (!this.#isFound) this.#search.find();
    this.#isFound = true;
    const { next, nextChange } = this.#flow;
    if (next.neuron === NOBODY && nextChange === Number.POSITIVE_INFINITY) this.#log.noteSilence();
    return true;
  }

  /** Take what bursts can. @returns false when the recorder is full or the run has exploded. */
  #takeBursts(burst: SpikeBurst, recorder: Recorder): boolean {
    for (;;) {
      const count = burst.run(BURST, this.#limit, this.#stop);
      const taken = this.#writeBurst(burst, count, recorder);
      if (taken < count) {
        burst.rewind();
        burst.run(taken, this.#limit, this.#stop);
        return false;
      }
      this.#isFound = burst.isNextFound;
      if (this.#log.isExplosive) return false;
      if (count < BURST) return true;
    }
  }

  /** Write the spikes of a burst down. @returns how many until the recorder was full or the run exploded. */
  #writeBurst(burst: SpikeBurst, count: number, recorder: Recorder): number {
    const { neurons, times } = burst;
    const log = this.#log;
    const { isSettled } = this.#flow;
    for (let spike = 0; spike < count; spike += 1) {
      if (!recorder.hasRoom()) return spike;
      const neuron = neurons[spike]!;
      const time = times[spike]!;
      log.write(neuron, time, recorder);
      if (log.verdict === null && isSettled) log.watch(neuron, burst.readState(spike), time);
      if (log.isTooMuch(time)) return spike + 1;
    }
    return count;
  }

  /** Write down the next spike and let it act. */
  #fire(recorder: Recorder): void {
    const flow = this.#flow;
    const log = this.#log;
    const { next } = flow;
    const { neuron } = next;
    if (next.time > flow.time) flow.leap();
    log.write(neuron, next.time, recorder);
    flow.spike(neuron);
    this.#isFound = false;
    this.#readyAt = next.time + this.#minGap;
    if (log.verdict === null && flow.isSettled) log.watch(neuron, flow.fingerprint, next.time);
  }

  /** Find out when something outside changes next, or firing is allowed again. */
  #lookUp(): void {
    const flow = this.#flow;
    this.#change = Math.min(flow.nextChange, flow.fadesAt);
    if (flow.time < this.#readyAt) this.#change = Math.min(this.#change, this.#readyAt);
  }

  /** Move to the next change. */
  #moveOn(): void {
    const flow = this.#flow;
    const time = this.#change;
    const isOutside = time >= flow.nextChange || time >= flow.fadesAt;
    flow.moveTo(time, Math.exp(flow.time - time));
    this.#isFound = false;
    if (isOutside) this.#chooseSearch();
    else this.#lookUp();
  }

  /** After a change outside. */
  #chooseSearch(): void {
    const flow = this.#flow;
    flow.applyChanges();
    this.#search = this.#searches.choose();
    this.#isFound = false;
    this.#isVolatile = this.#minGap > 0 || flow.isPersonal || flow.isDelayed;
    this.#lookUp();
  }

  /** Bring the state to the present, where a change from outside meets it. */
  #arrive(): void {
    const flow = this.#flow;
    const now = this.#step * this.#dt;
    if (now > flow.time) flow.moveTo(now, Math.exp(flow.time - now));
  }

  #changeOutside(): void {
    this.#chooseSearch();
    this.#log.reset();
    this.#state.moveTo(this.#flow.time);
  }

  #sample(recorder: Recorder): void {
    this.#hasBegun = true;
    this.#state.moveTo(this.#step * this.#dt);
    recorder.sample(this.#step, this.#state);
  }

  // A run may have stopped between two grid points: full recorder, explosion.
  #settle(recorder: Recorder): void {
    const { time } = this.#flow;
    if (this.#log.isExplosive && !this.#isOver) {
      this.#isOver = true;
      this.#step = Math.min(this.#log.spikeStep, this.#lastStep);
      const isDue = !this.#hasBegun || this.#step % recorder.everySteps === 0;
      if (isDue && this.#step * this.#dt <= time && recorder.hasRoom()) this.#sample(recorder);
    }
    this.#step = Math.max(this.#step, Math.min(this.#log.spikeStep - 1, this.#lastStep));
    this.#state.moveTo(Math.max(time, this.#step * this.#dt));
  }
}
