import type { LowRankNetwork, PopulationType } from "#model";

/** A run for {@link simulatePlainly}: one input, piecewise linear; no currents, no delays. */
export interface PlainRun {
  readonly network: LowRankNetwork;
  /** Times (tau, not decreasing) and values of x; of two points at one time the later holds from there on. */
  readonly points: readonly (readonly [number, number])[];
  /** Latents at time 0, K. */
  readonly latents: readonly number[];
  readonly duration: number;
  /** Spikes after which to stop. */
  readonly most: number;
}

/** A spike by neuron and time. */
export type PlainSpike = readonly [number, number];

const TOLERANCE = 1e-12;
const PRIORITY: Readonly<Record<PopulationType, number>> = {
  inhibitory: 0,
  excitatory: 1,
  unconstrained: 2,
};

/**
 * The rules of the exact engine written as plainly as possible: from the state after each spike every neuron's
 * V - T is a + b t + c e^-t, whose first rise through 0 is bracketed between turning points and bisected.
 */
export function simulatePlainly(run: PlainRun): readonly PlainSpike[] {
  const { network, points, duration, most } = run;
  const latents = [...run.latents];
  const filtered = new Float64Array(network.neurons);
  const spikes: PlainSpike[] = [];
  let time = 0;
  while (time < duration && spikes.length < most) {
    const line = lineAt(points, time);
    const end = Math.min(line.end, duration);
    const courses = coursesOf({ network, line, latents, filtered });
    const { wait, neuron } = nextSpike(network, courses, end - time);
    // A change at the very moment of a spike comes first.
    const isSpike = neuron !== null && time + wait < end;
    decayBy(Math.exp(isSpike ? -wait : time - end), latents, filtered);
    time = isSpike ? time + wait : end;
    if (!isSpike) continue;
    spikes.push([neuron, time]);
    for (let latent = 0; latent < latents.length; latent += 1)
      latents[latent] =
        (latents[latent] ?? 0) + (network.decoders[neuron * latents.length + latent] ?? 0);
    filtered[neuron] = (filtered[neuron] ?? 0) + 1;
  }
  return spikes;
}

/** Who fires next and after what time, before `longest` has passed. */
function nextSpike(
  network: LowRankNetwork,
  courses: readonly Course[],
  longest: number,
): { readonly wait: number; readonly neuron: number | null } {
  const ready = chooseAt(network, courses, 0);
  if (ready !== null) return { wait: 0, neuron: ready };
  const wait = Math.min(...courses.map((course) => firstRise(course, longest)));
  return { wait, neuron: Number.isFinite(wait) ? chooseAt(network, courses, wait) : null };
}

/** V - T = a + b t + c e^-t. */
interface Course {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

interface Line {
  readonly value: number;
  readonly slope: number;
  readonly end: number;
}

function lineAt(points: PlainRun["points"], time: number): Line {
  const next = points.findIndex(([at]) => at > time);
  const [fromTime, from] = points[(next === -1 ? points.length : next) - 1] ?? points[0] ?? [0, 0];
  const [toTime, to] = points[next] ?? [Number.POSITIVE_INFINITY, from];
  if (next <= 0) return { value: from, slope: 0, end: toTime };
  const slope = (to - from) / (toTime - fromTime);
  return { value: from + slope * (time - fromTime), slope, end: toTime };
}

interface Now {
  readonly network: LowRankNetwork;
  readonly line: Line;
  readonly latents: readonly number[];
  readonly filtered: Float64Array;
}

function coursesOf({ network, line, latents, filtered }: Now): readonly Course[] {
  return Array.from(network.thresholds, (threshold, neuron) => {
    const weight = network.feedforward[neuron] ?? 0;
    let c = -(network.selfResets[neuron] ?? 0) * (filtered[neuron] ?? 0);
    for (const [latent, value] of latents.entries())
      c += (network.encoders[neuron * latents.length + latent] ?? 0) * value;
    return { a: weight * line.value - threshold, b: weight * line.slope, c };
  });
}

function valueAt({ a, b, c }: Course, time: number): number {
  return a + (b === 0 ? 0 : b * time) + c * Math.exp(-time);
}

/** The neuron that fires at a time when somebody is at threshold. */
function chooseAt(
  network: LowRankNetwork,
  courses: readonly Course[],
  time: number,
): number | null {
  const excess = courses.map((course) => valueAt(course, time));
  const ranks = courses.map((_, neuron) => {
    const type = network.populations[network.populationOf[neuron] ?? 0]?.type ?? "unconstrained";
    return PRIORITY[type];
  });
  const ready = [...excess.keys()].filter((neuron) => (excess[neuron] ?? 0) >= -TOLERANCE);
  if (ready.length === 0) return null;
  const rank = Math.min(...ready.map((neuron) => ranks[neuron] ?? 0));
  const rivals = ready.filter((neuron) => ranks[neuron] === rank);
  const highest = Math.max(...rivals.map((neuron) => excess[neuron] ?? 0));
  return rivals.find((neuron) => (excess[neuron] ?? 0) >= highest - TOLERANCE) ?? null;
}

/** First t in [0, end] with V - T = 0, rising; infinite when there is none. */
function firstRise(course: Course, end: number): number {
  const { a, b, c } = course;
  if (!(a + c < 0)) return 0;
  const turn = b !== 0 && c / b > 0 ? Math.log(c / b) : Number.POSITIVE_INFINITY;
  const far = end === Number.POSITIVE_INFINITY ? farEnough(course) : end;
  const inner = turn > 0 && turn < far ? turn : far;
  const first = bisect(course, 0, inner);
  return Number.isFinite(first) ? first : bisect(course, inner, far);
}

/** Where the course rises through 0 between two turning points; infinite when it does not. */
function bisect(course: Course, from: number, to: number): number {
  let low = from;
  let high = to;
  if (valueAt(course, low) >= 0 || valueAt(course, high) < 0) return Number.POSITIVE_INFINITY;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (valueAt(course, middle) >= 0) high = middle;
    else low = middle;
  }
}

/** A time at which the course has its final sign (b = 0 on the last line). */
function farEnough({ a, c }: Course): number {
  return a > 0 && c < 0 ? 2 * Math.abs(Math.log(-c / a)) + 1 : 1;
}

function decayBy(decay: number, latents: number[], filtered: Float64Array): void {
  for (let latent = 0; latent < latents.length; latent += 1)
    latents[latent] = (latents[latent] ?? 0) * decay;
  for (let neuron = 0; neuron < filtered.length; neuron += 1)
    filtered[neuron] = (filtered[neuron] ?? 0) * decay;
}
