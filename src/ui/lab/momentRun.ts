import { type ExperimentDoc, evaluateInput, type InputRecipe, toSimulation } from "#document";
import type { InitialState, SimulationSpec } from "#engines";
import type { LowRankNetwork, MomentRun } from "#model";
import type { Traces } from "#runtime/protocol";

/** A run on show as far as its spikes can be explained; null for documents that do not run and networks of rates. */
export function momentRunOf(experiment: ExperimentDoc, traces: Traces): MomentRun | null {
  const simulation = toSimulation(experiment);
  if (!simulation.ok || simulation.spec.engine === "rate") return null;
  const { spec } = simulation;
  const { network } = spec;
  if (traces.latentCount !== network.latents.length) return null;
  const input = (time: number): readonly number[] => inputOf(experiment.input, spec, time);
  return {
    network,
    spikes: {
      neuron: traces.spikeNeuron,
      time: traces.spikeTime,
      start: traces.spikeStart,
      end: traces.spikeEnd,
    },
    clock:
      spec.engine === "clock"
        ? { kind: "steps", dt: spec.dt }
        : { kind: "exact", minGap: spec.minGap },
    delay: spec.delay,
    clamps: spec.engine === "clock" && spec.overshoot === "clamp",
    isNoisy: spec.noise.sigma.some((sigma) => sigma > 0),
    latents: latentsOf(spec.initial, network),
    offsets: offsetsOf(spec, input(0)),
    currents: spec.currents,
    input,
    recorded: spec.synapse.kind === "delta" ? null : (time) => readLatents(traces, time),
  };
}

/** A time counts as that of a jump of the input within this relative distance, as the engines have it. */
const REACHED = 1 + 4 * Number.EPSILON;

function inputOf(
  input: InputRecipe,
  { engine, dt }: SimulationSpec,
  time: number,
): readonly number[] {
  if (input.kind !== "samples" || engine === "clock")
    return evaluateInput(input, time * REACHED, dt);
  // Between two samples engines with spike times of their own go along a straight line.
  const step = Math.floor(time / dt);
  const part = time / dt - step;
  const next = evaluateInput(input, (step + 1) * dt, dt);
  return evaluateInput(input, step * dt, dt).map(
    (value, index) => value + part * ((next[index] ?? value) - value),
  );
}

function latentsOf(initial: InitialState, network: LowRankNetwork): Float64Array {
  return initial.kind === "latents" || initial.kind === "voltages"
    ? initial.latents
    : new Float64Array(network.latents.length);
}

/**
 * What the voltages have at time 0 beyond F x + E y; null when nothing. Stored voltages are V + 1 - T; at rest the
 * clock's are 0, as in the published simulator, those of the other engines V = F x.
 */
function offsetsOf(
  { initial, network, engine }: SimulationSpec,
  x: readonly number[],
): Float64Array | null {
  if (initial.kind === "latents" || initial.kind === "rates") return null;
  if (initial.kind === "rest" && engine !== "clock") return null;
  const { feedforward, encoders, inputs, thresholds } = network;
  const latents = latentsOf(initial, network);
  const width = latents.length;
  const offsets = thresholds.map((threshold, neuron) => {
    const stored = initial.kind === "voltages" ? (initial.voltages[neuron] ?? 0) : 0;
    let offset = stored - 1 + threshold;
    for (let k = 0; k < inputs; k += 1)
      offset -= (feedforward[neuron * inputs + k] ?? 0) * (x[k] ?? 0);
    for (let k = 0; k < width; k += 1)
      offset -= (encoders[neuron * width + k] ?? 0) * (latents[k] ?? 0);
    return offset;
  });
  return offsets.some((offset) => offset !== 0) ? offsets : null;
}

/** All latents at a time, on the straight line between two samples. */
function readLatents(traces: Traces, time: number): Float64Array {
  const { sampleStart, sampleEnd, latentCount, latents } = traces;
  let after = sampleStart;
  while (after < sampleEnd - 1 && (traces.time[after] ?? 0) < time) after += 1;
  const before = Math.max(sampleStart, after - 1);
  const span = (traces.time[after] ?? 0) - (traces.time[before] ?? 0);
  const share = span > 0 ? Math.min(1, Math.max(0, (time - (traces.time[before] ?? 0)) / span)) : 1;
  return Float64Array.from({ length: latentCount }, (_, k) => {
    const from = latents[before * latentCount + k] ?? 0;
    const to = latents[after * latentCount + k] ?? 0;
    return from + share * (to - from);
  });
}
