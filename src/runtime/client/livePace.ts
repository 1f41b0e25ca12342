/** The viewer's time a live run may fall behind before it is forgiven, ms. */
const FORGIVEN_MS = 100;

/** How many steps a live run owes its viewer. */
export class LivePace {
  #owed = 0;
  #chasing = false;

  /** Whole steps due now. */
  get due(): number {
    return Math.floor(this.#owed);
  }

  /** True while counted steps must be taken without waiting for the next pump. */
  get chasing(): boolean {
    return this.#chasing;
  }

  /** Let time pass; what a slow machine cannot keep up with is forgiven, so that it never races later. */
  pass(elapsedMs: number, stepsPerSecond: number): void {
    const ceiling = 1 + (FORGIVEN_MS / 1000) * stepsPerSecond;
    this.#owed = Math.min(this.#owed + (elapsedMs / 1000) * stepsPerSecond, ceiling);
    this.#chasing = false;
  }

  /** Owe exactly this many more, and take them all. */
  chase(count: number): void {
    this.#owed = (this.#chasing ? this.#owed : 0) + count;
    this.#chasing = true;
  }

  /** Steps were taken. */
  settle(taken: number): void {
    this.#owed = Math.max(0, this.#owed - taken);
    if (this.due === 0) this.#chasing = false;
  }

  forget(): void {
    this.#owed = 0;
    this.#chasing = false;
  }
}
