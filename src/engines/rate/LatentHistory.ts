/**
 * What the latents were, for populations whose axons are slow: y(t - delay) between steps by cubic Hermite pieces,
 * which keeps the order of Runge-Kutta except in the one step that ends with a jump of the input. Before step 0 the
 * latents were as they started.
 */
export class LatentHistory {
  /** True when some latent is heard late. */
  readonly isActive: boolean;
  readonly #dt: number;
  /** Delay of each latent in steps, K. */
  readonly #delays: readonly number[];
  /** Steps that are kept. */
  readonly #length: number;
  readonly #values: Float64Array;
  readonly #slopes: Float64Array;

  /**
   * @param delays of each latent in steps, K.
   * @param dt step in tau.
   */
  constructor(delays: readonly number[], dt: number) {
    this.#delays = delays;
    this.#dt = dt;
    this.isActive = delays.some((steps) => steps > 0);
    this.#length = this.isActive ? Math.max(...delays) + 2 : 0;
    this.#values = new Float64Array(this.#length * delays.length);
    this.#slopes = new Float64Array(this.#length * delays.length);
  }

  /** The latents before step 0, at rest. */
  begin(latents: Float64Array): void {
    for (let row = 0; row < this.#length; row += 1) this.#values.set(latents, row * latents.length);
  }

  /** Keep y and y' of a step; steps must not be left out. */
  remember(step: number, latents: Float64Array, slope: Float64Array): void {
    const row = (step % this.#length) * latents.length;
    this.#values.set(latents, row);
    this.#slopes.set(slope, row);
  }

  /**
   * Write what is heard at `moment` (in steps), K.
   *
   * @param latents the present latents, heard where there is no delay.
   */
  read(moment: number, latents: Float64Array, out: Float64Array): void {
    const delays = this.#delays;
    for (let latent = 0; latent < delays.length; latent += 1) {
      const delay = delays[latent]!;
      out[latent] = delay === 0 ? latents[latent]! : this.#valueAt(moment - delay, latent);
    }
  }

  #valueAt(moment: number, latent: number): number {
    const step = Math.floor(moment);
    const part = moment - step;
    const width = this.#delays.length;
    const left = this.#row(step) * width + latent;
    const from = this.#values[left]!;
    // What was at rest before step 0 leaves with a slope: a piece that ended there would be bent.
    if (part === 0 || step < 0) return from;
    const right = this.#row(step + 1) * width + latent;
    const rise = this.#values[right]! - from;
    const rest = 1 - part;
    const bendLeft = this.#slopes[left]! * this.#dt - rise;
    const bendRight = rise - this.#slopes[right]! * this.#dt;
    return from + part * (rise + rest * (rest * bendLeft + part * bendRight));
  }

  #row(step: number): number {
    const length = this.#length;
    return ((step % length) + length) % length;
  }
}
