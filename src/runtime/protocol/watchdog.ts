/** How a watchdog waits. */
export interface WatchdogOptions {
  readonly silenceMs: number;
  readonly isVisible: () => boolean;
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
  readonly onSilence: () => void;
}

/**
 * Notices an answer that never comes. It judges after two half waits in a row: a machine that wakes from sleep
 * finds its timer overdue before the answer, and must not take the worker for dead.
 */
export class Watchdog {
  readonly #options: WatchdogOptions;
  #cancel: (() => void) | null = null;

  constructor(options: WatchdogOptions) {
    this.#options = options;
  }

  /** A question was asked. */
  arm(): void {
    this.disarm();
    this.#wait(2);
  }

  /** An answer came, or none is due any more. */
  disarm(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #wait(turns: number): void {
    const { silenceMs, schedule, isVisible, onSilence } = this.#options;
    this.#cancel = schedule(() => {
      this.#cancel = null;
      if (!isVisible()) this.#wait(2);
      else if (turns > 1) this.#wait(turns - 1);
      else onSilence();
    }, silenceMs / 2);
  }
}
