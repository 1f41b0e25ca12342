/** What a page has done since it was opened. */
export interface StreamCount {
  /** Buffers made by the page, or for it by the worker. */
  readonly buffers: number;
  /** Frames in which the time strip was painted. */
  readonly frames: number;
  /** Steps of the run that have arrived. */
  readonly steps: number;
}

declare global {
  interface Window {
    readStreamCount(): StreamCount;
  }
}

/**
 * Count every new buffer while the app streams: those that the page makes through ArrayBuffer or a typed array
 * (copies by slice and map included), and the questions to the worker that bring no used buffer back, for which
 * it must make one. Travels into the page as text, so it leans on nothing here.
 */
export function installStreamProbe(): void {
  let buffers = 0;
  let frames = 0;
  let steps = 0;
  const LAST_STEP_SLOT = 2;

  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;
  const read = (value: unknown, ...path: readonly string[]): unknown =>
    path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

  const countMakers = (name: string): void => {
    const original: unknown = Reflect.get(globalThis, name);
    if (typeof original !== "function") return;
    const counting = new Proxy(original, {
      construct(target, values, asked) {
        if (!(values[0] instanceof ArrayBuffer)) buffers += 1;
        return Reflect.construct(target, values, asked);
      },
    });
    // A copy is made by the constructor that its original names.
    original.prototype.constructor = counting;
    Reflect.set(globalThis, name, counting);
  };
  const elements = ["Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16", "Int32", "Uint32"];
  for (const element of [...elements, "BigInt64", "BigUint64", "Float32", "Float64"])
    countMakers(`${element}Array`);
  countMakers("ArrayBuffer");

  window.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener("message", ({ data }) => {
        const buffer = read(data, "value", "buffer");
        if (!(buffer instanceof ArrayBuffer)) return;
        steps = new Float64Array(buffer, 0, LAST_STEP_SLOT + 1)[LAST_STEP_SLOT] ?? 0;
      });
    }

    override postMessage(message: unknown, options?: Transferable[] & StructuredSerializeOptions) {
      const recycled = read(message, "argumentList", "0", "value", "recycled");
      if (read(message, "path", "0") === "next" && recycled === null) buffers += 1;
      super.postMessage(message, options ?? []);
    }
  };
  // Every painting begins by filling the whole picture.
  const fill = CanvasRenderingContext2D.prototype.fillRect;
  CanvasRenderingContext2D.prototype.fillRect = function fillAndCount(...place) {
    if (this.canvas.closest(".lb-time") !== null) frames += 1;
    fill.apply(this, place);
  };
  window.readStreamCount = () => ({ buffers, frames, steps });
}
