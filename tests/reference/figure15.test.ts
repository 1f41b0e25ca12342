import { describe, expect, it } from "vitest";
import { cvOfMoments, fanoOfMoments, jackknife } from "#math";
import { type Counts, countSpikes, figure15Network, figure15Spec } from "../support/figure15.ts";
import { FIGURE_15, type Figure15Row, type Published } from "./fixtures/figure15.ts";

/** Fewer than the 1,000 of the reference: our standard errors, twice as large, are part of every z. */
const CLOCK_TRIALS = 200;
const BRIDGE_TRIALS = 600;
const PATIENCE = 120_000;

/** How far each statistic of our counts is from the published one, in standard errors of the difference. */
function scoresOf({ whole, late }: Counts, row: Figure15Row): readonly number[] {
  const score = (
    ours: { value: number; standardError: number },
    [value, error]: Published,
  ): number => (ours.value - value) / Math.hypot(ours.standardError, error);
  return [
    score(jackknife(whole, cvOfMoments), row.cv),
    score(jackknife(whole, fanoOfMoments), row.fano),
    score(jackknife(late, cvOfMoments), row.cvLate),
    score(jackknife(late, fanoOfMoments), row.fanoLate),
  ];
}

/** The rule for tables of statistics: none beyond 4.5 standard errors, at most one beyond 3. */
function expectAgreement(scores: readonly number[]): void {
  const sizes = scores.map(Math.abs);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4.5);
  expect(sizes.filter((size) => size > 3).length).toBeLessThanOrEqual(1);
}

describe("figure 15b, the spread of spike counts under noise", () => {
  it.each(["recurrent", "feedforward"] as const)(
    "comes out of the clock engine at the published step (%s)",
    (coupling) => {
      const network = figure15Network(coupling);
      const scores = FIGURE_15[coupling].flatMap((row) => {
        const spec = figure15Spec(network, { engine: "clock", dt: 0.001, sigma: row.sigma });
        return scoresOf(countSpikes(spec, CLOCK_TRIALS), row);
      });
      expectAgreement(scores);
    },
    PATIENCE,
  );

  it(
    "comes out of the bridge engine at a step fifty times as long (recurrent)",
    () => {
      const network = figure15Network("recurrent");
      const scores = FIGURE_15.recurrent.flatMap((row) => {
        const spec = figure15Spec(network, { engine: "bridge", dt: 0.05, sigma: row.sigma });
        return scoresOf(countSpikes(spec, BRIDGE_TRIALS), row);
      });
      expectAgreement(scores);
    },
    PATIENCE,
  );

  it("has the published counts without noise", () => {
    const count = (engine: "clock" | "bridge", coupling: "recurrent" | "feedforward"): Counts => {
      const dt = engine === "clock" ? 0.001 : 0.05;
      return countSpikes(figure15Spec(figure15Network(coupling), { engine, dt, sigma: 0 }), 1);
    };
    for (const engine of ["clock", "bridge"] as const)
      expect(count(engine, "recurrent")).toEqual({
        whole: Float64Array.of(5),
        late: Float64Array.of(3),
        network: 23,
      });
    expect(count("clock", "feedforward")).toEqual({
      whole: Float64Array.of(22),
      late: Float64Array.of(16),
      network: 568,
    });
  });
});
