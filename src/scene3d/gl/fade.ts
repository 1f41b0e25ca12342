/** Playhead, oldest time on show and length of the dark tail. */
export interface TimeWindow {
  readonly now: number;
  readonly since: number;
  readonly tail: number;
}

/** How activity fades with age. */
export interface Fade extends TimeWindow {
  /** Share of the opacity that is left of the distant past. */
  readonly faint: number;
}

/** Share of the opacity that is left at an age; in the shaders it is `mix(1.0, faint, smoothstep(...))`. */
export function fadeAt({ tail, faint }: Fade, age: number): number {
  const share = Math.max(0, Math.min(1, age / tail));
  return 1 + (faint - 1) * share * share * (3 - 2 * share);
}
