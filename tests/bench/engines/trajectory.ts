import { createEngine, createMemoryRecorder } from "#engines";
import type { LowRankNetwork } from "#model";
import { cpuSeconds } from "../measure.ts";
import { createCurvedNetwork, moveNeuron } from "../networks/curvedNetwork.ts";
import { median } from "../numbers.ts";
import { type BenchRow, createRow } from "../report/row.ts";
import { createSpec, holdAt } from "./spec.ts";

const DURATION = 100;
/** Some 45 spikes a tau, as in figure 8. */
const SIZE = 0.11;
const CHANGES = 25;
/** Changes that are not counted: the first ones compile. */
const WARM_UP = 10;
const PLAN = { everySteps: 10, voltages: [], currents: [] };

interface Case {
  readonly neurons: number;
  readonly label: string;
  /** Most milliseconds of engine time after a change of x, and after a change of one neuron. */
  readonly inputBar: number;
  readonly neuronBar: number;
}

const CASES: readonly Case[] = [
  { neurons: 50, label: "50 + 50", inputBar: 2, neuronBar: 2 },
  { neurons: 50_000, label: "5e4 + 5e4 = 1e5 neurons", inputBar: 8, neuronBar: 20 },
];

/** A drag: engine time from a changed input or neuron to a new trajectory of 100 tau by the exact engine. */
export function trajectoryRows(): readonly BenchRow[] {
  return CASES.flatMap(({ neurons, label, inputBar, neuronBar }) => {
    const network = createCurvedNetwork(neurons, SIZE);
    const moved = (turn: number): LowRankNetwork =>
      moveNeuron(network, turn % neurons, 1e-3 * turn);
    return [
      createRow({
        name: `new 100 tau trajectory after a change of x, ${label}`,
        value: medianTime((turn) => ({ network, x: 0.02 * turn })),
        ...{ unit: "ms", bar: inputBar, direction: "<=" },
      }),
      createRow({
        name: `new 100 tau trajectory after a change of one neuron, ${label}`,
        value: medianTime((turn) => ({ network: moved(turn), x: 0.3 })),
        ...{ unit: "ms", bar: neuronBar, direction: "<=" },
      }),
    ];
  });
}

/** Median CPU milliseconds; what changes is made before the clock starts. */
function medianTime(change: (turn: number) => { network: LowRankNetwork; x: number }): number {
  const times: number[] = [];
  for (let turn = 0; turn < WARM_UP + CHANGES; turn += 1) {
    const { network, x } = change(turn);
    const spec = createSpec({
      ...{ engine: "event", network, dt: 0.01, duration: DURATION, input: holdAt(x) },
    });
    const seconds = cpuSeconds(() => {
      createEngine(spec).advance(spec.steps, createMemoryRecorder(spec, PLAN));
    });
    if (turn >= WARM_UP) times.push(1000 * seconds);
  }
  return median(times);
}
