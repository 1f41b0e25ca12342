import type { TrialMeasure, TrialSettings, TrialSpread } from "#document";
import type { Estimate, Spread } from "#math";
import type { LowRankNetwork, PopulationType } from "#model";
import { type AxisName, parseRichText } from "#plots";
import type { GroupSummary, PointSummary } from "#runtime/trials";
import { toRef } from "../lab/geometry.ts";
import { labelOf } from "../lab/neuronLabel.ts";

/** What a measure is called and how its axis is labelled. */
interface MeasureWords {
  /** In the list of measures and in tables. */
  readonly label: string;
  /** What it means, in one sentence. */
  readonly help: string;
  readonly axis: AxisName;
  /** A value to compare with, or null. */
  readonly level: { readonly value: number; readonly label: string } | null;
}

function axis(words: string, short: string): AxisName {
  return { words: parseRichText(words), short: parseRichText(short) };
}

const POISSON = { value: 1, label: "as random as a Poisson process" } as const;

/** Every measure in words. */
export const MEASURES: Readonly<Record<TrialMeasure, MeasureWords>> = {
  rate: {
    label: "rate",
    help: "Spikes of a neuron in one tau, mean over the population.",
    axis: axis("Rate (1/*τ*)", "1/*τ*"),
    level: null,
  },
  intervalCv: {
    label: "ISI CV",
    help: "How irregular the intervals between a neuron's spikes are: their standard deviation over their mean.",
    axis: axis("Interval variation, CV", "CV"),
    level: POISSON,
  },
  cv2: {
    label: "CV2",
    help: "How much neighbouring intervals differ, blind to slow changes of the rate.",
    axis: axis("Local interval variation, CV_{2}", "CV_{2}"),
    level: POISSON,
  },
  fano: {
    label: "Fano factor",
    help: "Variance over mean of the number of spikes, from trial to trial.",
    axis: axis("Fano factor", "Fano"),
    level: POISSON,
  },
  countCv: {
    label: "spike-count CV",
    help: "Standard deviation over mean of the number of spikes, from trial to trial (as figure 15).",
    axis: axis("Spike-count variation, CV", "CV"),
    level: null,
  },
  error: {
    label: "distance from the crossing",
    help: "Root mean square distance of the readout from where the boundaries cross at the same input.",
    axis: axis("Distance from the crossing", "rms"),
    level: null,
  },
  readout: {
    label: "mean readout",
    help: "Mean of the readout over the window, as a magnitude.",
    axis: axis("Mean activity |*y*|", "|*y*|"),
    level: null,
  },
  hidden: {
    label: "unseen movement",
    help: "How much the rates move where the readout does not see it, over how much they move along the readout.",
    axis: axis("Unseen / seen movement", "ratio"),
    level: null,
  },
};

/** One value with the ends of its band; NaN where nothing could be measured. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A population or watched neuron as it is named in pictures and tables. */
export interface Subject {
  readonly type: PopulationType;
  readonly label: string;
  /** Place among the groups of a summary. */
  readonly group: number;
  /** Its population. */
  readonly population: number;
}

/** Whether a measure belongs to populations alone: a single neuron has no readout. */
export function isOfPopulations(measure: TrialMeasure): boolean {
  return measure === "error" || measure === "readout" || measure === "hidden";
}

/** Populations, then watched neurons, in the order of a summary's groups. */
export function listSubjects(
  network: LowRankNetwork,
  watched: readonly number[],
): readonly Subject[] {
  const populations = network.populations.map(({ id, type }, index) => ({
    type,
    label: id,
    group: index,
    population: index,
  }));
  const neurons = watched.flatMap((neuron, index): readonly Subject[] => {
    const ref = toRef(network, neuron);
    const population = network.populationOf[neuron] ?? 0;
    const type = network.populations[population]?.type;
    if (ref === null || type === undefined) return [];
    return [{ type, label: labelOf(ref), group: populations.length + index, population }];
  });
  return [...populations, ...neurons];
}

/** Those subjects that the settings ask for. */
export function chosenSubjects(
  subjects: readonly Subject[],
  { measure, subject }: Pick<TrialSettings, "measure" | "subject">,
): readonly Subject[] {
  const neurons = subjects.filter(({ group, population }) => group !== population);
  const wantsNeurons = subject === "neurons" && !isOfPopulations(measure) && neurons.length > 0;
  return subjects.filter(({ group, population }) => (group !== population) === wantsNeurons);
}

/** Read one measure of one subject out of a summary. */
export function readMeasure(
  summary: PointSummary,
  subject: Subject,
  {
    measure,
    spread,
    network,
  }: {
    readonly measure: TrialMeasure;
    readonly spread: TrialSpread;
    readonly network: LowRankNetwork;
  },
): Measured {
  if (!isOfPopulations(measure)) {
    const group = summary.groups[subject.group];
    return group === undefined ? UNKNOWN : readGroup(group, measure, spread);
  }
  const latent = network.populations[subject.population]?.latents[0];
  const found = summary.latents.find((each) => each.latent === latent);
  switch (measure) {
    case "error":
      return readSpread(found?.error?.rms, spread);
    case "readout":
      return asMagnitude(readSpread(found?.mean, spread), subject.type);
    default:
      return readSpread(
        summary.nullspace.find(({ population }) => population === subject.population)?.ratio,
        spread,
      );
  }
}

/** What could not be measured. */
export const UNKNOWN: Measured = { value: Number.NaN, low: Number.NaN, high: Number.NaN };

function readGroup(group: GroupSummary, measure: TrialMeasure, spread: TrialSpread): Measured {
  switch (measure) {
    case "intervalCv":
      return readSpread(group.intervalCv, spread);
    case "cv2":
      return readSpread(group.localVariation, spread);
    case "fano":
      return readEstimate(group.fano);
    case "countCv":
      return readEstimate(group.countCv);
    default:
      return readSpread(group.rate, spread);
  }
}

/** The mean with its standard error, or the median with the quartiles. */
function readSpread(found: Spread | undefined, spread: TrialSpread): Measured {
  if (found === undefined || !(found.n > 0)) return UNKNOWN;
  const { mean, standardError, lower, median, upper } = found;
  if (spread === "quartiles") return { value: median, low: lower, high: upper };
  return withError(mean, standardError);
}

/** A number that only all trials together have: its standard error is all that is known of its spread. */
function readEstimate({ value, standardError }: Estimate): Measured {
  return Number.isFinite(value) ? withError(value, standardError) : UNKNOWN;
}

function withError(value: number, error: number): Measured {
  const width = Number.isFinite(error) ? error : 0;
  return { value, low: value - width, high: value + width };
}

/** Inhibitory readouts are negative in the paper's signs and shown as magnitudes. */
function asMagnitude({ value, low, high }: Measured, type: PopulationType): Measured {
  return type === "inhibitory" ? { value: -value, low: -high, high: -low } : { value, low, high };
}
