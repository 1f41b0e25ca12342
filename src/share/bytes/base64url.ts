import { demand } from "../linkFault.ts";

/** The letters that a fragment carries unescaped (RFC 4648, section 5). */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const SIXES = new Map([...LETTERS].map((letter, six) => [letter, six]));

/** Write bytes as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  const letters: string[] = [];
  let pool = 0;
  let filled = 0;
  for (const byte of bytes) {
    pool = pool * 256 + byte;
    filled += 8;
    while (filled >= 6) {
      filled -= 6;
      letters.push(LETTERS.charAt(Math.floor(pool / 2 ** filled)));
      pool %= 2 ** filled;
    }
  }
  if (filled > 0) letters.push(LETTERS.charAt(pool * 2 ** (6 - filled)));
  return letters.join("");
}

/**
 * Read base64url.
 *
 * @throws LinkFault when a letter does not belong or one is missing.
 */
export function fromBase64Url(text: string): Uint8Array {
  demand(text.length % 4 !== 1, "a letter is missing");
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let pool = 0;
  let filled = 0;
  let next = 0;
  for (const letter of text) {
    const six = SIXES.get(letter);
    demand(six !== undefined, "it holds letters that no link has");
    pool = pool * 64 + six;
    filled += 6;
    if (filled < 8) continue;
    filled -= 8;
    bytes[next] = Math.floor(pool / 2 ** filled);
    next += 1;
    pool %= 2 ** filled;
  }
  return bytes;
}
