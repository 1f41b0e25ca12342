type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

const FIRST_CAPACITY = 256;

/** A typed array that doubles when full. */
export class GrowableArray<T extends Numbers> {
  readonly #create: (length: number) => T;
  #values: T;
  #length = 0;

  constructor(create: (length: number) => T) {
    this.#create = create;
    this.#values = create(FIRST_CAPACITY);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#create(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  pushAll(values: Float64Array): void {
    for (let index = 0; index < values.length; index += 1) this.push(values[index]!);
  }

  /** A copy of what was pushed. */
  toArray(): T {
    const copy = this.#create(this.#length);
    copy.set(this.#values.subarray(0, this.#length));
    return copy;
  }
}
