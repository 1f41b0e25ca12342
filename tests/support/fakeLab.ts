import { createFrameLoop } from "#runtime/client";
import { createTraces } from "#runtime/protocol";
import type { Lab, LabData } from "../../src/ui/lab/LabContext.tsx";
import { CrankedFrames } from "./handCrank.ts";

/** A lab whose frames come when a test says so, and what was asked of it. */
export interface FakeLab extends Lab {
  readonly asked: readonly string[];
  /** Paint a frame, this many ms after the start of the page. */
  turn(timeMs?: number): void;
  /** Whether a frame has been asked for. */
  readonly isWaiting: boolean;
}

/** A lab with this data; seeking moves the playhead and nothing else. */
export function createFakeLab(change: Partial<LabData> = {}): FakeLab {
  const frames = new CrankedFrames();
  const loop = createFrameLoop(frames);
  const asked: string[] = [];
  const data: LabData = {
    traces: createTraces(),
    ghost: null,
    time: 0,
    timeRange: [0, 10],
    ...change,
  };
  return {
    data,
    loop,
    asked,
    seek(time, commit) {
      data.time = time;
      asked.push(`seek ${Number(time.toFixed(6))}${commit ? " for good" : ""}`);
    },
    holdInput: (values) => void asked.push(`hold ${values.join(" ")}`),
    stepOnce: () => void asked.push("step"),
    registerCapture: () => undefined,
    turn(timeMs = 0) {
      loop.invalidate();
      frames.turn(timeMs);
    },
    get isWaiting() {
      return frames.waiting > 0;
    },
  };
}
