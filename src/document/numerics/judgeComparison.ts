import type { ExperimentDoc } from "../types.ts";
import { type Finding, percent, signedPercent, tidy } from "./finding.ts";
import { addRefractory, betterEngine, isBoundByStep, remedies, smallerStep } from "./fixes.ts";
import { COUNT_LIMITS, gradeBy, JUMP_LIMITS, RATE_LIMITS, worstOf } from "./limits.ts";
import type {
  ComparedNumber,
  ComparedReadout,
  ComparisonTarget,
  NumericsDetail,
  NumericsState,
  RunComparison,
} from "./types.ts";

const TARGETS: Readonly<Record<ComparisonTarget, string>> = {
  exact: "the exact engine",
  bridge: "the bridge engine",
  "finer step": "a step four times finer",
};
/** Standard errors that chance may be blamed for. */
const CHANCE = 3;
/** A smaller step where only the comparison complains. */
const SMALLER = 0.25;

/** How the run on show differs from a better one; null before it is known. */
export function findDifference(
  experiment: ExperimentDoc,
  comparison: RunComparison | null,
): Finding | null {
  if (comparison === null) return null;
  const target = TARGETS[comparison.target];
  const compared = listCompared(comparison);
  const details = listDetails(comparison, compared);
  if (comparison.verdict?.kind === "explosive") {
    return {
      state: "red",
      label: "explosive",
      figure: null,
      sentence: `For ${target} this network explodes at ${tidy(comparison.verdict.time, 2)} tau; how fast it grows here depends on the step alone.`,
      fixes: remedies(betterEngine(experiment)),
      details,
    };
  }
  const worst = worstOf(compared.map(({ state }) => state));
  if (worst !== "green" && isBoundByStep(experiment)) return boundByStep(worst, details);
  const speaker = compared.find(({ state }) => state === worst);
  const words = speaker?.words ?? "nothing differs";
  return {
    state: worst,
    label: LABELS[worst],
    figure: speaker?.figure ?? null,
    sentence: `Against ${target} ${words}${CONSEQUENCES[worst]}`,
    fixes:
      worst === "green" ? [] : remedies(betterEngine(experiment), smallerStep(experiment, SMALLER)),
    details,
  };
}

function boundByStep(state: NumericsState, details: readonly NumericsDetail[]): Finding {
  return {
    state,
    label: "rates hang on dt",
    figure: null,
    sentence:
      "With spread synapses and no refractory time a neuron above threshold may fire in every step, so rates grow as the step shrinks.",
    fixes: [addRefractory],
    details,
  };
}

const LABELS: Readonly<Record<NumericsState, string>> = {
  green: "numbers agree",
  amber: "numbers differ",
  red: "numbers are wrong",
};
const CONSEQUENCES: Readonly<Record<NumericsState, string>> = {
  green: ": the numbers agree.",
  amber: ": details depend on the step.",
  red: ": the numbers depend on the step.",
};

/** A row of the table that can speak for all. */
interface Compared {
  readonly detail: NumericsDetail;
  readonly state: NumericsState;
  readonly figure: string;
  /** The first half of a sentence. */
  readonly words: string;
}

/** Readouts first, then spike counts: of equally bad ones the first speaks. */
function listCompared(comparison: RunComparison): readonly Compared[] {
  const { readouts, spikes, target, trials, from, to } = comparison;
  const many = trials > 1 ? `, ${trials} trials of each` : "";
  const where = `here and with ${TARGETS[target]}, from ${tidy(from, 1)} to ${tidy(to, 1)} tau${many}`;
  const counted = spikes.filter(({ mine, other }) => mine > 0 || other > 0);
  return [
    ...readouts.map((readout) => compareReadout(readout, where)),
    ...counted.map((count) => compareCount(count, { where, digits: trials > 1 ? 1 : 0 })),
  ];
}

function compareReadout(readout: ComparedReadout, where: string): Compared {
  const { mine, other, jump } = readout;
  const symbol = symbolOf(readout);
  const state = gradeReadout(readout);
  const jumps =
    jump === 0 ? "" : `; they differ by ${tidy(Math.abs(mine - other) / jump, 2)} jumps of a spike`;
  return {
    state,
    figure: `${symbol} ${signed(readout)}`,
    words: `the mean ${symbol} is off by ${tellSize(readout)}`,
    detail: {
      name: `mean ${symbol}`,
      value: `${tidy(mine, 3)} / ${tidy(other, 3)} (${tellDifference(readout)})`,
      meaning: `Mean readout ${where}${jumps}.`,
      state,
    },
  };
}

interface CountWords {
  readonly where: string;
  readonly digits: number;
}

function compareCount(count: ComparedNumber, { where, digits }: CountWords): Compared {
  const { population, mine, other, error } = count;
  // One spike more or less at the ends of the window says nothing.
  const beyond = Math.max(0, Math.abs(mine - other) - Math.max(1, CHANCE * error));
  const state = gradeBy(COUNT_LIMITS, relative(beyond, other));
  return {
    state,
    figure: `${population} spikes ${signed(count)}`,
    words: `the ${population} spikes are off by ${percent(relative(Math.abs(mine - other), other))}`,
    detail: {
      name: `${population} spikes`,
      value: `${tidy(mine, digits)} / ${tidy(other, digits)} (${tellDifference(count)})`,
      meaning: `Spikes ${where}.`,
      state,
    },
  };
}

/** In jumps where spikes follow rules, relatively where chance rules or nothing jumps. */
function gradeReadout({ mine, other, error, jump }: ComparedReadout): NumericsState {
  const difference = Math.max(0, Math.abs(mine - other) - CHANCE * error);
  if (error > 0 || jump === 0) return gradeBy(RATE_LIMITS, relative(difference, other));
  return gradeBy(JUMP_LIMITS, difference / jump);
}

function relative(difference: number, whole: number): number {
  return difference === 0 ? 0 : Math.abs(difference / whole);
}

function tellSize({ mine, other, error, jump }: ComparedReadout): string {
  const difference = Math.abs(mine - other);
  if (error > 0 || jump === 0) return percent(relative(difference, other));
  return `${tidy(difference / jump, 1)} jumps of a spike`;
}

function signed({ mine, other }: ComparedNumber): string {
  return signedPercent(mine === other ? 0 : (mine - other) / Math.abs(other));
}

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["E", "yᴱ"],
  ["I", "|yᴵ|"],
]);

/** |y| of a population as the pictures write it. */
function symbolOf({ population }: ComparedNumber): string {
  return SYMBOLS.get(population) ?? `y of ${population}`;
}

function tellDifference(compared: ComparedNumber): string {
  if (compared.error === 0) return signed(compared);
  return `${signed(compared)} ± ${percent(relative(compared.error, compared.other))}`;
}

function listDetails(
  { order, target }: RunComparison,
  compared: readonly Compared[],
): readonly NumericsDetail[] {
  const rows = compared.map(({ detail }) => detail);
  return order === null ? rows : [...rows, orderDetail(order, TARGETS[target])];
}

function orderDetail(
  { spikes, timeError, partsAt }: NonNullable<RunComparison["order"]>,
  other: string,
): NumericsDetail {
  return {
    name: "first spikes",
    value: `${spikes} alike, ± ${tidy(timeError, 3)} tau`,
    meaning:
      partsAt === null
        ? `All spikes are those of ${other}, neuron by neuron, at most this far apart in time.`
        : `So many spikes from the start come from the same neurons as with ${other}, at most this far apart; at ${tidy(partsAt, 2)} tau another neuron fires first.`,
    state: null,
  };
}
