import { describe, expect, it } from "vitest";
import { ByteReader } from "../../../src/share/bytes/ByteReader.ts";
import { ByteWriter } from "../../../src/share/bytes/ByteWriter.ts";
import { fromBase64Url, toBase64Url } from "../../../src/share/bytes/base64url.ts";
import { seal, unseal } from "../../../src/share/bytes/sealing.ts";
import { LINK_LIMITS } from "../../../src/share/limits.ts";

function written(write: (writer: ByteWriter) => void): ByteReader {
  const writer = new ByteWriter();
  write(writer);
  return new ByteReader(writer.finish());
}

/** Matchers take seconds for so many elements. */
function isSameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

describe("bytes", () => {
  it.each([0, 1, 127, 128, 300, 2 ** 31, 2 ** 32 + 5, Number.MAX_SAFE_INTEGER])(
    "hold the count %d",
    (value) => {
      const reader = written((writer) => writer.count(value));
      expect(reader.count()).toBe(value);
      expect(reader.left).toBe(0);
    },
  );

  it.each([0, -1, 1, -64, 64, 2 ** 45, -(2 ** 45)])("hold the whole number %d", (value) => {
    expect(written((writer) => writer.integer(value)).integer()).toBe(value);
  });

  it.each([0, -0, 1 / 3, -1e300, Number.MIN_VALUE, Number.MAX_VALUE])(
    "hold the double %d bit for bit",
    (value) => {
      expect(written((writer) => writer.float(value)).float()).toBe(value);
    },
  );

  it.each([
    [0, [0, 0, 0]],
    [1, [1, 0, 1, 1, 0, 0, 0, 1, 1]],
    [7, [127, 0, 1, 64]],
    [8, [255, 0]],
    [13, [8191, 4096, 1]],
    [45, [2 ** 45 - 1, 0, 2 ** 44 + 1]],
  ])("hold numbers of %d bits", (width, values) => {
    const reader = written((writer) => writer.bits(values, width));
    expect(reader.left).toBe(Math.ceil((width * values.length) / 8));
    expect(reader.bits(values.length, width)).toEqual(values);
  });

  it.each(["", "plain", "|yI| ≤ 4 – é", "😀", "\ud800 alone", "\u0000"])(
    "hold the text %j",
    (value) => {
      expect(written((writer) => writer.text(value)).text()).toBe(value);
    },
  );

  it("refuse to write a number that is not finite", () => {
    expect(() => written((writer) => writer.float(Number.NaN))).toThrow(/not finite/);
  });

  it("refuse to be read past their end", () => {
    expect(() => new ByteReader(new Uint8Array()).byte()).toThrow(/too early/);
    expect(() => new ByteReader(Uint8Array.of(200)).count()).toThrow(/too early/);
    expect(() => new ByteReader(new Uint8Array(7)).float()).toThrow(/too early/);
    expect(() => new ByteReader(Uint8Array.of(1)).bits(9, 1)).toThrow(/too early/);
    expect(() => new ByteReader(Uint8Array.of(9, 65)).text()).toThrow(/too early/);
  });

  it("refuse numbers that nobody writes", () => {
    expect(() => new ByteReader(new Uint8Array(9).fill(255)).count()).toThrow(/too large/);
    const infinite = Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf0, 0x7f);
    expect(() => new ByteReader(infinite).float()).toThrow(/not finite/);
    const letter = Uint8Array.of(1, 0x80, 0x80, 0x04);
    expect(() => new ByteReader(letter).text()).toThrow(/impossible character/);
  });
});

describe("base64url", () => {
  it.each([
    ["", []],
    ["AA", [0]],
    ["_w", [255]],
    ["-_8", [251, 255]],
    ["AQID", [1, 2, 3]],
    ["AQIDBA", [1, 2, 3, 4]],
  ])("spells %j", (text, bytes) => {
    expect(toBase64Url(Uint8Array.from(bytes))).toBe(text);
    expect([...fromBase64Url(text)]).toEqual(bytes);
  });

  it("refuses letters of other alphabets and a lonely letter", () => {
    expect(() => fromBase64Url("AQ+D")).toThrow(/no link has/);
    expect(() => fromBase64Url("AQ==")).toThrow(/no link has/);
    expect(() => fromBase64Url("AQIDB")).toThrow(/missing/);
  });
});

describe("sealing", () => {
  const dictionary = Uint8Array.from("boundaries and where they cross", (letter) =>
    letter.charCodeAt(0),
  );

  it.each([0, 1, 255, 256, 257, 100_000])("brings %d bytes back", (length) => {
    const plain = Uint8Array.from({ length }, (_, index) => (index * index) % 251);
    expect(isSameBytes(unseal(seal(plain, dictionary), dictionary), plain)).toBe(true);
  });

  it("makes what the dictionary says almost free", () => {
    expect(seal(dictionary, dictionary).length).toBeLessThan(8);
  });

  it("finds a changed byte", () => {
    const sealed = seal(Uint8Array.of(1, 2, 3, 4, 5, 6), dictionary);
    // The last byte is only the padding of the deflater's last block.
    for (const index of sealed.subarray(0, -1).keys()) {
      const changed = sealed.map((byte, at) => (at === index ? byte ^ 16 : byte));
      expect(() => unseal(changed, dictionary)).toThrow();
    }
  });

  it("finds a lost end", () => {
    const sealed = seal(
      Uint8Array.from({ length: 50 }, (_, index) => index),
      dictionary,
    );
    for (const length of sealed.keys()) {
      expect(() => unseal(sealed.subarray(0, length), dictionary)).toThrow();
    }
  });

  it("stops inflating a bomb at the limit", () => {
    const bomb = seal(new Uint8Array(LINK_LIMITS.bytes + 1), dictionary);
    expect(bomb.length).toBeLessThan(500);
    expect(() => unseal(bomb, dictionary)).toThrow(/more than 262144 bytes/);
    const full = new Uint8Array(LINK_LIMITS.bytes);
    expect(isSameBytes(unseal(seal(full, dictionary), dictionary), full)).toBe(true);
  });
});
