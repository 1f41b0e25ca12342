import { demand } from "../linkFault.ts";

/** Grows a list of bytes; the counterpart of ByteReader. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  get length(): number {
    return this.#bytes.length;
  }

  byte(value: number): void {
    this.#bytes.push(value);
  }

  append(other: ByteWriter): void {
    for (const value of other.#bytes) this.#bytes.push(value);
  }

  /** A whole number >= 0 up to 2^53, seven bits a byte, lowest first. */
  count(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** A whole number of either sign up to 2^52: 0, -1, 1, -2, ... as 0, 1, 2, 3, ... */
  integer(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** All eight bytes of a finite number. */
  float(value: number): void {
    demand(Number.isFinite(value), `the number ${value} is not finite`);
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    for (let index = 0; index < 8; index += 1) this.byte(view.getUint8(index));
  }

  /** Whole numbers from 0 to 2^width - 1, `width` bits each (at most 45), lowest bit first, padded to a byte. */
  bits(values: readonly number[], width: number): void {
    let pool = 0;
    let filled = 0;
    for (const value of values) {
      // A product and not a shift: shifts end at 32 bits, doubles carry 53.
      pool += value * 2 ** filled;
      filled += width;
      while (filled >= 8) {
        this.byte(pool % 256);
        pool = Math.floor(pool / 256);
        filled -= 8;
      }
    }
    if (filled > 0) this.byte(pool);
  }

  /** UTF-16 code units, so that every text survives, even one that is not valid Unicode. */
  text(value: string): void {
    this.count(value.length);
    for (let index = 0; index < value.length; index += 1) this.count(value.charCodeAt(index));
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
