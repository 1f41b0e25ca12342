import { releaseProxy, wrap } from "comlink";
import type { TrialService } from "#runtime/protocol";
import type { ConnectTrials, TrialConnection } from "#runtime/trials";
import type { WorkerLike } from "./connectWorker.ts";

/**
 * Reach the trial service in a new worker each time.
 *
 * @param createWorker makes the worker, `() => new Worker(new URL(...), { type: "module" })`.
 */
export function connectTrialWorker(createWorker: () => WorkerLike): ConnectTrials {
  return (onLost): TrialConnection => {
    const worker = createWorker();
    const onError = (): void => onLost("A trial worker stopped with an error.");
    const onMessageError = (): void => onLost("A message of a trial worker was unreadable.");
    worker.addEventListener("error", onError);
    worker.addEventListener("messageerror", onMessageError);
    const remote = wrap<TrialService>(worker);
    return {
      service: {
        hello: () => remote.hello(),
        prepare: (setup) => remote.prepare(setup),
        forget: (setupId) => remote.forget(setupId),
        run: (request) => remote.run(request),
      },
      dispose(): void {
        worker.removeEventListener("error", onError);
        worker.removeEventListener("messageerror", onMessageError);
        remote[releaseProxy]();
        worker.terminate();
      },
    };
  };
}
