interface Zoom {
  /** Below 1 zooms in. */
  readonly factor: number;
  /** Time that stays where it is, tau. */
  readonly centre: number;
  /** tau. */
  readonly duration: number;
}

/** Narrowest visible stretch as a part of the run. */
const CLOSEST = 1e-4;

/** Zoom a visible stretch of time about a point; null once the whole run is in sight. */
export function zoomTime(
  [from, to]: readonly [number, number],
  { factor, centre, duration }: Zoom,
): readonly [number, number] | null {
  const length = Math.max(CLOSEST * duration, (to - from) * factor);
  if (length >= duration) return null;
  const held = Math.min(to, Math.max(from, centre));
  const start = held - (length * (held - from)) / (to - from);
  return panTime([start, start + length], 0, duration);
}

/** Move a visible stretch of time within the run. */
export function panTime(
  [from, to]: readonly [number, number],
  by: number,
  duration: number,
): readonly [number, number] {
  const length = Math.min(duration, to - from);
  const start = Math.min(duration - length, Math.max(0, from + by));
  return [start, start + length];
}
