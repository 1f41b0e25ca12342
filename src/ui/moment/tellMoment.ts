import { countPushes, type EINetwork, type PushCount, type SpikeMoment } from "#model";
import { neuronName } from "#plots";
import type { ExplainedSpike } from "../lab/spikeMoment.ts";

/** What is said about a spike. */
export interface MomentWords {
  /** Who fired and when. */
  readonly lead: string;
  /** How the neuron came to its threshold. */
  readonly cause: string;
  /** What the spike did to all. */
  readonly effect: string;
  /** Who is nearest to threshold now. */
  readonly next: string;
  /** Place in the avalanche. */
  readonly place: string;
  /** What the numbers leave out, one sentence each. */
  readonly caveats: readonly string[];
}

interface Telling extends ExplainedSpike {
  readonly ei: EINetwork;
  /** Neuron with the least margin after the spike. */
  readonly nearest: number;
  readonly unit: "tau" | "ms";
}

/** Milliseconds a tau (Podlaski & Machens 2024: 10 ms in every figure). */
const MS_PER_TAU = 10;
/**
 * Margins smaller than this are those of a neuron on its threshold; threshold units. The exact engine follows a sine
 * along chords, within 3e-7 of its amplitude.
 */
const ON_THRESHOLD = 1e-5;
/** A line moved by less than this is where it was; threshold units. */
const NEGLIGIBLE = 5e-4;

/** Put a spike into words. */
export function tellMoment(telling: Telling): MomentWords {
  const { moment, ei, unit } = telling;
  const who = neuronName(ei, moment.neuron);
  return {
    lead: `${who} fired at t = ${tellTime(moment.time, unit)}.`,
    cause: tellCause(telling),
    effect: tellEffect(telling),
    next: tellNext(telling),
    place: tellPlace(moment),
    caveats: tellCaveats(telling),
  };
}

/** A time with its unit. */
export function tellTime(time: number, unit: "tau" | "ms"): string {
  return unit === "ms" ? `${(MS_PER_TAU * time).toFixed(2)} ms` : `${time.toFixed(3)} τ`;
}

/** A number in threshold units: three digits after the point, of very small ones the first two, a true minus. */
export function tellNumber(value: number): string {
  const size = Math.abs(value);
  if (size < ON_THRESHOLD) return "0";
  const text = size < 0.001 ? String(Number(value.toPrecision(2))) : value.toFixed(3);
  return text.replace("-", "−");
}

function tellCause({ moment, run, ei }: Telling): string {
  const margin = moment.marginsBefore[moment.neuron] ?? 0;
  const before = moment.spike - 1;
  const pusher = run.spikes.neuron[before];
  if (run.isNoisy && margin > ON_THRESHOLD) {
    return `Without its noise it was still ${tellNumber(margin)} short: the noise did the rest.`;
  }
  if (moment.spike > moment.avalanche.first && pusher !== undefined) {
    return `The spike of ${neuronName(ei, pusher)} before it left it ${tellBeyond(margin)}.`;
  }
  if (run.clock.kind === "steps" && Math.abs(margin) > ON_THRESHOLD) {
    return `It had drifted ${tellBeyond(margin)} when the step ended.`;
  }
  if (Math.abs(margin) <= ON_THRESHOLD) {
    return "It drifted onto its threshold: the state lies on its line.";
  }
  return `It was ${tellBeyond(margin)} without having drifted there: a sudden change of the input, an arriving spike or a rest that ended.`;
}

function tellBeyond(margin: number): string {
  if (Math.abs(margin) <= ON_THRESHOLD) return "on its threshold";
  return margin < 0
    ? `${tellNumber(-margin)} beyond its threshold`
    : `${tellNumber(margin)} short of its threshold`;
}

function tellEffect({ moment, ei }: Telling): string {
  const { neuron, marginsBefore, marginsAfter } = moment;
  const own = (marginsAfter[neuron] ?? 0) - (marginsBefore[neuron] ?? 0);
  const counts = countPushes(ei.network, moment);
  const nearer = listNeurons(ei, counts, "nearer");
  const away = listNeurons(ei, counts, "away");
  const pushes = [
    ...(nearer === "" ? [] : [`${nearer} nearer to threshold`]),
    ...(away === "" ? [] : [`${away} away from threshold`]),
  ];
  const others = pushes.length === 0 ? "moved no other neuron" : `pushed ${pushes.join(" and ")}`;
  const size = tellNumber(Math.abs(own));
  const self = size === "0" ? "" : `, and itself ${size} ${own < 0 ? "nearer" : "away"}`;
  return `Its spike ${others}${self}.`;
}

/** Neurons pushed one way, as "11 E and 12 I neurons". */
function listNeurons(
  { network }: EINetwork,
  counts: readonly PushCount[],
  way: "nearer" | "away",
): string {
  const moved = counts.filter((count) => count[way] > 0);
  const words = moved.map((count) => `${count[way]} ${network.populations[count.population]?.id}`);
  const last = moved.at(-1);
  if (last === undefined) return "";
  return `${words.join(" and ")} ${last[way] === 1 ? "neuron" : "neurons"}`;
}

function tellNext({ moment, ei, nearest }: Telling): string {
  const margin = moment.marginsAfter[nearest] ?? 0;
  return `Nearest to fire now: ${neuronName(ei, nearest)}, ${tellBeyond(margin)}.`;
}

function tellPlace({ spike, avalanche: { first, last } }: SpikeMoment): string {
  const count = last - first + 1;
  return count === 1
    ? "It stands alone: no other spike was provoked without time to rest."
    : `${ordinal(spike - first + 1)} of ${count} spikes of this avalanche`;
}

function ordinal(place: number): string {
  const tens = place % 100;
  const ones = tens > 10 && tens < 14 ? 0 : place % 10;
  const ending = ["th", "st", "nd", "rd"][ones] ?? "th";
  return `${place}${ending}`;
}

function tellCaveats({ moment, run }: Telling): readonly string[] {
  const delay = run.delay[run.network.populationOf[moment.neuron] ?? 0] ?? 0;
  return [
    ...(run.isNoisy ? ["Margins are shown without noise, of which spikes do not tell."] : []),
    ...(run.recorded !== null
      ? ["Synapses take time here: margins are those of the readouts, and a jump is spread out."]
      : []),
    ...(delay > 0 ? [`Other neurons feel the spike ${tellTime(delay, "tau")} later.`] : []),
    ...(Math.abs(moment.extra) > NEGLIGIBLE
      ? [
          `Currents, resets and the start of the run add ${tellNumber(moment.extra)} to its voltage: its line is drawn moved by that.`,
        ]
      : []),
  ];
}
