import { type Hello, PROTOCOL_VERSION } from "./service.ts";
import { Watchdog, type WatchdogOptions } from "./watchdog.ts";

/** A service within reach that tells its version, and how to let go of it. */
export interface Reachable {
  readonly service: { hello(): Promise<Pick<Hello, "protocol">> };
  /** Ends the service for good, whatever it is doing. */
  dispose(): void;
}

/** What a loss is called, one sentence each. */
export interface LossSentences {
  readonly unreachable: string;
  readonly silent: string;
  readonly foreign: string;
  readonly broken: string;
}

export interface WireOptions<Target extends Reachable> extends Omit<WatchdogOptions, "onSilence"> {
  readonly connect: (onLost: (sentence: string) => void) => Target;
  readonly sentences: LossSentences;
  /** The service died, fell silent or cannot be reached; the wire has let go of it. */
  readonly onLost: (sentence: string) => void;
}

/** Reaches a service when there is need, takes its answers as long as it is the present one and notices when it is gone. */
export class ServiceWire<Target extends Reachable> {
  /** Waits for answers of the present service. */
  readonly watchdog: Watchdog;
  readonly #options: WireOptions<Target>;
  #target: Target | null = null;

  constructor(options: WireOptions<Target>) {
    this.#options = options;
    this.watchdog = new Watchdog({
      ...options,
      onSilence: () => this.#lose(options.sentences.silent),
    });
  }

  /** The service within reach, or null. */
  get target(): Target | null {
    return this.#target;
  }

  /** Reach a service, unless one is within reach already; null when there is none, which `onLost` was told. */
  reach(): Target | null {
    if (this.#target !== null) return this.#target;
    const { connect, sentences } = this.#options;
    try {
      const target = connect((sentence) => {
        if (target === this.#target) this.#lose(sentence);
      });
      this.#target = target;
      this.expect(target.service.hello(), ({ protocol }) => {
        if (protocol !== PROTOCOL_VERSION) this.#lose(sentences.foreign);
      });
      return target;
    } catch {
      this.#lose(sentences.unreachable);
      return null;
    }
  }

  /** Take an answer while its service is the present one; a question that fails outright means that it is gone. */
  expect<Answer>(answer: Promise<Answer>, take?: (value: Answer) => void): void {
    const target = this.#target;
    answer.then(
      (value) => {
        if (target === this.#target) take?.(value);
      },
      () => {
        if (target === this.#target) this.#lose(this.#options.sentences.broken);
      },
    );
  }

  /** Let go of the service; returns false when there was none. */
  disconnect(): boolean {
    const target = this.#target;
    this.#target = null;
    this.watchdog.disarm();
    target?.dispose();
    return target !== null;
  }

  #lose(sentence: string): void {
    this.disconnect();
    this.#options.onLost(sentence);
  }
}
