import type { ReactNode } from "react";

interface LoadStripProps {
  /** Load at equal intervals over the run, NaN where there is none. */
  readonly course: Float64Array;
  /** tau. */
  readonly duration: number;
}

const WIDTH = 360;
const HEIGHT = 56;
/** Where green and amber end. */
const LIMITS = [0.2, 0.9] as const;
/** A load of this much fills the height, unless the course needs more. */
const USUAL_TOP = 1;
/** What is beyond is cut off: one step cannot carry more than one spike anyway. */
const MOST = 4;

/** The load of the step over the run, with the limits of green and amber. */
export function LoadStrip({ course, duration }: LoadStripProps): ReactNode {
  const top = topOf(course);
  const y = (load: number): number => HEIGHT * (1 - Math.min(load, top) / top);
  return (
    <figure className="lb-load-strip">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {LIMITS.map((limit) => (
          <line key={limit} x1="0" x2={WIDTH} y1={y(limit)} y2={y(limit)} data-limit={limit} />
        ))}
        <path d={pathOf(course, y)} />
      </svg>
      <figcaption>
        <span>0</span>
        <span>load along the run, with 20 % and 90 %</span>
        <span>{Number(duration.toPrecision(3))} tau</span>
      </figcaption>
    </figure>
  );
}

function topOf(course: Float64Array): number {
  let top = USUAL_TOP;
  for (const load of course) if (load > top) top = load;
  return Math.min(1.05 * top, MOST);
}

/** A broken line with gaps where the input meets no crossing. */
function pathOf(course: Float64Array, y: (load: number) => number): string {
  const parts: string[] = [];
  let isDown = false;
  for (const [at, load] of course.entries()) {
    if (Number.isNaN(load)) {
      isDown = false;
      continue;
    }
    const x = (WIDTH * at) / Math.max(1, course.length - 1);
    parts.push(`${isDown ? "L" : "M"}${x.toFixed(1)} ${y(load).toFixed(1)}`);
    isDown = true;
  }
  return parts.join("");
}
