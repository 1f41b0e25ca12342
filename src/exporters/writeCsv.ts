import type { LowRankNetwork } from "#model";
import type { Traces } from "#runtime/protocol";
import { sortSpikes } from "./sortedSpikes.ts";
import { tidyTime } from "./tidyTime.ts";

const SPECIAL = /[",\r\n]/;

function cell(text: string): string {
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Write x and the readouts over time as CSV, one row a sample: time,x,yE,yI (x1,x2,... with several inputs), then the
 * normalised voltages of recorded neurons as V_<population>_<index>. Time in tau, the paper's signs.
 */
export function tracesCsv(traces: Traces, network: LowRankNetwork): string {
  const { inputs, latentCount, voltageNeurons } = traces;
  const readouts = network.latents.flatMap(({ kind }, k) => (kind === "readout" ? [k] : []));
  const lines = [tracesHeader(network, { inputs, readouts, voltageNeurons })];
  for (let sample = traces.sampleStart; sample < traces.sampleEnd; sample += 1) {
    const cells = [tidyTime(traces.time[sample] ?? 0)];
    for (let m = 0; m < inputs; m += 1) cells.push(traces.input[sample * inputs + m] ?? 0);
    for (const k of readouts) cells.push(traces.latents[sample * latentCount + k] ?? 0);
    for (let place = 0; place < voltageNeurons.length; place += 1) {
      cells.push(traces.voltages[sample * voltageNeurons.length + place] ?? 0);
    }
    lines.push(cells.join(","));
  }
  return `${lines.join("\n")}\n`;
}

interface TracesColumns {
  readonly inputs: number;
  readonly readouts: readonly number[];
  readonly voltageNeurons: readonly number[];
}

function tracesHeader(
  network: LowRankNetwork,
  { inputs, readouts, voltageNeurons }: TracesColumns,
): string {
  const xs = Array.from({ length: inputs }, (_, m) => (inputs === 1 ? "x" : `x${m + 1}`));
  const ys = readouts.map((k) => `y${network.latents[k]?.name ?? k}`);
  const vs = voltageNeurons.map((neuron) => {
    const population = network.populations[network.populationOf[neuron] ?? 0];
    return `V_${population?.id ?? ""}_${neuron - (population?.start ?? 0)}`;
  });
  return ["time", ...xs, ...ys, ...vs].map(cell).join(",");
}

/** Write any table as CSV, one line a row; text that holds commas, quotes or breaks is quoted. */
export function tableCsv({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}): string {
  const lines = [columns, ...rows].map((row) =>
    row.map((value) => (typeof value === "number" ? String(value) : cell(value))).join(","),
  );
  return `${lines.join("\n")}\n`;
}

/**
 * Write spikes as CSV, one row a spike: population,neuron,step,time; neurons count from 0 in their population, time in
 * tau. Sorted by time, then population and neuron.
 *
 * @param hasSteps false leaves `step` empty and writes every digit of the time, for engines with exact times.
 */
export function spikesCsv(traces: Traces, network: LowRankNetwork, hasSteps: boolean): string {
  const rows = sortSpikes(traces, network, hasSteps).flatMap(({ id, spikes }) =>
    spikes.time.map((time, at) => ({
      time,
      line: `${cell(id)},${spikes.neuron[at] ?? 0},${hasSteps ? (spikes.step[at] ?? 0) : ""},${time}`,
    })),
  );
  rows.sort((a, b) => a.time - b.time);
  return `${["population,neuron,step,time", ...rows.map(({ line }) => line)].join("\n")}\n`;
}
