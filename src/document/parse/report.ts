/** One thing that is wrong with a document. */
export interface Problem {
  /** Where, e.g. `network.populations[0].thresholds[2]`; empty for the whole document. */
  readonly path: string;
  /** One sentence that names the field, the value found and what is allowed. */
  readonly message: string;
}

/** More than this helps nobody: a list of a million wrong numbers has one cause. */
const MOST = 20;

/** Collects what is wrong (problems) and what is odd but harmless (warnings) while a document is read. */
export class Report {
  readonly #problems: Problem[] = [];
  readonly #warnings: string[] = [];
  #unlistedProblems = 0;
  #unlistedWarnings = 0;

  /** How many things are wrong so far. */
  get faults(): number {
    return this.#problems.length + this.#unlistedProblems;
  }

  refuse(path: string, message: string): void {
    if (this.#problems.length < MOST) this.#problems.push({ path, message });
    else this.#unlistedProblems += 1;
  }

  warn(message: string): void {
    if (this.#warnings.length < MOST) this.#warnings.push(message);
    else this.#unlistedWarnings += 1;
  }

  /** Everything wrong, the first twenty one by one. */
  get problems(): readonly Problem[] {
    if (this.#unlistedProblems === 0) return this.#problems;
    const message = `There are ${this.#unlistedProblems} more problems, which are not listed.`;
    return [...this.#problems, { path: "", message }];
  }

  get warnings(): readonly string[] {
    if (this.#unlistedWarnings === 0) return this.#warnings;
    return [
      ...this.#warnings,
      `There are ${this.#unlistedWarnings} more warnings, which are not listed.`,
    ];
  }
}
