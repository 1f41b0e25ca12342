import type { FinishedRun } from "#document";
import type { SimulationSpec } from "#engines";
import { rateStiffness, type SpikeList, type TimeWindow } from "#model";
import type { Traces } from "#runtime/protocol";

/** Moments of a rate run at which its Jacobian is looked at. */
const LOOKS = 200;

/** Spikes of traces as a list of their own, which outlives the next run. */
export function copySpikes(traces: Traces): SpikeList {
  const { spikeNeuron, spikeTime, spikeStart, spikeEnd } = traces;
  return {
    neuron: spikeNeuron.slice(spikeStart, spikeEnd),
    time: spikeTime.slice(spikeStart, spikeEnd),
    start: 0,
    end: spikeEnd - spikeStart,
  };
}

/** True where the means of the readouts follow from the spikes alone. */
export function isToldBySpikes({ engine, synapse }: SimulationSpec): boolean {
  return engine !== "rate" && synapse.kind === "delta";
}

/** A run as the comparison wants it; views of the traces, to be read before the next run. */
export function toFinishedRun(
  spec: SimulationSpec,
  traces: Traces,
  window: TimeWindow,
): FinishedRun {
  const { spikeNeuron, spikeTime, spikeStart, spikeEnd, verdict } = traces;
  const { network, initial } = spec;
  return {
    network,
    spikes: { neuron: spikeNeuron, time: spikeTime, start: spikeStart, end: spikeEnd },
    initial: initial.kind === "latents" || initial.kind === "voltages" ? initial.latents : [],
    sampledMeans: isToldBySpikes(spec) ? null : meanOfSamples(traces, window),
    verdict,
  };
}

function meanOfSamples(traces: Traces, { from, to }: TimeWindow): Float64Array {
  const { latentCount, latents, time, sampleStart, sampleEnd } = traces;
  const sums = new Float64Array(latentCount);
  let samples = 0;
  for (let sample = sampleStart; sample < sampleEnd; sample += 1) {
    const at = time[sample] ?? 0;
    if (at < from || at > to) continue;
    samples += 1;
    for (let k = 0; k < latentCount; k += 1) {
      sums[k] = (sums[k] ?? 0) + (latents[sample * latentCount + k] ?? 0);
    }
  }
  return sums.map((sum) => sum / samples);
}

/** Step times the largest |eigenvalue| along a run of rates; null for spikes. */
export function stiffnessAlong(spec: SimulationSpec, traces: Traces): number | null {
  const { rate, network, dt } = spec;
  if (rate === null || spec.engine !== "rate") return null;
  const { inputs, latentCount, input, latents, sampleStart, sampleEnd } = traces;
  const tauS = network.populations.map((_, population) =>
    rate.rule === "latent" ? (rate.tauS[population] ?? 1) : 1,
  );
  const stride = Math.max(1, Math.floor((sampleEnd - sampleStart) / LOOKS));
  let largest = 0;
  for (let sample = sampleStart; sample < sampleEnd; sample += stride) {
    const moment = {
      input: input.subarray(sample * inputs, (sample + 1) * inputs),
      latents: latents.subarray(sample * latentCount, (sample + 1) * latentCount),
    };
    const stiffness = rateStiffness({ network, beta: rate.beta, tauS }, moment);
    largest = stiffness <= largest ? largest : stiffness;
  }
  return largest * dt;
}
