import { invariant } from "#math";
import type { LowRankNetwork } from "../network.ts";
import { outerExtras } from "./extras.ts";
import { passageOf, pushOf } from "./passage.ts";
import { SpikeReplay } from "./SpikeReplay.ts";
import type { Avalanche, MomentRun, SpikeMoment } from "./types.ts";

/**
 * Explain a spike: the state that the voltages felt just before it, the margin T - V of every neuron before and
 * after, and the avalanche that it belongs to. The state is made again from the spikes alone (y fades and jumps by D,
 * Podlaski & Machens 2024, eqs 2.1-2.4), so it is that of the engine itself, without noise. Costs O(spikes K + N (M + K)).
 *
 * @param spike place in the run's spike list.
 * @throws Error when there is no such spike.
 */
export function explainSpike(run: MomentRun, spike: number): SpikeMoment {
  const { start, end } = run.spikes;
  invariant(spike >= start && spike < end, `There is no spike ${spike} in ${start}..${end - 1}.`);
  return run.recorded === null ? replayTo(run, spike) : readAt(run, spike, run.recorded);
}

function replayTo(run: MomentRun, spike: number): SpikeMoment {
  const { start } = run.spikes;
  const replay = new SpikeReplay(run);
  let first = start;
  let moment: Omit<SpikeMoment, "avalanche"> | null = null;
  for (let place = start; ; place += 1) {
    replay.approach();
    if (place === spike) {
      const own = replay.ownEffect(run.spikes.neuron[spike] ?? 0);
      moment = describe(run, { spike, latents: replay.latents, extras: replay.extras(), own });
    }
    const goesOn = replay.provokesNext();
    if (!goesOn && moment !== null) return { ...moment, avalanche: { first, last: place } };
    if (!goesOn) first = place + 1;
    replay.fire();
  }
}

/** With synapses that take time y is read from the record, and an instant is all that spikes can share. */
function readAt(
  run: MomentRun,
  spike: number,
  recorded: (time: number) => ArrayLike<number>,
): SpikeMoment {
  const { network, spikes } = run;
  const time = spikes.time[spike] ?? 0;
  const neuron = spikes.neuron[spike] ?? 0;
  const passage = passageOf(run);
  const outer = outerExtras(run, passage);
  const now = passage.momentOf(time);
  const extras = network.thresholds.map((_, each) => outer(each, now));
  const own = pushOf(network, neuron, neuron) - (network.selfResets[neuron] ?? 0);
  const moment = describe(run, { spike, latents: recorded(time), extras, own });
  return { ...moment, avalanche: instantOf(run, spike) };
}

function instantOf({ spikes }: MomentRun, spike: number): Avalanche {
  const time = spikes.time[spike] ?? 0;
  let first = spike;
  let last = spike;
  while (first > spikes.start && spikes.time[first - 1] === time) first -= 1;
  while (last + 1 < spikes.end && spikes.time[last + 1] === time) last += 1;
  return { first, last };
}

interface Felt {
  readonly spike: number;
  /** K. */
  readonly latents: ArrayLike<number>;
  /** N. */
  readonly extras: Float64Array;
  /** What the spike adds to the voltage of its own neuron. */
  readonly own: number;
}

function describe(
  { network, spikes, input }: MomentRun,
  { spike, latents, extras, own }: Felt,
): Omit<SpikeMoment, "avalanche"> {
  const neuron = spikes.neuron[spike] ?? 0;
  const time = spikes.time[spike] ?? 0;
  const x = input(time);
  const marginsBefore = marginsAt(network, { x, latents, extras });
  const marginsAfter = marginsBefore.map((margin, to) =>
    to === neuron ? margin - own : margin - pushOf(network, neuron, to),
  );
  const latentsBefore = Float64Array.from(latents);
  const row = neuron * latentsBefore.length;
  const latentsAfter = latentsBefore.map((value, k) => value + (network.decoders[row + k] ?? 0));
  const extra = extras[neuron] ?? 0;
  return {
    spike,
    neuron,
    time,
    input: x,
    latentsBefore,
    latentsAfter,
    marginsBefore,
    marginsAfter,
    extra,
  };
}

interface State {
  readonly x: ArrayLike<number>;
  readonly latents: ArrayLike<number>;
  readonly extras: Float64Array;
}

/** T - V of every neuron. */
function marginsAt(network: LowRankNetwork, { x, latents, extras }: State): Float64Array {
  const { feedforward, encoders, thresholds, inputs } = network;
  const width = network.latents.length;
  return thresholds.map((threshold, neuron) => {
    let voltage = extras[neuron] ?? 0;
    for (let k = 0; k < inputs; k += 1)
      voltage += (feedforward[neuron * inputs + k] ?? 0) * (x[k] ?? 0);
    for (let k = 0; k < width; k += 1)
      voltage += (encoders[neuron * width + k] ?? 0) * (latents[k] ?? 0);
    return threshold - voltage;
  });
}
