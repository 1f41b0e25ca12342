import { scaleLinear } from "d3-scale";
import type { Interval } from "./view.ts";

/** Round numbers along an axis and how to write them. */
export interface Ticks {
  readonly values: readonly number[];
  format(value: number): string;
}

/** What {@link niceTicks} needs; `gap` is the least distance between two ticks in pixels. */
export interface TickOptions {
  readonly domain: Interval;
  readonly length: number;
  readonly gap: number;
  /** At most this many; default 6. */
  readonly most?: number;
}

const MOST = 6;

/** Axes stand still while what is drawn on them moves, and there are few of them. */
const MOST_REMEMBERED = 200;
const remembered = new Map<string, Ticks>();

/** Choose a few round tick values that stand at least `gap` pixels apart; where there is room for one, two far apart. */
export function niceTicks(options: TickOptions): Ticks {
  const { domain, length, gap, most = MOST } = options;
  const key = `${domain[0]} ${domain[1]} ${length} ${gap} ${most}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const ticks = chooseTicks({ domain, length, gap, most });
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, ticks);
  return ticks;
}

function chooseTicks({ domain, length, gap, most }: Required<TickOptions>): Ticks {
  const scale = scaleLinear().domain([domain[0], domain[1]]);
  const span = domain[1] - domain[0];
  for (let count = Math.max(1, Math.min(most, Math.floor(length / gap))); count > 1; count -= 1) {
    const values = scale.ticks(count);
    const [first, second] = values;
    const step = first === undefined || second === undefined ? span : second - first;
    if (values.length <= most + 1 && (step / span) * length >= gap) {
      return { values, format: scale.tickFormat(count) };
    }
  }
  const [first = domain[0], ...others] = scale.ticks(2);
  const last = others.at(-1);
  const isRoomy = last !== undefined && ((last - first) / span) * length >= gap / 2;
  const values = isRoomy ? [first, last] : [scale.ticks(1)[0] ?? first];
  return { values, format: scale.tickFormat(2) };
}
