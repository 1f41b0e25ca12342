import { describe, expect, it } from "vitest";
import { deriveGeometry, type Geometry } from "../../../../src/ui/lab/geometry.ts";
import { judgeNumerics } from "../../../../src/ui/lab/numerics.ts";
import { eiDocument } from "../../../support/documents.ts";

function geometryOf(document: ReturnType<typeof eiDocument>): Geometry {
  const derived = deriveGeometry(document, { x: [0, 1], E: [0, 6], I: [0, 8] });
  if (!derived.ok) throw new Error(derived.message);
  return derived.geometry;
}

/** The verdict on the test network with other dynamics, and the steps that its remedy sets. */
function judge(dynamics: Record<string, unknown>, change: Record<string, unknown> = {}) {
  const document = eiDocument({ dynamics: { engine: "clock", ...dynamics }, ...change });
  const steps: number[] = [];
  const verdict = judgeNumerics(document, geometryOf(document), (dt) => steps.push(dt));
  verdict.fix?.apply();
  return { ...verdict, steps };
}

/** At rest at x = 1: yE / D_E + |yI| / D_I = 3.6 / 0.5 + 5 / 0.5 = 17.2 spikes a tau at most by these owners. */
const still = { input: { kind: "piecewise-linear", points: [[0, [1]]] } };

describe("judgeNumerics", () => {
  it("is green while one spike fits in a step, and says how many steps are taken", () => {
    expect(judge({ dt: 0.01 }, still)).toMatchObject({
      verdict: "green",
      label: "clock keeps up",
      sentence:
        "Up to 17 % of the steps must carry a spike, and one spike fits in a step: the clock keeps up.",
      fix: null,
    });
  });

  it("is amber when spikes begin to queue, with a smaller step as the remedy", () => {
    expect(judge({ dt: 0.04 }, still)).toMatchObject({
      verdict: "amber",
      label: "coarse steps",
      sentence:
        "Up to 69 % of the steps must carry a spike, spikes begin to queue and the readouts lag.",
      fix: { label: "Use steps of 0.009 tau" },
      steps: [0.009],
    });
  });

  it("is red when spikes are lost", () => {
    expect(judge({ dt: 0.1 }, still)).toMatchObject({
      verdict: "red",
      label: "spikes are lost",
      sentence:
        "Up to 172 % of the steps must carry a spike, but only one fits in a step: spikes are lost and the readouts are wrong.",
      steps: [0.009],
    });
  });

  it("looks at the whole course: an input that moves asks for more", () => {
    // 0.6 more of yE and 1 more of |yI| for each unit of x, which comes in half a tau.
    const points = [
      [0, [0]],
      [0.5, [1]],
    ];
    const ramp = { input: { kind: "piecewise-linear", points } };
    expect(judge({ dt: 0.01 }, ramp).verdict).toBe("amber");
  });

  it("is always green where any number of neurons may act in one step", () => {
    const pulse = { synapse: { kind: "pulse", width: { E: 0.5, I: 0.5 } } };
    expect(judge({ dt: 0.5, ...pulse })).toMatchObject({ verdict: "green", fix: null });
    const rates = { engine: "rate", beta: { E: 1, I: 1 }, tauS: { E: 1, I: 1 } };
    expect(judge({ dt: 0.5, ...rates })).toMatchObject({ label: "no spikes lost" });
  });

  it("says so where the boundaries never cross", () => {
    const document = eiDocument(still);
    const { network } = document;
    if (network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
    const parallel = {
      ...document,
      network: {
        ...network,
        populations: network.populations.map((each) => ({
          ...each,
          encoders: { E: each.thresholds.map(() => 1), I: each.thresholds.map(() => 1) },
        })),
      },
    };
    const verdict = judgeNumerics(parallel, geometryOf(parallel), () => undefined);
    expect(verdict).toMatchObject({ verdict: "amber", label: "no crossing", fix: null });
  });
});
