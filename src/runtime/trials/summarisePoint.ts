import {
  correlation,
  cvOfMoments,
  describeSpread,
  type Estimate,
  fanoOfMoments,
  jackknife,
  normalisePairs,
} from "#math";
import type { LowRankNetwork } from "#model";
import {
  GROUP_COLUMNS,
  type GroupColumn,
  groupStart,
  LATENT_COLUMNS,
  type LatentColumn,
  latentStart,
  nullspaceStart,
  TRIAL_VERDICTS,
  type TrialPlan,
} from "#runtime/protocol";
import type { PointStore } from "./pointStore.ts";
import type {
  GroupSummary,
  LatentSummary,
  NeuronCounts,
  NullspaceSummary,
  PairSummary,
  PointSummary,
  TrialRaster,
} from "./types.ts";

/** What a summary is made of. */
export interface SummarySource {
  readonly network: LowRankNetwork;
  readonly plan: TrialPlan;
  readonly store: PointStore;
  readonly wanted: number;
  readonly isExact: boolean;
}

/** Say what the trials that are in say; depends on which they are, not on the order in which they came. */
export function summarisePoint(source: SummarySource): PointSummary {
  const { network, plan, store, wanted, isExact } = source;
  const { layout } = store;
  const groups = [
    ...network.populations.map(({ count }, index) =>
      summariseGroup(source, index, { kind: "population", index, neurons: count }),
    ),
    ...plan.watch.map((neuron, at) =>
      summariseGroup(source, network.populations.length + at, {
        kind: "neuron",
        index: neuron,
        neurons: 1,
      }),
    ),
  ];
  return {
    trials: store.done,
    wanted,
    isExact,
    groups,
    latents: Array.from({ length: layout.latents }, (_, latent) => summariseLatent(store, latent)),
    nullspace: Array.from({ length: layout.spaces }, (_, population) =>
      summariseSpace(store, population),
    ),
    pairs: summarisePairs(source),
    neurons: layout.neurons === 0 ? null : countNeurons(store),
    raster: joinRasters(store),
    verdicts: countVerdicts(store),
  };
}

function summariseGroup(
  { store, plan, isExact }: SummarySource,
  group: number,
  who: Pick<GroupSummary, "kind" | "index" | "neurons">,
): GroupSummary {
  const column = (name: GroupColumn): Float64Array =>
    store.column(groupStart(group) + GROUP_COLUMNS.indexOf(name));
  const counts = column("count");
  const length = plan.window.to - plan.window.from;
  const { psthBins } = store.layout;
  const perBin = psthBins / (length * who.neurons * store.done);
  const estimate = (statistic: typeof cvOfMoments): Estimate => {
    const found = jackknife(counts, statistic);
    return isExact ? { ...found, standardError: 0 } : found;
  };
  return {
    ...who,
    count: describeSpread(counts),
    rate: describeSpread(counts.map((count) => count / (length * who.neurons))),
    countCv: estimate(cvOfMoments),
    fano: estimate(fanoOfMoments),
    active: describeSpread(column("active")),
    intervalCv: describeSpread(column("intervalCv")),
    localVariation: describeSpread(column("localVariation")),
    windowFano: describeSpread(column("windowFano")),
    pooledIntervalCv: poolIntervals(
      column("intervals"),
      column("intervalSum"),
      column("intervalSquares"),
    ),
    psth: store.psth
      .slice(group * psthBins, (group + 1) * psthBins)
      .map((spikes) => spikes * perBin),
  };
}

function poolIntervals(intervals: Float64Array, sums: Float64Array, squares: Float64Array): number {
  const n = total(intervals);
  return n < 2 ? Number.NaN : cvOfMoments(n, total(sums), total(squares));
}

function summariseLatent(store: PointStore, latent: number): LatentSummary {
  const spread = (name: LatentColumn) =>
    describeSpread(store.column(latentStart(store.layout, latent) + LATENT_COLUMNS.indexOf(name)));
  const bias = spread("bias");
  return {
    latent,
    mean: spread("mean"),
    deviation: spread("deviation"),
    error: bias.n === 0 ? null : { bias, rms: spread("rms"), worst: spread("worst") },
  };
}

function summariseSpace(store: PointStore, population: number): NullspaceSummary {
  const start = nullspaceStart(store.layout, population);
  const readout = store.column(start);
  const hidden = store.column(start + 1);
  return {
    population,
    readout: describeSpread(readout),
    hidden: describeSpread(hidden),
    ratio: describeSpread(hidden.map((value, trial) => value / (readout[trial] ?? 0))),
  };
}

function summarisePairs({ store, plan, network }: SummarySource): readonly PairSummary[] {
  const { pairBins } = store.layout;
  const { correlogram, window, watch } = plan;
  if (correlogram === null) return [];
  const first = network.populations.length;
  const counts = watch.map((_, at) => store.column(groupStart(first + at)));
  const pairs = watch.flatMap((neuron, at) =>
    watch.slice(at + 1).map((other, next) => ({ neuron, other, at, next: at + 1 + next })),
  );
  return pairs.map(({ neuron, other, at, next }, pair) => {
    const mine = counts[at] ?? new Float64Array(0);
    const theirs = counts[next] ?? new Float64Array(0);
    const products = total(mine.map((count, trial) => count * (theirs[trial] ?? 0)));
    const bins = store.pairs.subarray(pair * pairBins, (pair + 1) * pairBins);
    return {
      first: neuron,
      second: other,
      countCorrelation: correlation(mine, theirs),
      correlogram: normalisePairs(bins, correlogram, {
        products,
        length: window.to - window.from,
      }),
    };
  });
}

function countNeurons(store: PointStore): NeuronCounts {
  const mean = store.countSums.map((sum) => sum / store.done);
  const variance = store.countSquares.map((squares, neuron) =>
    Math.max(0, squares / store.done - (mean[neuron] ?? 0) ** 2),
  );
  return { mean, variance };
}

function joinRasters(store: PointStore): TrialRaster {
  const blocks = store.rasters();
  const spikes = blocks.reduce((sum, { rasterTime }) => sum + rasterTime.length, 0);
  const raster = {
    trial: new Uint32Array(spikes),
    neuron: new Uint32Array(spikes),
    time: new Float64Array(spikes),
  };
  let at = 0;
  for (const { rasterTrial, rasterNeuron, rasterTime } of blocks) {
    raster.trial.set(rasterTrial, at);
    raster.neuron.set(rasterNeuron, at);
    raster.time.set(rasterTime, at);
    at += rasterTime.length;
  }
  return raster;
}

function countVerdicts(store: PointStore): PointSummary["verdicts"] {
  const found = store.column(0);
  const count = (kind: (typeof TRIAL_VERDICTS)[number]): number =>
    found.filter((code) => TRIAL_VERDICTS[code] === kind).length;
  return { explosive: count("explosive"), silent: count("silent"), periodic: count("periodic") };
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
