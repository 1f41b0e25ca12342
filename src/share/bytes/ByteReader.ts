import { demand } from "../linkFault.ts";

/** Longest `count`: eight bytes hold 56 bits, more than a whole number can have. */
const COUNT_BYTES = 8;

/** Reads what ByteWriter wrote and refuses to read past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #next = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#next;
  }

  byte(): number {
    const value = this.#bytes[this.#next];
    demand(value !== undefined, "it ends too early");
    this.#next += 1;
    return value;
  }

  count(): number {
    let value = 0;
    for (let index = 0; index < COUNT_BYTES; index += 1) {
      const byte = this.byte();
      value += (byte % 128) * 128 ** index;
      if (byte < 128) break;
    }
    demand(Number.isSafeInteger(value), "a count is too large");
    return value;
  }

  integer(): number {
    const code = this.count();
    return code % 2 === 0 ? code / 2 : -(code + 1) / 2;
  }

  float(): number {
    const view = new DataView(new ArrayBuffer(8));
    for (let index = 0; index < 8; index += 1) view.setUint8(index, this.byte());
    const value = view.getFloat64(0, true);
    demand(Number.isFinite(value), "a number is not finite");
    return value;
  }

  bits(length: number, width: number): number[] {
    const values = new Array<number>(length).fill(0);
    // Nothing to read, and `length` is then not bounded by the bytes that are left.
    if (width === 0) return values;
    demand(length * width <= this.left * 8, "it ends too early");
    const size = 2 ** width;
    let pool = 0;
    let filled = 0;
    for (let index = 0; index < length; index += 1) {
      while (filled < width) {
        pool += this.byte() * 2 ** filled;
        filled += 8;
      }
      values[index] = pool % size;
      pool = Math.floor(pool / size);
      filled -= width;
    }
    return values;
  }

  text(): string {
    const length = this.count();
    demand(length <= this.left, "a text ends too early");
    const units = Array.from({ length }, () => this.count());
    demand(
      units.every((unit) => unit < 65_536),
      "a text holds an impossible character",
    );
    return units.map((unit) => String.fromCharCode(unit)).join("");
  }
}
