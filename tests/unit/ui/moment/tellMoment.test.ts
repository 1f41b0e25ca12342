import { describe, expect, it } from "vitest";
import { explainSpike, type MomentRun, nearestNeurons } from "#model";
import {
  type MomentWords,
  tellMoment,
  tellNumber,
  tellTime,
} from "../../../../src/ui/moment/tellMoment.ts";
import { eiNetwork, figure4de } from "../../../support/eiNetworks.ts";
import { momentRun } from "../../../support/momentRuns.ts";

const pair = figure4de();

type Spikes = readonly (readonly [number, number])[];

function tell(
  spikes: Spikes,
  spike: number,
  change: Partial<MomentRun> = {},
  ei = pair,
): MomentWords {
  const run = momentRun(ei.network, spikes, change);
  const moment = explainSpike(run, spike);
  const [nearest = 0] = nearestNeurons(moment.marginsAfter, 1);
  return tellMoment({ run, moment, ei, nearest, unit: "tau" });
}

/** x at which the E neuron of the pair is on its threshold without latents. */
const onLine = { input: () => [0.5] };

describe("numbers of a moment", () => {
  it("have three digits, the first two where small, a true minus and no sign on zero", () => {
    expect([0.12345, -1.5, 0.000123, -0.000123, 0, -1e-9].map(tellNumber)).toEqual([
      "0.123",
      "−1.500",
      "0.00012",
      "−0.00012",
      "0",
      "0",
    ]);
  });

  it("name their unit of time", () => {
    expect([tellTime(1.23456, "tau"), tellTime(1.23456, "ms")]).toEqual(["1.235 τ", "12.35 ms"]);
  });
});

describe("the words about a spike", () => {
  it("say who fired and when", () => {
    expect(tell([[3.4123, 1]], 0).lead).toBe("I 1 fired at t = 3.412 τ.");
  });

  it("tell a drift from a push, a late step and a jump", () => {
    expect(tell([[1, 0]], 0, onLine).cause).toMatch(/^It drifted onto its threshold/);
    expect(
      tell(
        [
          [1, 0],
          [1, 1],
        ],
        1,
        onLine,
      ).cause,
    ).toBe("The spike of E 1 before it left it 0.430 beyond its threshold.");
    const clock = { kind: "steps", dt: 0.1 } as const;
    expect(tell([[1, 0]], 0, { clock, input: () => [0.6] }).cause).toBe(
      "It had drifted 0.200 beyond its threshold when the step ended.",
    );
    expect(tell([[1, 0]], 0, { input: () => [1] }).cause).toMatch(
      /^It was 1.000 beyond its threshold without/,
    );
  });

  it("own up to noise", () => {
    const words = tell([[1, 0]], 0, { isNoisy: true, input: () => [0.4] });
    expect(words.cause).toBe("Without its noise it was still 0.200 short: the noise did the rest.");
    expect(words.caveats).toEqual([
      "Margins are shown without noise, of which spikes do not tell.",
    ]);
  });

  it("count who was pushed nearer and who away", () => {
    expect(tell([[1, 0]], 0).effect).toBe(
      "Its spike pushed 1 I neuron nearer to threshold, and itself 0.620 nearer.",
    );
    expect(tell([[1, 1]], 0).effect).toBe(
      "Its spike pushed 1 E neuron away from threshold, and itself 1.000 away.",
    );
    const one = { F: 0, readE: 1, readI: 1, T: 1 };
    const many = eiNetwork([one, one, one], [one, one]);
    expect(tell([[1, 0]], 0, {}, many).effect).toBe(
      "Its spike pushed 2 E and 2 I neurons nearer to threshold, and itself 1.000 nearer.",
    );
  });

  it("say so when nobody moved", () => {
    const blind = { F: 0, readE: 0, readI: 0, T: 1 };
    expect(tell([[1, 0]], 0, {}, eiNetwork([blind], [blind])).effect).toBe(
      "Its spike moved no other neuron.",
    );
  });

  it("name the nearest to fire", () => {
    expect(tell([[1, 0]], 0, onLine).next).toBe(
      "Nearest to fire now: E 1, 0.620 beyond its threshold.",
    );
  });

  it("place the spike in its avalanche", () => {
    const instant: Spikes = Array.from({ length: 23 }, () => [1, 0]);
    const places = [0, 1, 2, 3, 10, 11, 12, 20, 21, 22].map(
      (spike) => tell(instant, spike).place.split(" ")[0],
    );
    expect(places).toEqual([
      "1st",
      "2nd",
      "3rd",
      "4th",
      "11th",
      "12th",
      "13th",
      "21st",
      "22nd",
      "23rd",
    ]);
    expect(tell(instant, 2).place).toBe("3rd of 23 spikes of this avalanche");
    expect(tell([[1, 0]], 0).place).toMatch(/^It stands alone/);
  });

  it("name what else there is: slow synapses, delays, currents", () => {
    const recorded = () => [0, 0];
    const currents = [{ neurons: [0], from: 0, to: 9, amplitude: 1 }];
    const { caveats } = tell([[1, 0]], 0, { recorded, delay: [0.25, 0], currents });
    expect(caveats).toEqual([
      "Synapses take time here: margins are those of the readouts, and a jump is spread out.",
      "Other neurons feel the spike 0.250 τ later.",
      "Currents, resets and the start of the run add 0.632 to its voltage: its line is drawn moved by that.",
    ]);
  });
});
