import type { Triple } from "./box.ts";

/** Red, green and blue from 0 to 1, as on the screen. */
export type Rgb = Triple;

/** Read "#rgb" or "#rrggbb"; anything else is mid grey. */
export function parseColor(css: string): Rgb {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(css);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(css);
  const found = long ?? short;
  if (found === null) return [0.5, 0.5, 0.5];
  const scale = long === null ? 15 : 255;
  const part = (index: number): number => Number.parseInt(found[index] ?? "0", 16) / scale;
  return [part(1), part(2), part(3)];
}

/** Write a colour as "#rrggbb". */
export function formatColor(color: Rgb): string {
  const byte = (part: number): string =>
    Math.round(255 * Math.max(0, Math.min(1, part)))
      .toString(16)
      .padStart(2, "0");
  return `#${color.map(byte).join("")}`;
}

/** The colour a share of the way from one to another. */
export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const blend = (a: number, b: number): number => a + share * (b - a);
  return [blend(from[0], to[0]), blend(from[1], to[1]), blend(from[2], to[2])];
}

/** What decides a facet's shade. */
export interface Shading {
  /** Colour of the population. */
  readonly base: Rgb;
  /** What the first facets fade to. */
  readonly light: Rgb;
  /** Place of the neuron among those of its population that own a facet. */
  readonly rank: number;
  readonly count: number;
}

/** Share of the light colour in the first facet, and in every second one of many. */
const PALEST = 0.66;
const STRIPE = 0.07;

/** Shade a facet: pale for the first neurons, full for the last (figure 5c); of many, neighbours a touch apart. */
export function facetColor({ base, light, rank, count }: Shading): Rgb {
  const place = count > 1 ? rank / (count - 1) : 0.7;
  const stripe = count > 4 && rank % 2 === 1 ? STRIPE : 0;
  return mix(base, light, PALEST * (1 - place) + stripe);
}
