import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { RunOutcome } from "#runtime/client";
import { type ClientBench, createClientBench } from "../support/clientBench.ts";
import { scriptedSpec } from "../support/scriptedEngine.ts";

const PLAN = { everySteps: 1, voltages: [], currents: [] };

type Action =
  | { readonly kind: "edit"; readonly steps: number }
  | { readonly kind: "answer" | "abort" | "stop" | "kill" | "restart" };

/** What a hostile afternoon holds: edits, answers, aborts, losses. */
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("edit"), steps: fc.integer({ min: 1, max: 200 }) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("answer") }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom("abort", "stop", "kill", "restart") }),
  },
);

/** Acts on a client; edits are numbered, the number is what the traces show. */
class Hand {
  readonly outcomes: Promise<RunOutcome>[] = [];
  readonly #bench: ClientBench;
  #abort = new AbortController();

  constructor(bench: ClientBench) {
    this.#bench = bench;
  }

  async act(next: Action): Promise<void> {
    const { client, service } = this.#bench;
    if (next.kind === "edit") this.edit(next.steps);
    else if (next.kind === "answer") await service.answer();
    else if (next.kind === "abort") this.#abort.abort();
    else client[next.kind]();
  }

  edit(steps: number): void {
    this.#abort = new AbortController();
    const spec = scriptedSpec(steps, this.outcomes.length + 1);
    this.outcomes.push(this.#bench.client.run(spec, PLAN, { signal: this.#abort.signal }));
  }
}

describe("whatever is done to the client", () => {
  it.prop([fc.array(action, { maxLength: 60 }), fc.integer({ min: 0, max: 3 })])(
    "one question is outstanding, the picture never goes back to an older edit, and the newest wins",
    async (actions, stepMs) => {
      const bench = createClientBench({ stepMs });
      const hand = new Hand(bench);
      for (const next of actions) {
        await hand.act(next);
        expect(bench.service.mostOutstanding).toBeLessThanOrEqual(1);
      }
      hand.edit(20);
      while (bench.service.outstanding > 0) await bench.service.answer();

      const edits = bench.shown.map(({ edit }) => edit);
      expect(edits).toEqual([...edits].sort((a, b) => a - b));
      expect(bench.shown.at(-1)).toEqual({ edit: hand.outcomes.length, samples: 20 });
      expect(bench.client.traces.done).toBe(true);
      await expect(Promise.all(hand.outcomes)).resolves.toHaveLength(hand.outcomes.length);
    },
    60_000,
  );
});
