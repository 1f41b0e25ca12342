import { deflateSync, Inflate } from "fflate";
import { LINK_LIMITS } from "../limits.ts";
import { demand } from "../linkFault.ts";

/** Bytes inflated at a time: one piece can grow a thousandfold, so the limit holds within a quarter megabyte. */
const PIECE = 256;
const CHECK_BYTES = 2;

/**
 * Deflate, with a checksum before it: a link that lost a letter in a chat must not open as something else.
 *
 * @param dictionary bytes that the deflater may point back to; reading takes the same.
 */
export function seal(plain: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const deflated = deflateSync(plain, { level: 9, dictionary });
  const sealed = new Uint8Array(CHECK_BYTES + deflated.length);
  sealed.set(checksum(plain));
  sealed.set(deflated, CHECK_BYTES);
  return sealed;
}

/**
 * Undo `seal`.
 *
 * @throws LinkFault or the inflater's own error when the bytes are damaged or inflate beyond the limit.
 */
export function unseal(sealed: Uint8Array, dictionary: Uint8Array): Uint8Array {
  demand(sealed.length > CHECK_BYTES, "it ends too early");
  const plain = inflate(sealed.subarray(CHECK_BYTES), dictionary);
  const [low, high] = checksum(plain);
  demand(low === sealed[0] && high === sealed[1], "letters were lost or changed");
  return plain;
}

function inflate(deflated: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const limit = LINK_LIMITS.bytes;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate({ dictionary }, (piece) => {
    length += piece.length;
    demand(length <= limit, `it holds more than ${limit} bytes`);
    pieces.push(piece);
  });
  for (let start = 0; start < deflated.length; start += PIECE) {
    const end = start + PIECE;
    stream.push(deflated.subarray(start, end), end >= deflated.length);
  }
  const plain = new Uint8Array(length);
  let next = 0;
  for (const piece of pieces) {
    plain.set(piece, next);
    next += piece.length;
  }
  return plain;
}

/** FNV-1a folded to 16 bits: finds accidents, not forgeries; a forged link is only another link. */
function checksum(bytes: Uint8Array): readonly [number, number] {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  const folded = (hash ^ (hash >>> 16)) & 0xffff;
  return [folded & 0xff, folded >>> 8];
}
