import type { RecordingPlan } from "#engines";
import {
  computeSlice,
  createCrossingLookup,
  crossingCurve,
  type EINetwork,
  findCrossings,
  sliceLines,
} from "#model";
import {
  createView,
  type Interval,
  layoutStrip,
  lightTheme,
  type OutputPicture,
  plotArea,
  type SlicePicture,
  type StripRowId,
  type Theme,
  type TimeStripPicture,
} from "#plots";
import { simulate } from "#runtime/inline";
import type { Traces } from "#runtime/protocol";

/** A ramp or step of the input: two points in time. */
export interface TestRun {
  readonly network: EINetwork;
  readonly times: readonly number[];
  readonly inputs: readonly number[];
  readonly duration: number;
  readonly record?: Partial<RecordingPlan>;
}

/** Run a network without noise by the clock engine. */
export function runTraces({ network, times, inputs, duration, record }: TestRun): Traces {
  const dt = 0.005;
  const perPopulation = network.network.populations.map(() => 0);
  const reply = simulate(
    {
      engine: "clock",
      network: network.network,
      dt,
      steps: Math.round(duration / dt),
      duration,
      minGap: 0,
      input: {
        kind: "piecewise-linear",
        times: Float64Array.from(times),
        values: Float64Array.from(inputs),
      },
      synapse: { kind: "delta" },
      overshoot: "keep",
      refractory: perPopulation,
      delay: perPopulation,
      noise: { sigma: perPopulation, generator: "fast", skip: 0, start: "zero" },
      currents: [],
      initial: { kind: "rest" },
      rate: null,
      seed: 1,
    },
    { everySteps: 4, voltages: [], currents: [], ...record },
  );
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.traces;
}

/** What a test slice is made from. */
export interface TestSlice {
  readonly network: EINetwork;
  readonly x: number;
  readonly E: Interval;
  readonly I: Interval;
  readonly traces: Traces | null;
  readonly time: number;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A whole slice picture with everything shown. */
export function slicePicture(test: TestSlice): SlicePicture {
  const { network, x, E, I, traces, time, theme = lightTheme } = test;
  const { width, height } = test.size ?? { width: 480, height: 440 };
  const box = { E, I };
  return {
    view: createView({ rect: plotArea({ width, height, theme }), x: E, y: I }),
    network,
    slice: computeSlice(network, x, box),
    lines: sliceLines(network, x, box),
    crossings: findCrossings(network, x),
    show: { regions: true, flow: true, lines: true, trajectory: true },
    hovered: null,
    selected: [],
    trajectory: traces === null ? null : { traces, network, instantaneous: true, time, tail: 2 },
    ghost: null,
    annotations: [],
    handles: [],
  };
}

/** A whole output picture. */
export function outputPicture(
  test: Omit<TestSlice, "x"> & { readonly side: "E" | "I"; readonly x: Interval },
): OutputPicture {
  const { network, x, E, I, traces, time, side, theme = lightTheme } = test;
  const { width, height } = test.size ?? { width: 420, height: 260 };
  return {
    view: createView({
      rect: plotArea({ width, height, theme }),
      x,
      y: side === "E" ? E : I,
    }),
    side,
    input: 0,
    curve: crossingCurve(network, { x, E: [0, 100], I: [0, 100] }),
    run: traces === null ? null : { traces, network, instantaneous: true },
    range: [0, 1000],
    time,
    lines: [],
    ghost: null,
  };
}

/** A whole time strip picture. */
export function stripPicture(test: {
  readonly network: EINetwork;
  readonly traces: Traces | null;
  readonly rows?: readonly StripRowId[];
  readonly time: Interval;
  readonly x: Interval;
  readonly E: Interval;
  readonly I: Interval;
  readonly playhead: number;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
}): TimeStripPicture {
  const { network, traces, time, playhead, E, I, theme = lightTheme } = test;
  const { width, height } = test.size ?? { width: 900, height: 320 };
  const rows = test.rows ?? ["input", "outputs", "raster"];
  const curve = crossingCurve(network, { x: test.x, E: [0, 100], I: [0, 100] });
  return {
    layout: layoutStrip(height, { width, theme, rows, ranges: { E, I } }),
    time,
    unit: "tau",
    network,
    traces,
    crossing: createCrossingLookup(curve),
    input: 0,
    ranges: { input: test.x, E, I },
    currents: [],
    window: null,
    playhead,
    hovered: null,
    selected: [],
    traced: [],
    shows: "voltages",
    ghost: null,
  };
}
