import { niceTicks, type TickOptions, type Ticks } from "../view/ticks.ts";
import type { Interval } from "../view/view.ts";

/** Digits of a decade that get a tick, the most first. */
const DIGITS: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]];

/**
 * Choose ticks of an axis of equal factors. Values are powers (log10); they are written as the numbers they stand for.
 * Where no two of them are in view, round numbers between the ends are taken.
 */
export function logTicks({ domain, length, gap, most = 8 }: TickOptions): Ticks {
  const limit = Math.max(2, Math.min(most, Math.floor(length / gap)));
  const choices = DIGITS.map((digits) => powersOf(digits, domain));
  const [densest = [], , decades = []] = choices;
  const format = (power: number): string => String(Number((10 ** power).toPrecision(3)));
  if (densest.length < 2) {
    const ends: Interval = [10 ** domain[0], 10 ** domain[1]];
    const { values } = niceTicks({ domain: ends, length, gap, most });
    return { values: values.map(Math.log10), format };
  }
  const values =
    choices.find((powers) => powers.length >= 2 && powers.length <= limit) ??
    decades.filter((_, index) => index % Math.ceil(decades.length / limit) === 0);
  return { values, format };
}

/** Powers of the numbers digit x 10^n inside an interval of powers, rising. */
function powersOf(digits: readonly number[], [from, to]: Interval): readonly number[] {
  const first = Math.floor(from);
  const decades = Array.from({ length: Math.floor(to) - first + 1 }, (_, index) => first + index);
  return decades
    .flatMap((decade) => digits.map((digit) => decade + Math.log10(digit)))
    .filter((power) => power >= from && power <= to);
}
