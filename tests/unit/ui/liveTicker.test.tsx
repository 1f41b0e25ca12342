import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLiveTicker } from "../../../src/ui/hooks/liveTicker.ts";
import type { SummaryFeed } from "../../../src/ui/services.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function createFeed() {
  const listeners = new Set<() => void>();
  const current = vi.fn<SummaryFeed["current"]>(() => null);
  const feed: SummaryFeed = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current,
    ghost: () => null,
  };
  const change = (): void => {
    for (const listener of listeners) listener();
  };
  return { feed, current, change, listeners };
}

describe("createLiveTicker", () => {
  it("computes the numbers once for all who read, however often they join again", () => {
    const { feed, current } = createFeed();
    const ticker = createLiveTicker(feed, () => false);
    const read = vi.fn();
    ticker.add(read);
    const leave = ticker.add(vi.fn());
    leave();
    ticker.add(vi.fn());
    expect(read).toHaveBeenCalledTimes(1);
    expect(current).toHaveBeenCalledTimes(1);
  });

  it("tells all readers once after a burst of changes", () => {
    const { feed, current, change } = createFeed();
    const ticker = createLiveTicker(feed, () => false);
    const first = vi.fn();
    const second = vi.fn();
    ticker.add(first);
    ticker.add(second);
    for (let time = 0; time < 5; time += 1) change();
    vi.advanceTimersByTime(200);
    expect(current).toHaveBeenCalledTimes(2);
    expect(first).toHaveBeenCalledTimes(2);
    expect(second).toHaveBeenCalledTimes(2);
  });

  it("takes its time while something is dragged", () => {
    const { feed, change } = createFeed();
    const ticker = createLiveTicker(feed, () => true);
    const read = vi.fn();
    vi.advanceTimersByTime(400 - (performance.now() % 400));
    ticker.add(read);
    change();
    vi.advanceTimersByTime(300);
    expect(read).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("listens to the feed only while somebody reads, and reads afresh after a pause", () => {
    const { feed, current, change, listeners } = createFeed();
    const ticker = createLiveTicker(feed, () => false);
    const leave = ticker.add(vi.fn());
    change();
    leave();
    expect(listeners.size).toBe(0);
    vi.advanceTimersByTime(200);
    expect(current).toHaveBeenCalledTimes(1);
    ticker.add(vi.fn());
    expect(current).toHaveBeenCalledTimes(2);
  });
});
