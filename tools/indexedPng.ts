import { deflateSync } from "node:zlib";

/** Pixels as red, green, blue, alpha bytes, row by row; alpha is ignored. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const MOST_COLOURS = 256;
/** Bits a channel that tell colours apart before the palette is chosen. */
const BITS = 6;

/** A colour of the picture: its mean in red, green and blue, and its pixels. */
interface Shade {
  readonly key: number;
  readonly rgb: readonly [number, number, number];
  readonly count: number;
}

/** Write a PNG of at most 256 colours: drawings shrink to a third and look the same. */
export function encodeIndexedPng({ width, height, pixels }: Bitmap): Buffer {
  const shades = countShades(pixels);
  const boxes = cutIntoBoxes(shades);
  const palette = Buffer.from(boxes.flatMap(meanColour));
  const indexOf = new Map(boxes.flatMap((box, index) => box.map(({ key }) => [key, index])));
  // Each row begins with its filter, 0.
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = indexOf.get(keyAt(pixels, 4 * (y * width + x))) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, an index into the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function keyAt(pixels: Uint8Array, at: number): number {
  const drop = 8 - BITS;
  const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
  return ((red >> drop) << (2 * BITS)) | ((green >> drop) << BITS) | (blue >> drop);
}

function countShades(pixels: Uint8Array): Shade[] {
  const sums = new Map<number, [number, number, number, number]>();
  for (let at = 0; at < pixels.length; at += 4) {
    const key = keyAt(pixels, at);
    const sum = sums.get(key) ?? [0, 0, 0, 0];
    sum[0] += pixels[at] ?? 0;
    sum[1] += pixels[at + 1] ?? 0;
    sum[2] += pixels[at + 2] ?? 0;
    sum[3] += 1;
    sums.set(key, sum);
  }
  return [...sums].map(([key, [red, green, blue, count]]) => ({
    key,
    rgb: [red / count, green / count, blue / count],
    count,
  }));
}

/** Median cut: the box whose colours differ most, weighed by their pixels, is halved until there are enough. */
function cutIntoBoxes(shades: Shade[]): Shade[][] {
  const boxes = [shades];
  while (boxes.length < MOST_COLOURS) {
    const scores = boxes.map((box) => widestChannel(box).width * Math.sqrt(pixelsOf(box)));
    const worst = scores.indexOf(Math.max(...scores));
    const largest = boxes[worst];
    if (largest === undefined || largest.length < 2) break;
    boxes.splice(worst, 1, ...halve(largest));
  }
  return boxes;
}

function pixelsOf(box: readonly Shade[]): number {
  return box.reduce((sum, { count }) => sum + count, 0);
}

function widestChannel(box: readonly Shade[]): {
  readonly channel: number;
  readonly width: number;
} {
  if (box.length < 2) return { channel: 0, width: 0 };
  const widths = [0, 1, 2].map((channel) => {
    const values = box.map(({ rgb }) => rgb[channel] ?? 0);
    return Math.max(...values) - Math.min(...values);
  });
  const width = Math.max(...widths);
  return { channel: widths.indexOf(width), width };
}

function halve(box: readonly Shade[]): [Shade[], Shade[]] {
  const { channel } = widestChannel(box);
  const sorted = box.toSorted((a, b) => (a.rgb[channel] ?? 0) - (b.rgb[channel] ?? 0));
  const half = pixelsOf(box) / 2;
  let seen = 0;
  let cut = sorted.findIndex(({ count }) => {
    seen += count;
    return seen >= half;
  });
  cut = Math.min(sorted.length - 1, Math.max(1, cut));
  return [sorted.slice(0, cut), sorted.slice(cut)];
}

function meanColour(box: readonly Shade[]): number[] {
  const pixels = pixelsOf(box);
  return [0, 1, 2].map((channel) =>
    Math.round(box.reduce((sum, { rgb, count }) => sum + (rgb[channel] ?? 0) * count, 0) / pixels),
  );
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1)
    value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let check = 0xffffffff;
  for (const byte of body) check = (CRC_TABLE[(check ^ byte) & 255] ?? 0) ^ (check >>> 8);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE((check ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
