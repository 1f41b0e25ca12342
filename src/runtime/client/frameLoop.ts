/** What the loop needs of the browser: `requestAnimationFrame` and `cancelAnimationFrame`, or a hand crank. */
export interface FrameSource {
  readonly request: (callback: (timeMs: number) => void) => number;
  readonly cancel: (handle: number) => void;
}

/** Called once a frame; `elapsedMs` since the frame before, 0 after a sleep. */
export type FrameSubscriber = (timeMs: number, elapsedMs: number) => void;

/** One shared animation loop that sleeps when nothing changed. */
export interface FrameLoop {
  /** Something changed: paint in the next frame. A subscriber that wants to go on calls it again. */
  invalidate(): void;
  /** Take part in every frame; returns how to leave. */
  subscribe(subscriber: FrameSubscriber): () => void;
  dispose(): void;
}

/** Make a loop; it asks for a frame only when invalidated. */
export function createFrameLoop(source: FrameSource): FrameLoop {
  const subscribers = new Set<FrameSubscriber>();
  let handle: number | null = null;
  /** Time of the frame before, or null after a sleep. */
  let previous: number | null = null;
  let disposed = false;

  const paint = (timeMs: number): void => {
    handle = null;
    const elapsedMs = previous === null ? 0 : timeMs - previous;
    previous = timeMs;
    try {
      for (const subscriber of subscribers) subscriber(timeMs, elapsedMs);
    } finally {
      if (handle === null) previous = null;
    }
  };

  return {
    invalidate(): void {
      if (handle === null && !disposed) handle = source.request(paint);
    },
    subscribe(subscriber: FrameSubscriber): () => void {
      subscribers.add(subscriber);
      return () => {
        subscribers.delete(subscriber);
      };
    },
    dispose(): void {
      disposed = true;
      subscribers.clear();
      if (handle !== null) source.cancel(handle);
      handle = null;
    },
  };
}
