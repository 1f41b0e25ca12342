import type { Remote } from "comlink";
import { assertType, describe, expectTypeOf, it } from "vitest";
import type { WorkerLike } from "#runtime/client";
import type {
  AsyncSimulationService,
  AsyncTrialService,
  FrameReply,
  SimulationService,
  TrialService,
} from "#runtime/protocol";

describe("the service behind comlink", () => {
  it("answers each call of the contract with a promise of the same answer", () => {
    type Answer = Awaited<ReturnType<Remote<SimulationService>["next"]>>;
    expectTypeOf<Answer>().toEqualTypeOf<FrameReply>();
    expectTypeOf<Remote<SimulationService>>().toExtend<AsyncSimulationService>();
  });

  it("keeps the promised service in step with the contract", () => {
    expectTypeOf<keyof AsyncSimulationService>().toEqualTypeOf<keyof SimulationService>();
    assertType<AsyncSimulationService["stop"]>((_runId: number) => Promise.resolve());
  });

  it("answers for trials with promises of the same answers", () => {
    expectTypeOf<Remote<TrialService>>().toExtend<AsyncTrialService>();
    expectTypeOf<keyof AsyncTrialService>().toEqualTypeOf<keyof TrialService>();
  });

  it("is reached through what a real worker offers", () => {
    expectTypeOf<Worker>().toExtend<WorkerLike>();
  });
});
