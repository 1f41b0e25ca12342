import type { LowRankNetwork } from "#model";

/** A spike as neuron index and step. */
export type Spike = readonly [number, number];

/** What the plain simulation needs; times in steps. */
export interface DenseCase {
  readonly network: LowRankNetwork;
  readonly dt: number;
  readonly steps: number;
  readonly kind: "delta" | "pulse" | "exponential";
  /** Pulse width in steps, or time constant in tau. */
  readonly spread: number;
  readonly refractory: number;
  readonly clamp: boolean;
  readonly x: (step: number) => number;
}

/**
 * The published update rules written down plainly, with full weight matrices and one input: an independent
 * check of the engine, neither fast nor general.
 */
export function simulateDensely(run: DenseCase): readonly Spike[] {
  const { network, dt, steps, kind } = run;
  const { neurons } = network;
  const indices = Array.from({ length: neurons }, (_, index) => index);
  const at = (values: Float64Array, index: number): number => values[index] ?? 0;
  const width = network.latents.length;
  const weight = (row: number, column: number): number =>
    network.latents.reduce(
      (sum, _, latent) =>
        sum +
        at(network.encoders, row * width + latent) * at(network.decoders, column * width + latent),
      0,
    );
  const typeOf = (index: number): string =>
    network.populations[network.populationOf[index] ?? 0]?.type ?? "";
  const sendsToItself = (index: number): boolean =>
    kind === "pulse" && network.populations.length > 1 && typeOf(index) === "excitatory";

  let voltages = indices.map(() => 0);
  let released = indices.map(() => 0);
  let fired = indices.map(() => 0);
  const pulses = indices.map((): number[] => []);
  const blockedUntil = indices.map((): number => (kind === "delta" ? 0 : 2));
  const spikes: Spike[] = [];

  const mayFire = (index: number, step: number): boolean =>
    (voltages[index] ?? 0) >= 1 && (blockedUntil[index] ?? 0) <= step;

  const chooseFiring = (step: number): readonly number[] => {
    const ready = indices.filter((index) => mayFire(index, step));
    if (kind !== "delta") return ready;
    const inhibitory = ready.filter((index) => typeOf(index) === "inhibitory");
    const pool = inhibitory.length > 0 ? inhibitory : ready;
    const highest = Math.max(...pool.map((index) => voltages[index] ?? 0));
    return pool.filter((index) => voltages[index] === highest).slice(0, 1);
  };

  const release = (index: number, step: number): number => {
    const spiked = fired[index] ?? 0;
    if (kind === "delta") return spiked;
    if (kind === "exponential")
      return (released[index] ?? 0) * (1 - dt / run.spread) + (spiked * dt) / run.spread;
    if (spiked > 0) pulses[index]?.push(step);
    return (pulses[index] ?? []).filter((begin) => step < begin + run.spread).length / run.spread;
  };

  for (let step = 1; step < steps; step += 1) {
    const before = run.x(step - 1);
    const tracked = (run.x(step) - before) / dt + before;
    voltages = indices.map((row) => {
      const old = voltages[row] ?? 0;
      const drive = at(network.feedforward, row) * tracked + (1 - at(network.thresholds, row));
      const others = indices.reduce((sum, column) => {
        if (column === row && !sendsToItself(row)) return sum;
        return sum + weight(row, column) * (released[column] ?? 0);
      }, 0);
      const own = (sendsToItself(row) ? 0 : weight(row, row)) - at(network.selfResets, row);
      return old + dt * (-old + drive + (others + own * (fired[row] ?? 0)) / dt);
    });
    const firing = chooseFiring(step);
    fired = indices.map((index) => (firing.includes(index) ? 1 : 0));
    for (const index of firing) {
      blockedUntil[index] = step + run.refractory;
      spikes.push([index, step]);
      if (run.clamp) voltages[index] = 1;
    }
    released = indices.map((index) => release(index, step));
  }
  return spikes;
}
