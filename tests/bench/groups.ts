import { findBrowser } from "../support/findBrowser.ts";
import { serveSite } from "../support/serveSite.ts";
import { dragRows } from "./browser/drag.ts";
import { streamRows } from "./browser/stream.ts";
import { accuracyRows } from "./engines/accuracy.ts";
import { bridgeRows } from "./engines/bridge.ts";
import { clockRows } from "./engines/clock.ts";
import { eventRows } from "./engines/event.ts";
import { rateRows } from "./engines/rate.ts";
import { realTimeRows } from "./engines/realTime.ts";
import { trajectoryRows } from "./engines/trajectory.ts";
import { trialRows } from "./engines/trials.ts";
import type { BenchRow } from "./report/row.ts";

const SITE = "node_modules/.cache/bench-site";

/** Rows that are measured together. */
export interface BenchGroup {
  /** What `--only` calls it. */
  readonly id: string;
  readonly title: string;
  /** What was done, in a sentence or two. */
  readonly note: string;
  measure(settings: {
    readonly streamSeconds: number;
  }): readonly BenchRow[] | Promise<readonly BenchRow[]>;
}

/** Everything that `npm run bench` measures, in the order of the table. */
export const GROUPS: readonly BenchGroup[] = [
  {
    id: "clock",
    title: "Clock engine",
    note: "Fixed steps of 0.01 tau of the network of figure 6 under a ramp, everything recorded that a page records.",
    measure: clockRows,
  },
  {
    id: "event",
    title: "Exact engine",
    note: "No step: spikes are found where voltages meet thresholds. N + N neurons are tangent to two curved surfaces. Every spike is written down; the latents, which the spikes determine, every 10 tau (trajectories: 0.1 tau). Simulated time a second depends on the spikes in it: D = 1.225 is E's in figure 4f, 4.4 spikes a tau; spikes a second are measured at D = 0.11, 47 a tau.",
    measure: () => [...eventRows(), ...trajectoryRows(), ...accuracyRows()],
  },
  {
    id: "bridge",
    title: "Noise without fine steps",
    note: "The network of figure 15 at x = -0.5 with voltage noise; rates are means over thousands of tau.",
    measure: bridgeRows,
  },
  {
    id: "trials",
    title: "Many trials",
    note: "The sweep of figure 15: 11 noise levels, 7.5 tau a trial, N = 50, on one core, each trial with a seed of its own.",
    measure: trialRows,
  },
  {
    id: "rate",
    title: "Rate engine",
    note: "Steps of 0.01 tau of the network of figure 10d; Runge-Kutta evaluates all neurons five times in a step and cuts it where it must.",
    measure: rateRows,
  },
  {
    id: "real-time",
    title: "Real time",
    note: "A second of the network of figure 6 at x = -0.5 is 100 tau; how many such seconds one core simulates in one.",
    measure: realTimeRows,
  },
  {
    id: "browser",
    title: "In the browser",
    note: "Headless Chromium: a recorded drag of 60 moves, and a live run that streams.",
    measure: async ({ streamSeconds }) => {
      const browserPath = findBrowser();
      const site = await serveSite(SITE);
      try {
        const stage = { url: site.url, browserPath };
        return [...(await dragRows(stage)), ...(await streamRows(stage, streamSeconds))];
      } finally {
        await site.close();
      }
    },
  },
];
