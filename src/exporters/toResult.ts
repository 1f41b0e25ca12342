import type { RunVerdict } from "#engines";
import type { LowRankNetwork } from "#model";
import type { Traces } from "#runtime/protocol";
import { type PopulationSpikes, sortSpikes } from "./sortedSpikes.ts";
import { tellVerdict } from "./tellVerdict.ts";
import { tidyTime } from "./tidyTime.ts";

/** Spikes in a result; without steps when the engine has none. */
export type ResultSpikes = Omit<PopulationSpikes, "step"> & Partial<Pick<PopulationSpikes, "step">>;

/** What a run gave, as the command line writes it and the page saves it (docs/EXPERIMENT-FILE.md). */
export interface ExperimentResult {
  readonly format: "latent-boundaries/result";
  readonly version: 1;
  /** By population id. */
  readonly spikes: Readonly<Record<string, ResultSpikes>>;
  /** `time` in tau, and each readout latent by name in the paper's signs. */
  readonly latents: Readonly<Record<string, readonly number[]>>;
  /** `time`, and by population id the normalised voltages of recorded neurons by index; absent when none. */
  readonly voltages?: Readonly<
    Record<string, readonly number[] | Readonly<Record<string, readonly number[]>>>
  >;
  readonly summary: {
    readonly spikeCount: Readonly<Record<string, number>>;
    /** Spikes per neuron and tau over the whole run. */
    readonly rate: Readonly<Record<string, number>>;
    /** What the engine knows for certain of the run's future; absent where it knows nothing. */
    readonly verdict?: RunVerdict;
  };
  readonly warnings: readonly string[];
}

/** What a result is written from besides the traces. */
export interface ResultOptions {
  readonly network: LowRankNetwork;
  /** Length of what was recorded; tau. */
  readonly duration: number;
  /** Whether the engine has steps (clock) or exact times alone. */
  readonly hasSteps: boolean;
  readonly warnings: readonly string[];
}

/** Gather a run into the public result format; one that ran away says so in a warning. */
export function toResult(traces: Traces, options: ResultOptions): ExperimentResult {
  const { network, duration, hasSteps, warnings } = options;
  const { verdict } = traces;
  const sorted = sortSpikes(traces, network, hasSteps);
  const counts = sorted.map(({ id, spikes }) => [id, spikes.time.length] as const);
  const rates = counts.map(([id, count], population) => {
    const neurons = network.populations[population]?.count ?? 1;
    return [id, duration > 0 ? count / neurons / duration : 0] as const;
  });
  return {
    format: "latent-boundaries/result",
    version: 1,
    spikes: Object.fromEntries(
      sorted.map(({ id, spikes: { neuron, step, time } }) => [
        id,
        hasSteps ? { neuron, step, time } : { neuron, time },
      ]),
    ),
    latents: { time: sampleTimes(traces), ...readouts(traces, network) },
    ...(traces.voltageNeurons.length === 0 ? {} : { voltages: voltages(traces, network) }),
    summary: {
      spikeCount: Object.fromEntries(counts),
      rate: Object.fromEntries(rates),
      ...(verdict === null ? {} : { verdict }),
    },
    warnings: verdict?.kind === "explosive" ? [...warnings, tellVerdict(verdict)] : warnings,
  };
}

/** Write a result as one line of JSON. */
export function resultJson(result: ExperimentResult): string {
  return `${JSON.stringify(result)}\n`;
}

function sampleTimes({ time, sampleStart, sampleEnd }: Traces): readonly number[] {
  return Array.from(time.subarray(sampleStart, sampleEnd), tidyTime);
}

function column(traces: Traces, values: Float64Array, stride: number, offset: number): number[] {
  const { sampleStart, sampleEnd } = traces;
  return Array.from(
    { length: sampleEnd - sampleStart },
    (_, index) => values[(sampleStart + index) * stride + offset] ?? 0,
  );
}

function readouts(
  traces: Traces,
  network: LowRankNetwork,
): Readonly<Record<string, readonly number[]>> {
  const columns = network.latents.flatMap(({ name, kind }, k) =>
    kind === "readout"
      ? [[name, column(traces, traces.latents, traces.latentCount, k)] as const]
      : [],
  );
  return Object.fromEntries(columns);
}

function voltages(
  traces: Traces,
  network: LowRankNetwork,
): NonNullable<ExperimentResult["voltages"]> {
  const { voltageNeurons } = traces;
  const byPopulation = network.populations.flatMap(({ id, start, count }) => {
    const columns = voltageNeurons.flatMap((neuron, place) =>
      neuron >= start && neuron < start + count
        ? [
            [
              String(neuron - start),
              column(traces, traces.voltages, voltageNeurons.length, place),
            ] as const,
          ]
        : [],
    );
    return columns.length === 0 ? [] : [[id, Object.fromEntries(columns)] as const];
  });
  return { time: sampleTimes(traces), ...Object.fromEntries(byPopulation) };
}
