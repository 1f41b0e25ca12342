/** JSON data that a test may change. */
export type Json = Record<string, unknown>;

/** A fresh E-I experiment of two E and three I neurons in the public file format, nothing optional in it. */
export function eiFile(): Json {
  return {
    format: "latent-boundaries/experiment",
    version: 1,
    network: {
      kind: "explicit",
      inputs: 1,
      populations: [
        {
          id: "E",
          type: "excitatory",
          feedforward: [[0.4], [0.5]],
          encoders: { E: [1, 1], I: [1, 1] },
          thresholds: [-1, -0.8],
          decoders: [0.5, 0.6],
        },
        {
          id: "I",
          type: "inhibitory",
          feedforward: [[0.1], [0.2], [0.3]],
          encoders: { E: [1.5, 1.5, 1.5], I: [1, 1, 1] },
          thresholds: [0.5, 0.6, 0.7],
          decoders: [-0.5, -0.6, -0.7],
        },
      ],
    },
    input: {
      kind: "piecewise-linear",
      points: [
        [0, [0]],
        [5, [1]],
      ],
    },
    dynamics: { engine: "clock", dt: 0.01 },
    duration: 10,
  };
}

/** A fresh experiment of ten I neurons tangent to |y| = x^2 + 0.5. */
export function tangentFile(): Json {
  return {
    ...eiFile(),
    network: {
      kind: "tangent",
      populations: [
        {
          id: "I",
          type: "inhibitory",
          boundary: {
            of: "I",
            terms: [{ variable: "x", shape: { kind: "quadratic", a: 1, c: 0.5 } }],
          },
          tangents: [{ variable: "x", from: -0.9, to: 0.9, count: 10 }],
          decoder: -0.6,
        },
      ],
    },
  };
}

type Step = string | number;

/** The file with one field changed; `undefined` takes the field away. */
export function withField(file: Json, path: readonly Step[], value: unknown): Json {
  const copy: Json = structuredClone(file);
  const inner = path.slice(0, -1).reduce<unknown>(stepInto, copy);
  const last = path.at(-1);
  if (last === undefined || typeof inner !== "object" || inner === null) return copy;
  if (value === undefined) Reflect.deleteProperty(inner, last);
  else Reflect.set(inner, last, value);
  return copy;
}

function stepInto(value: unknown, step: Step): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
}
