import type { Summary, SummaryFeed } from "../services.ts";
import { atNextBeat } from "./calmBeat.ts";

/** What a reader of live numbers gets: the present run and the pinned one. */
export interface LiveReading {
  readonly summary: Summary | null;
  readonly ghost: Summary | null;
}

/** Shares one subscription among all readers of live numbers, and one beat. */
export interface LiveTicker {
  /** Calls at once and after changes. @returns the function that ends it. */
  add(read: (reading: LiveReading) => void): () => void;
}

/**
 * Make a ticker that listens to the feed only while somebody reads.
 *
 * @param isBusy true while something is dragged.
 */
export function createLiveTicker(feed: SummaryFeed, isBusy: () => boolean): LiveTicker {
  const readers = new Set<(reading: LiveReading) => void>();
  let stop: (() => void) | null = null;
  let cancel: (() => void) | null = null;
  /** While somebody reads: a reader that joins, or comes back with other words, costs no new reading. */
  let latest: LiveReading | null = null;
  const take = (): LiveReading => ({ summary: feed.current(), ghost: feed.ghost() });
  const tick = () => {
    cancel = null;
    latest = take();
    for (const read of readers) read(latest);
  };
  const changed = () => {
    cancel ??= atNextBeat(tick, isBusy());
  };
  return {
    add(read) {
      readers.add(read);
      stop ??= feed.subscribe(changed);
      latest ??= take();
      read(latest);
      return () => {
        readers.delete(read);
        if (readers.size > 0) return;
        stop?.();
        stop = null;
        latest = null;
        cancel?.();
        cancel = null;
      };
    },
  };
}
