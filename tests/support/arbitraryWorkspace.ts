import fc from "fast-check";
import { type ExperimentDoc, parseExperiment, parseView, type Workspace } from "#document";

/** Numbers as people type and drag them, and numbers as programs compute them. */
const number = fc.oneof(
  fc.integer({ min: -20_000, max: 20_000 }).map((steps) => steps / 1000),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.constantFrom(0, 1, -1, 1e-9, 1 / 3, 1e15, -1e-300),
);
const magnitude = number.map(Math.abs);
const byPopulation = fc.record({ E: magnitude, I: magnitude });

function numbers(length: number, of: fc.Arbitrary<number>): fc.Arbitrary<readonly number[]> {
  const list = fc.array(of, { minLength: length, maxLength: length });
  return fc.oneof(
    list,
    of.map((value) => new Array<number>(length).fill(value)),
  );
}

function explicitPopulation(id: "E" | "I"): fc.Arbitrary<unknown> {
  const decoder = id === "E" ? magnitude : magnitude.map((value) => -value);
  return fc.integer({ min: 1, max: 40 }).chain((count) =>
    fc.record(
      {
        id: fc.constant(id),
        type: fc.constant(id === "E" ? "excitatory" : "inhibitory"),
        feedforward: numbers(count, number).map((list) => list.map((value) => [value])),
        encoders: fc.record(
          { E: numbers(count, magnitude), I: numbers(count, magnitude) },
          { requiredKeys: [] },
        ),
        thresholds: numbers(count, number),
        decoders: numbers(count, decoder),
        crossDecoders: numbers(count, decoder).map((list) => ({ [id === "E" ? "I" : "E"]: list })),
        selfReset: fc.oneof(number, numbers(count, number)),
      },
      { requiredKeys: ["id", "type", "feedforward", "encoders", "thresholds", "decoders"] },
    ),
  );
}

const explicit = fc.record({
  kind: fc.constant("explicit"),
  inputs: fc.constant(1),
  populations: fc
    .tuple(explicitPopulation("E"), explicitPopulation("I"))
    .map((populations) => [...populations]),
});

const shape = fc.oneof(
  fc.record({ kind: fc.constant("quadratic"), a: magnitude, b: magnitude, c: number }),
  fc.record({
    kind: fc.constant("piecewise-linear"),
    knots: fc.constantFrom(
      [
        [0, 1],
        [1, 2.5],
        [3.25, 8],
      ],
      [
        [-1, 0],
        [1, 1 / 3],
      ],
    ),
  }),
);

function tangentPopulation(id: "E" | "I"): fc.Arbitrary<unknown> {
  return fc.record({
    id: fc.constant(id),
    type: fc.constant(id === "E" ? "excitatory" : "inhibitory"),
    boundary: shape.map((each) => ({ of: "I", terms: [{ variable: "E", shape: each }] })),
    tangents: fc
      .tuple(magnitude, magnitude, fc.integer({ min: 1, max: 12 }))
      .map(([from, to, count]) => [{ variable: "E", from, to, count }]),
    copies: fc.integer({ min: 1, max: 3 }),
    decoder: id === "E" ? magnitude : magnitude.map((value) => -value),
    selfReset: number,
  });
}

const tangent = fc.record({
  kind: fc.constant("tangent"),
  inputs: fc.constant(1),
  populations: fc.tuple(tangentPopulation("E"), tangentPopulation("I")).map((both) => [...both]),
  overrides: fc.record(
    { E: fc.record({ "0": fc.record({ threshold: number, encoders: byPopulation }) }) },
    { requiredKeys: [] },
  ),
});

const input = fc.oneof(
  fc.array(fc.tuple(magnitude, number), { minLength: 1, maxLength: 20 }).map((points) => ({
    kind: "piecewise-linear",
    points: points.sort(([left], [right]) => left - right).map(([time, x]) => [time, [x]]),
  })),
  fc.record({
    kind: fc.constant("sine"),
    offset: number.map((value) => [value]),
    amplitude: number.map((value) => [value]),
    period: magnitude.map((value) => value + 1),
    phase: number,
  }),
);

/** Spikes without a clock. */
const exact = fc.oneof(
  fc.record(
    {
      engine: fc.constant("event"),
      minGap: fc.constantFrom(0, 0.001, 1 / 3),
      delay: fc.constantFrom(0, { I: 0.1 }),
      // Delayed spikes of neurons that excite themselves need one.
      refractory: fc.constantFrom(0.25, { E: 0.25, I: 1 }),
    },
    { requiredKeys: ["engine", "refractory"] },
  ),
  fc.record(
    {
      engine: fc.constant("bridge"),
      dt: fc.constantFrom(0.05, 0.1, 1 / 3),
      noise: fc.record({ sigma: byPopulation, start: fc.constantFrom("zero", "stationary") }),
    },
    { requiredKeys: ["engine", "dt"] },
  ),
);

const clock = fc.record(
  {
    engine: fc.constant("clock"),
    dt: fc.constantFrom(0.01, 0.005, 0.1, 1 / 3),
    synapse: fc.oneof(
      fc.constant({ kind: "delta" }),
      fc.record({ kind: fc.constant("pulse"), width: fc.constantFrom(0.5, { E: 0.25, I: 1 }) }),
    ),
    overshoot: fc.constantFrom("clamp", "keep"),
    refractory: fc.constantFrom(0, 0.5),
    noise: fc.record({
      sigma: byPopulation,
      generator: fc.constantFrom("fast", "mt19937"),
      skip: fc.nat(1000),
      start: fc.constantFrom("zero", "stationary"),
    }),
  },
  { requiredKeys: ["engine", "dt"] },
);

const dynamics = fc.oneof(clock, exact);

const rawExperiment = fc.record(
  {
    format: fc.constant("latent-boundaries/experiment"),
    version: fc.constant(1),
    name: fc.string({ unit: "binary", maxLength: 60 }),
    network: fc.oneof(explicit, tangent),
    input,
    dynamics,
    currents: fc.array(
      fc.record({
        population: fc.constantFrom("E", "I"),
        from: fc.constantFrom(0, 1.5),
        to: fc.constantFrom(2, 7.25),
        amplitude: number,
        neurons: fc.constantFrom("all", [0]),
      }),
      { maxLength: 4 },
    ),
    initial: fc.oneof(
      fc.constant({ kind: "rest" }),
      fc.record({ kind: fc.constant("latents"), latents: fc.record({ E: number, I: number }) }),
    ),
    duration: fc.constantFrom(30, 12.5),
    seed: fc.nat(4_294_967_295),
    record: fc.constantFrom({ latentsEvery: 0.1 }, { latentsEvery: 0.5, voltages: { I: [0] } }),
    annotations: fc.array(
      fc.record({
        label: fc.string({ maxLength: 20 }),
        style: fc.constantFrom("dotted", "point"),
        tone: fc.constantFrom("E", "I", "neutral"),
        x: fc.option(number),
        points: fc.array(fc.tuple(number, number).map((pair) => [...pair])),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ["format", "version", "network", "input", "dynamics", "duration"] },
);

const rawView = fc.record(
  {
    preset: fc.constantFrom(null, "fig-4f"),
    mode: fc.constantFrom("protocol", "live"),
    time: fc.double({ min: 0, max: 12.5, noNaN: true }),
    timeRange: fc.constantFrom(null, [0.5, 3]),
    timeUnit: fc.constantFrom("tau", "ms"),
    speed: fc.constantFrom(0.5, 1 / 3, 10),
    selection: fc.constantFrom([], [{ population: "E", index: 0 }]),
    camera: fc.record({
      preset: fc.constantFrom("free", "x", "E", "I"),
      azimuth: fc.double({ min: -360, max: 360, noNaN: true }),
      elevation: fc.integer({ min: -90, max: 90 }),
      zoom: fc.double({ min: 0.1, max: 10, noNaN: true }),
    }),
    show: fc.record(
      { regions: fc.boolean(), traces: fc.constantFrom("none", "voltages") },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

function parse(value: unknown): ExperimentDoc | null {
  const result = parseExperiment(value);
  return result.ok ? result.experiment : null;
}

/** Valid workspaces of every kind, as the readers make them. */
export const arbitraryWorkspace: fc.Arbitrary<Workspace> = fc
  .tuple(
    rawExperiment.map(parse).filter((experiment) => experiment !== null),
    rawView,
  )
  .map(([experiment, view]) => ({ experiment, view: parseView(view, experiment).view }));
