import { PROTOCOL_VERSION, type TrialReply, type TrialService } from "#runtime/protocol";
import { type RunnerParts, TrialRunner } from "./trialRunner.ts";

/** What the service is made of; time comes as an argument so that budgets can be tested. */
export interface TrialServiceParts extends RunnerParts {
  /** Names of the engines it can make. */
  readonly engines: readonly string[];
}

/** Make the trial service that both carriers run. Whatever an engine throws becomes an answer. */
export function createTrialService(parts: TrialServiceParts): TrialService {
  const runners = new Map<number, TrialRunner | string>();
  const fail = (setupId: number, message: string): TrialReply => ({
    ok: false,
    setupId,
    error: { kind: "engine-failed", message },
  });
  return {
    hello: () => ({ protocol: PROTOCOL_VERSION, engines: parts.engines }),

    prepare(setup): void {
      runners.set(
        setup.setupId,
        orSentence(() => new TrialRunner(setup, parts)),
      );
    },

    forget(setupId): void {
      runners.delete(setupId);
    },

    run(request): TrialReply {
      const { setupId } = request;
      const runner = runners.get(setupId);
      if (runner === undefined) {
        const message = `Point ${setupId} was not set up.`;
        return { ok: false, setupId, error: { kind: "unknown-run", message } };
      }
      if (typeof runner === "string") return fail(setupId, runner);
      const block = orSentence(() => runner.run(request));
      return typeof block === "string" ? fail(setupId, block) : { ok: true, setupId, block };
    },
  };
}

/** What was made, or the sentence of the error that was thrown instead. */
function orSentence<Value extends object>(make: () => Value): Value | string {
  try {
    return make();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
