import fc from "fast-check";
import { type ExperimentDoc, parseExperiment, parseView, type Workspace } from "#document";

/** Numbers as they are typed or dragged, in steps of 0.001. */
function typed(from: number, to: number): fc.Arbitrary<readonly number[]> {
  const steps = fc.integer({ min: from * 1000, max: to * 1000 });
  const each = steps.map((step) => step / 1000);
  return fc.array(each, { minLength: 50, maxLength: 50 });
}

function population(id: "E" | "I", sign: 1 | -1): fc.Arbitrary<unknown> {
  return fc.record({
    id: fc.constant(id),
    type: fc.constant(sign > 0 ? "excitatory" : "inhibitory"),
    feedforward: typed(-5, 5).map((list) => list.map((value) => [value])),
    encoders: fc.record({ E: typed(0, 4), I: typed(0, 4) }),
    thresholds: typed(-20, 20),
    decoders: typed(0, 2).map((list) => list.map((value) => sign * value)),
    selfReset: fc.constant(0),
  });
}

function parse(value: unknown): ExperimentDoc | null {
  const result = parseExperiment(value);
  return result.ok ? result.experiment : null;
}

/** Fifty E and fifty I neurons of which every number was set by hand. */
export const handMadeWorkspace: fc.Arbitrary<Workspace> = fc
  .tuple(population("E", 1), population("I", -1))
  .map((populations) =>
    parse({
      format: "latent-boundaries/experiment",
      version: 1,
      name: "My hundred neurons, every one set by hand",
      network: { kind: "explicit", inputs: 1, populations },
      input: {
        kind: "piecewise-linear",
        points: [
          [0, [-1.5]],
          [5, [-1.5]],
          [29.99, [1.25]],
        ],
      },
      dynamics: { engine: "clock", dt: 0.01, noise: { sigma: { E: 0.02, I: 0.05 } } },
      duration: 30,
      seed: 4_000_000_000,
    }),
  )
  .filter((experiment) => experiment !== null)
  .map((experiment) => ({
    experiment,
    view: parseView({ ranges: { x: [-2, 2], E: [0, 5], I: [0, 7.5] } }, experiment).view,
  }));
