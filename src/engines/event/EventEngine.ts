import type { LowRankNetwork } from "#model";
import { requireSameShape } from "../shared/requireSameShape.ts";
import type { Engine, EngineState, Recorder, RunVerdict, SimulationSpec } from "../types.ts";
import { CycleWatch } from "./CycleWatch.ts";
import { EventState } from "./EventState.ts";
import { explosionLimit, LEAST_EXPLOSION } from "./explosionLimit.ts";
import { Flow } from "./Flow.ts";
import { SearchChoice } from "./SearchChoice.ts";
import type { SpikeSearch } from "./SpikeSearch.ts";

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
  readonly #cycle: CycleWatch;
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
  #verdict: RunVerdict | null = null;
  /** No spike before this time (minGap). */
  #readyAt = 0;
  #instant = Number.NEGATIVE_INFINITY;
  #instantSpikes = 0;
  #explosionLimit: number = LEAST_EXPLOSION;

  constructor(spec: SimulationSpec) {
    this.#flow = new Flow(spec);
    this.#state = new EventState(this.#flow);
    this.#searches = new SearchChoice(this.#flow);
    this.#search = this.#searches.choose();
    this.#cycle = new CycleWatch(this.#flow.fingerprint.length);
    this.#dt = spec.dt;
    this.#lastStep = spec.steps - 1;
    this.#duration = spec.duration;
    this.#minGap = spec.minGap;
  }

  get step(): number {
    return this.#step;
  }

  get state(): EngineState {
    return this.#state;
  }

  get verdict(): RunVerdict | null {
    return this.#verdict;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  advance(count: number, recorder: Recorder): number {
    const from = this.#step;
    const end = Math.min(from + count, this.#lastStep);
    const every = recorder.everySteps;
    while (!this.#isOver && !(this.#hasBegun && this.#step >= end)) {
      const due = this.#hasBegun ? this.#step - (this.#step % every) + every : 0;
      const goal = Math.min(due, end);
      if (!recorder.hasRoom() || !this.#runTo(goal * this.#dt, recorder)) break;
      this.#step = goal;
      if (goal === due) this.#sample(recorder);
    }
    if (this.#step >= this.#lastStep && this.#hasBegun && !this.#isOver)
      this.#isOver = this.#runTo(this.#duration, recorder);
    this.#settle(recorder);
    return this.#step - from;
  }

  retune(network: LowRankNetwork): void {
    requireSameShape(this.#flow.network, network);
    this.#arrive();
    this.#flow.retune(network);
    this.#searches.forget();
    this.#explosionLimit = LEAST_EXPLOSION;
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

  /** Take every event up to a time. @returns false when the recorder is full or the run has exploded. */
  #runTo(limit: number, recorder: Recorder): boolean {
    const lastChange = limit * REACHED;
    for (;;) {
      const spike = this.#nextSpike();
      const change = this.#nextChange();
      if (spike > change) {
        if (change > lastChange) return true;
        this.#moveTo(change);
      } else {
        if (!this.#isWithin(spike, limit)) return true;
        if (!recorder.hasRoom() || !this.#fire(recorder)) return false;
      }
    }
  }

  #isWithin(spike: number, limit: number): boolean {
    return spike <= limit && spike < this.#duration && spike < Number.POSITIVE_INFINITY;
  }

  #nextSpike(): number {
    if (this.#flow.time < this.#readyAt) return Number.POSITIVE_INFINITY;
    if (!this.#isFound) this.#find();
    return this.#search.time;
  }

  #nextChange(): number {
    const flow = this.#flow;
    const change = Math.min(flow.nextChange, flow.fadesAt);
    return flow.time < this.#readyAt ? Math.min(change, this.#readyAt) : change;
  }

  #find(): void {
    const horizon = this.#flow.nextChange;
    this.#search.find(horizon);
    this.#isFound = true;
    if (horizon === Number.POSITIVE_INFINITY && this.#search.time === horizon)
      this.#verdict ??= { kind: "silent", time: this.#flow.time };
  }

  /** @returns false when this was one spike too many for an instant. */
  #fire(recorder: Recorder): boolean {
    const flow = this.#flow;
    const { time, decay, neuron } = this.#search;
    if (time > flow.time) flow.moveTo(time, decay);
    recorder.spike(neuron, this.#gridStep(time), time);
    flow.spike(neuron);
    this.#isFound = false;
    this.#readyAt = time + this.#minGap;
    if (this.#verdict === null && flow.isSettled) this.#watch(neuron);
    if (time > this.#instant) {
      this.#instant = time;
      this.#instantSpikes = 0;
    }
    this.#instantSpikes += 1;
    return this.#instantSpikes <= this.#explosionLimit || !this.#isExplosion();
  }

  #watch(neuron: number): void {
    const cycle = this.#cycle;
    cycle.note(neuron, this.#flow.fingerprint, this.#flow.time);
    if (cycle.spikes > 0)
      this.#verdict = {
        kind: "periodic",
        time: cycle.since,
        spikes: cycle.spikes,
        period: cycle.period,
      };
  }

  #isExplosion(): boolean {
    const { network, path, time } = this.#flow;
    const input = new Float64Array(network.inputs);
    path.read(time, input);
    this.#explosionLimit = explosionLimit(network, input);
    if (this.#instantSpikes <= this.#explosionLimit) return false;
    this.#verdict = { kind: "explosive", time, spikes: this.#instantSpikes };
    return true;
  }

  /** Move to a moment at which something outside changes or firing is allowed again. */
  #moveTo(time: number): void {
    const flow = this.#flow;
    flow.moveTo(time, Math.exp(flow.time - time));
    flow.applyChanges();
    this.#search = this.#searches.choose();
    this.#isFound = false;
  }

  /** Bring the state to the present, where a change from outside meets it. */
  #arrive(): void {
    const flow = this.#flow;
    const now = this.#step * this.#dt;
    if (now > flow.time) flow.moveTo(now, Math.exp(flow.time - now));
  }

  #changeOutside(): void {
    this.#search = this.#searches.choose();
    this.#isFound = false;
    this.#verdict = null;
    this.#cycle.reset();
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
    if (this.#verdict?.kind === "explosive" && !this.#isOver) {
      this.#isOver = true;
      this.#step = Math.min(this.#gridStep(time), this.#lastStep);
      const isDue = !this.#hasBegun || this.#step % recorder.everySteps === 0;
      if (isDue && this.#step * this.#dt <= time && recorder.hasRoom()) this.#sample(recorder);
    }
    this.#step = Math.max(this.#step, Math.min(this.#gridStep(time) - 1, this.#lastStep));
    this.#state.moveTo(Math.max(time, this.#step * this.#dt));
  }

  /** The grid point at or after a time. */
  #gridStep(time: number): number {
    const dt = this.#dt;
    const step = Math.ceil(time / dt);
    if (step * dt < time) return step + 1;
    return step > 0 && (step - 1) * dt >= time ? step - 1 : step;
  }
}
