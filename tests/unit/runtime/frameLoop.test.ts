import { describe, expect, it } from "vitest";
import { createFrameLoop } from "#runtime/client";
import { CrankedFrames } from "../../support/handCrank.ts";

describe("frame loop", () => {
  it("sleeps until invalidated and asks for one frame however often", () => {
    const frames = new CrankedFrames();
    const loop = createFrameLoop(frames);
    expect(frames.waiting).toBe(0);
    loop.invalidate();
    loop.invalidate();
    expect(frames.waiting).toBe(1);
  });

  it("calls every subscriber once a frame and sleeps again", () => {
    const frames = new CrankedFrames();
    const loop = createFrameLoop(frames);
    const calls: string[] = [];
    loop.subscribe((time) => calls.push(`a ${time}`));
    loop.subscribe((time) => calls.push(`b ${time}`));
    loop.invalidate();
    frames.turn(100);
    frames.turn(200);
    expect(calls).toEqual(["a 100", "b 100"]);
  });

  it("goes on while a subscriber invalidates, and tells the time since the frame before", () => {
    const frames = new CrankedFrames();
    const loop = createFrameLoop(frames);
    const elapsed: number[] = [];
    loop.subscribe((_time, elapsedMs) => {
      elapsed.push(elapsedMs);
      if (elapsed.length < 3) loop.invalidate();
    });
    loop.invalidate();
    for (const time of [100, 116, 140, 160]) frames.turn(time);
    expect(elapsed).toEqual([0, 16, 24]);
    loop.invalidate();
    frames.turn(5000);
    expect(elapsed).toEqual([0, 16, 24, 0]);
  });

  it("leaves out who has unsubscribed", () => {
    const frames = new CrankedFrames();
    const loop = createFrameLoop(frames);
    let calls = 0;
    const leave = loop.subscribe(() => {
      calls += 1;
    });
    leave();
    loop.invalidate();
    frames.turn(1);
    expect(calls).toBe(0);
  });

  it("survives a subscriber that throws", () => {
    const frames = new CrankedFrames();
    const loop = createFrameLoop(frames);
    let broken = true;
    let calls = 0;
    loop.subscribe(() => {
      if (broken) throw new Error("paint");
      calls += 1;
    });
    loop.invalidate();
    expect(() => frames.turn(1)).toThrow("paint");
    broken = false;
    loop.invalidate();
    frames.turn(2);
    expect(calls).toBe(1);
  });

  it("cancels its frame and stays asleep when disposed", () => {
    const frames = new CrankedFrames();
    const loop = createFrameLoop(frames);
    loop.invalidate();
    loop.dispose();
    loop.invalidate();
    expect(frames.waiting).toBe(0);
  });
});
