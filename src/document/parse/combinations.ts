import type { ByPopulation, Dynamics, InitialRecipe, InputRecipe } from "../types.ts";
import type { Report } from "./report.ts";

/** One thing that an engine cannot carry. */
interface Clash {
  readonly when: boolean;
  readonly field: string;
  readonly what: string;
  /** The engine that can. */
  readonly instead: string;
}

/** Refuse what the chosen engine cannot carry, and name the engine that can. */
export function refuseClashes(
  report: Report,
  parts: { dynamics: Dynamics; input: InputRecipe; initial: InitialRecipe },
): void {
  const { engine } = parts.dynamics;
  for (const { when, field, what, instead } of findClashes(parts)) {
    if (!when) continue;
    report.refuse(
      field,
      `${field} asks for ${what}, which the ${engine} engine cannot carry; use ${instead}.`,
    );
  }
}

function findClashes(parts: {
  dynamics: Dynamics;
  input: InputRecipe;
  initial: InitialRecipe;
}): readonly Clash[] {
  const { dynamics, input, initial } = parts;
  const { engine, synapse } = dynamics;
  const clock = 'the engine "clock"';
  return [
    {
      when: engine !== "clock" && synapse.kind !== "delta",
      field: "dynamics.synapse",
      what: `${synapse.kind} synapses`,
      instead: clock,
    },
    {
      when: engine === "event" && isAnyPositive(dynamics.noise.sigma),
      field: "dynamics.noise",
      what: "noise",
      instead: `${clock} or "bridge"`,
    },
    {
      when: engine === "rate" && isAnyPositive(dynamics.noise.sigma),
      field: "dynamics.noise",
      what: "noise",
      instead: `${clock} or "bridge"`,
    },
    {
      when: engine === "event" && input.kind === "samples",
      field: "input",
      what: "one input sample for each step",
      instead: `${clock}, or a piecewise-linear input`,
    },
    {
      when: engine === "rate" && isAnyPositive(dynamics.refractory),
      field: "dynamics.refractory",
      what: "a refractory time",
      instead: clock,
    },
    {
      when: engine === "rate" && isAnyPositive(dynamics.delay),
      field: "dynamics.delay",
      what: "a delay",
      instead: clock,
    },
    {
      when: synapse.kind !== "delta" && dynamics.overshoot === "clamp",
      field: "dynamics.overshoot",
      what: `a clamped overshoot with ${synapse.kind} synapses`,
      instead: '"keep", or delta synapses',
    },
    {
      when: engine !== "rate" && initial.kind === "rates",
      field: "initial",
      what: "firing rates to start from",
      instead: 'the engine "rate"',
    },
  ];
}

function isAnyPositive(values: ByPopulation): boolean {
  return Object.values(values).some((value) => value > 0);
}
