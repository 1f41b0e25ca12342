import { availableEngines, createEngine } from "#engines";
import { createTrialService } from "#runtime/service";
import type { ConnectTrials } from "#runtime/trials";

/**
 * Reach a trial service on the calling thread; it answers between two turns of the event loop.
 *
 * @param now a clock in ms; without one there are no time budgets.
 */
export function connectInlineTrials(now: () => number = () => 0): ConnectTrials {
  return () => {
    const service = createTrialService({ createEngine, engines: availableEngines, now });
    const later = <Answer>(answer: () => Answer): Promise<Answer> => Promise.resolve().then(answer);
    return {
      service: {
        hello: () => later(() => service.hello()),
        prepare: (setup) => later(() => service.prepare(setup)),
        forget: (setupId) => later(() => service.forget(setupId)),
        run: (request) => later(() => service.run(request)),
      },
      dispose: () => undefined,
    };
  };
}
