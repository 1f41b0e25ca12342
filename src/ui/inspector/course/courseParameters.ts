import { type ExperimentDoc, type InputRecipe, type Parameter, setInput } from "#document";
import { buildStairs, courseThrough } from "./buildCourse.ts";
import { bendsOf, type CourseKind, type CoursePoint, countLevels } from "./classifyCourse.ts";

interface CourseValue {
  readonly id: string;
  readonly label: string;
  readonly symbol: string;
  readonly help: string;
  readonly unit?: string;
  /** Largest and smallest value that may be typed, and the slider's. */
  readonly range: readonly [number, number];
  readonly slider: readonly [number, number];
  readonly step: number;
  read(experiment: ExperimentDoc): number;
  write(experiment: ExperimentDoc, value: number): InputRecipe;
}

function toParameter(kind: CourseKind, value: CourseValue): Parameter {
  return {
    id: `input.${kind}.${value.id}`,
    scope: "run",
    group: "Run",
    label: value.label,
    symbol: value.symbol,
    unit: value.unit ?? "",
    min: value.range[0],
    max: value.range[1],
    sliderMin: value.slider[0],
    sliderMax: value.slider[1],
    step: value.step,
    keyStep: value.step,
    help: value.help,
    applies: () => true,
    read: (experiment) => value.read(experiment),
    write: (experiment, _target, next) => setInput(experiment, value.write(experiment, next)),
  };
}

/** A value of x. */
const LEVEL = { range: [-1000, 1000], slider: [-10, 10], step: 0.05 } as const;
/** A time in tau. */
const TIME = { range: [0, 1e6], slider: [0, 50], step: 0.1, unit: "tau" } as const;

/** The point at a place of the course's bends; places count from the end when negative. */
function bend(experiment: ExperimentDoc, place: number): CoursePoint {
  return bendsOf(experiment.input).at(place) ?? [0, 0];
}

/** A ramp or a step drawn anew with one of its ends moved. */
function moveEnd(
  experiment: ExperimentDoc,
  place: 0 | -1,
  change: { readonly time?: number; readonly value?: number },
): InputRecipe {
  const [time, value] = bend(experiment, place);
  const moved: CoursePoint = [change.time ?? time, change.value ?? value];
  const other = bend(experiment, place === 0 ? -1 : 0);
  const ends = place === 0 ? [moved, other] : [other, moved];
  return courseThrough(experiment, keepOrder(ends, moved));
}

/** Times may not go back: the other end gives way. */
function keepOrder(ends: readonly CoursePoint[], moved: CoursePoint): readonly CoursePoint[] {
  const [start, end] = ends;
  if (start === undefined || end === undefined || start[0] <= end[0]) return ends;
  return [
    [moved[0], start[1]],
    [moved[0], end[1]],
  ];
}

function sineOf(experiment: ExperimentDoc): Extract<InputRecipe, { kind: "sine" }> {
  const { input } = experiment;
  if (input.kind === "sine") return input;
  return { kind: "sine", offset: [0], amplitude: [0], period: 1, phase: 0 };
}

function writeStairs(
  experiment: ExperimentDoc,
  change: { readonly from?: number; readonly to?: number; readonly levels?: number },
): InputRecipe {
  const stairs = {
    from: bend(experiment, 0)[1],
    to: bend(experiment, -1)[1],
    levels: countLevels(experiment.input),
    ...change,
  };
  return buildStairs(experiment, stairs);
}

const CONSTANT: readonly CourseValue[] = [
  {
    ...LEVEL,
    id: "level",
    label: "level",
    symbol: "x",
    help: "The input that is held for the whole run.",
    read: (experiment) => bend(experiment, 0)[1],
    write: (experiment, value) => courseThrough(experiment, [[0, value]]),
  },
];

const FROM: CourseValue = {
  ...LEVEL,
  id: "from",
  label: "from",
  symbol: "x_0",
  help: "The input before the change.",
  read: (experiment) => bend(experiment, 0)[1],
  write: (experiment, value) => moveEnd(experiment, 0, { value }),
};

const TO: CourseValue = {
  ...LEVEL,
  id: "to",
  label: "to",
  symbol: "x_1",
  help: "The input after the change.",
  read: (experiment) => bend(experiment, -1)[1],
  write: (experiment, value) => moveEnd(experiment, -1, { value }),
};

const STEP: readonly CourseValue[] = [
  FROM,
  TO,
  {
    ...TIME,
    id: "time",
    label: "at time",
    symbol: "t",
    help: "When the input jumps, in membrane time constants.",
    read: (experiment) => bend(experiment, 0)[0],
    write: (experiment, time) => {
      const before: CoursePoint = [time, bend(experiment, 0)[1]];
      return courseThrough(experiment, [before, [time, bend(experiment, -1)[1]]]);
    },
  },
];

const RAMP: readonly CourseValue[] = [
  FROM,
  TO,
  {
    ...TIME,
    id: "start",
    label: "begins",
    symbol: "t_0",
    help: "When the input starts to move, in membrane time constants.",
    read: (experiment) => bend(experiment, 0)[0],
    write: (experiment, time) => moveEnd(experiment, 0, { time }),
  },
  {
    ...TIME,
    id: "end",
    label: "ends",
    symbol: "t_1",
    help: "When the input has arrived, in membrane time constants.",
    read: (experiment) => bend(experiment, -1)[0],
    write: (experiment, time) => moveEnd(experiment, -1, { time }),
  },
];

const STEPS: readonly CourseValue[] = [
  { ...FROM, write: (experiment, from) => writeStairs(experiment, { from }) },
  { ...TO, write: (experiment, to) => writeStairs(experiment, { to }) },
  {
    id: "levels",
    label: "levels",
    symbol: "n",
    help: "How many levels share the run.",
    range: [2, 50],
    slider: [2, 12],
    step: 1,
    read: (experiment) => countLevels(experiment.input),
    write: (experiment, levels) => writeStairs(experiment, { levels: Math.round(levels) }),
  },
];

const SINE: readonly CourseValue[] = [
  {
    ...LEVEL,
    id: "offset",
    label: "middle",
    symbol: "x_0",
    help: "The value that the input swings about.",
    read: (experiment) => sineOf(experiment).offset[0] ?? 0,
    write: (experiment, value) => {
      const sine = sineOf(experiment);
      return { ...sine, offset: [value, ...sine.offset.slice(1)] };
    },
  },
  {
    ...LEVEL,
    id: "amplitude",
    label: "amplitude",
    symbol: "A",
    help: "How far the input swings to either side.",
    read: (experiment) => sineOf(experiment).amplitude[0] ?? 0,
    write: (experiment, value) => {
      const sine = sineOf(experiment);
      return { ...sine, amplitude: [value, ...sine.amplitude.slice(1)] };
    },
  },
  {
    ...TIME,
    range: [0.01, 1e6],
    slider: [0.5, 50],
    id: "period",
    label: "period",
    symbol: "P",
    help: "Duration of one swing, in membrane time constants.",
    read: (experiment) => sineOf(experiment).period,
    write: (experiment, period) => ({ ...sineOf(experiment), period }),
  },
  {
    id: "phase",
    label: "phase",
    symbol: "phi",
    help: "Where in the swing the run begins, as a part of the period.",
    range: [-10, 10],
    slider: [0, 1],
    step: 0.01,
    read: (experiment) => sineOf(experiment).phase,
    write: (experiment, phase) => ({ ...sineOf(experiment), phase }),
  },
];

/** The numbers of each kind of course; a drawn or loaded one has none. */
export const COURSE_PARAMETERS: Readonly<Record<CourseKind, readonly Parameter[]>> = {
  constant: CONSTANT.map((value) => toParameter("constant", value)),
  step: STEP.map((value) => toParameter("step", value)),
  ramp: RAMP.map((value) => toParameter("ramp", value)),
  steps: STEPS.map((value) => toParameter("steps", value)),
  sine: SINE.map((value) => toParameter("sine", value)),
  drawn: [],
  samples: [],
};
