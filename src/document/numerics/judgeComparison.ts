import type { ExperimentDoc } from "../types.ts";
import { type Finding, percent, signedPercent, tidy } from "./finding.ts";
import { betterEngine, remedies, smallerStep } from "./fixes.ts";
import { gradeBy, JUMP_LIMITS, RATE_LIMITS, worstOf } from "./limits.ts";
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
  const details = listDetails(comparison);
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
  const { state, figure, words } = worstReadout(comparison);
  const fixes = remedies(betterEngine(experiment), smallerStep(experiment, SMALLER));
  const sentence = `Against ${target} ${words}${CONSEQUENCES[state]}`;
  return {
    state,
    label: LABELS[state],
    figure,
    sentence,
    fixes: state === "green" ? [] : fixes,
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

interface Worst {
  readonly state: NumericsState;
  readonly figure: string;
  readonly words: string;
}

function worstReadout({ readouts }: RunComparison): Worst {
  const judged = readouts.map((readout) => ({
    state: gradeReadout(readout),
    figure: `${symbolOf(readout)} ${signed(readout)}`,
    words: `the mean ${symbolOf(readout)} is off by ${tellSize(readout)}`,
  }));
  const state = worstOf(judged.map((each) => each.state));
  return (
    judged.find((each) => each.state === state) ?? {
      state: "green",
      figure: "0 %",
      words: "nothing differs",
    }
  );
}

/** In jumps where spikes follow rules, relatively where chance rules or nothing jumps. */
function gradeReadout(readout: ComparedReadout): NumericsState {
  const { mine, other, error, jump } = readout;
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
  return signedPercent(other === 0 ? mine - other : (mine - other) / other);
}

/** |y| of a population as the pictures write it. */
function symbolOf({ population }: ComparedNumber): string {
  return population === "I" ? "|yI|" : `y${population}`;
}

function listDetails(comparison: RunComparison): readonly NumericsDetail[] {
  const { readouts, spikes, target, trials, from, to, order } = comparison;
  const other = TARGETS[target];
  const where = `from ${tidy(from, 1)} to ${tidy(to, 1)} tau${trials > 1 ? `, ${trials} trials of each` : ""}`;
  const rows = readouts.map((readout) => ({
    name: `mean ${symbolOf(readout)}`,
    value: `${tidy(readout.mine, 3)} / ${tidy(readout.other, 3)} (${tellDifference(readout)})`,
    meaning: `Mean readout here and with ${other}, ${where}${tellJump(readout)}.`,
    state: gradeReadout(readout),
  }));
  const counts = spikes
    .filter(({ mine, other: theirs }) => mine > 0 || theirs > 0)
    .map((count) => ({
      name: `${count.population} spikes`,
      value: `${tidy(count.mine, trials > 1 ? 1 : 0)} / ${tidy(count.other, trials > 1 ? 1 : 0)} (${tellDifference(count)})`,
      meaning: `Spikes here and with ${other}, ${where}.`,
      state: gradeBy(RATE_LIMITS, relative(leftOver(count), count.other)),
    }));
  return [...rows, ...counts, ...(order === null ? [] : [orderDetail(order, other)])];
}

function leftOver({ mine, other, error }: ComparedNumber): number {
  // One spike more or less at the ends of the window says nothing.
  return Math.max(0, Math.abs(mine - other) - Math.max(1, CHANCE * error));
}

function tellDifference(compared: ComparedNumber): string {
  if (compared.error === 0) return signed(compared);
  const error = percent(Math.abs(compared.error / compared.other));
  return `${signed(compared)} ± ${error}`;
}

function tellJump({ mine, other, jump }: ComparedReadout): string {
  return jump === 0
    ? ""
    : `; the difference is ${tidy(Math.abs(mine - other) / jump, 2)} jumps of a spike`;
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
    state: "green",
  };
}
