import type { CDPSession, Page } from "playwright-core";
import { readReferenceExperiment } from "../../support/referenceCases.ts";
import { slopeOf } from "../numbers.ts";
import { type BenchRow, createRow } from "../report/row.ts";
import { dropFile, type Stage, wait, withApp } from "./stage.ts";
import { installStreamProbe } from "./streamProbe.ts";

/** Figure 5d without an end, fast enough to fill and empty all memory often; tau a second. */
const VIEW = { mode: "live", speed: 10, liveInput: [6] };
/** By then the rolling window of 25 tau has been moved to the front of its memory once. */
const WARM_UP_STEPS = 20_000;
const READINGS = 10;

/** What a live run cost while it streamed. */
interface StreamReading {
  readonly buffers: number;
  /** kB/s. */
  readonly heapSlope: number;
  readonly framesPerSecond: number;
}

/** Measure a live run for some seconds after a warm-up: new buffers, growth of the heap, frames. */
export async function streamRows(stage: Stage, seconds: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const webgl of [false, true]) {
    const opening = { webgl, probe: installStreamProbe, fragment: "" };
    const reading = await withApp(stage, opening, (page) => measureStream(page, seconds));
    const views = webgl ? "with the 3-D view in software" : "2-D views";
    rows.push(...rowsOf(reading, `streaming ${seconds} s, ${views}`));
  }
  return rows;
}

function rowsOf({ buffers, heapSlope, framesPerSecond }: StreamReading, name: string): BenchRow[] {
  return [
    createRow({
      name: `${name}, new buffers`,
      value: buffers,
      unit: "buffers",
      bar: 0,
      direction: "<=",
    }),
    createRow({
      name: `${name}, heap slope`,
      value: heapSlope,
      unit: "kB/s",
      bar: 50,
      direction: "<=",
    }),
    createRow({
      name: `${name}, frames`,
      value: framesPerSecond,
      unit: "frames/s",
      bar: null,
      direction: ">=",
    }),
  ];
}

async function measureStream(page: Page, seconds: number): Promise<StreamReading> {
  const experiment = JSON.parse(readReferenceExperiment("fig5d"));
  await dropFile(page, "live.json", JSON.stringify({ ...experiment, view: VIEW }));
  await page.waitForFunction((steps) => window.readStreamCount().steps > steps, WARM_UP_STEPS, {
    polling: 500,
    timeout: 120_000,
  });
  const session = await page.context().newCDPSession(page);
  const before = await page.evaluate(() => window.readStreamCount());
  const start = performance.now();
  const heap: [time: number, kilobytes: number][] = [];
  for (let reading = 0; reading <= READINGS; reading += 1) {
    await wait(start + (reading / READINGS) * seconds * 1000 - performance.now());
    heap.push([(performance.now() - start) / 1000, await readHeap(session)]);
  }
  const passed = (performance.now() - start) / 1000;
  const after = await page.evaluate(() => window.readStreamCount());
  return {
    buffers: after.buffers - before.buffers,
    heapSlope: slopeOf(heap),
    framesPerSecond: (after.frames - before.frames) / passed,
  };
}

/** What the page's heap still holds after a collection, kB. */
async function readHeap(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1000;
}
