import type { Fade } from "../gl/fade.ts";

/** Steps in which a tail fades: few enough for a small file, enough to look smooth. */
const STEPS_PER_TAIL = 8;
const SHORTEST_TAIL = 1e-6;

/** Stretches of the past that are painted at once. */
export interface AgeSteps {
  /** Number of the stretch a time lies in, counted back from now. */
  of(time: number): number;
  /** Age in the middle of a stretch. */
  ageOf(step: number): number;
}

/** Cut the past into equal stretches, eight to a tail; later ones overlap earlier ones as on the screen. */
export function ageSteps({ now, tail }: Fade): AgeSteps {
  const length = Math.max(tail, SHORTEST_TAIL) / STEPS_PER_TAIL;
  return {
    of: (time) => Math.max(0, Math.floor((now - time) / length)),
    ageOf: (step) => (step + 0.5) * length,
  };
}
