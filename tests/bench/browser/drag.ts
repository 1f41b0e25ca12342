import type { Page } from "playwright-core";
import { readReferenceExperiment } from "../../support/referenceCases.ts";
import { median, percentile } from "../numbers.ts";
import { type BenchRow, createRow } from "../report/row.ts";
import { type DragRecord, installDragProbe } from "./dragProbe.ts";
import { dropFile, type Stage, wait, withApp } from "./stage.ts";

const MOVES = 60;
const FRAME = 1000 / 60;
/** Two frames and 5 ms. */
const LATENCY_BAR = 38.4;
const REPEATS = 5;
/** A place in the slice away from all lines, pixels. */
const SILENT = { x: 90, y: 30 };
/** Where lines are sought, as shares of the slice's width. */
const COLUMNS = [0.4, 0.6, 0.25];
/** Length of a move, pixels; the drag goes up and comes back. */
const STRIDE = 3;

/** A protocol of the paper, from its reference case. */
const PROTOCOLS = [
  { label: "figure 5d", file: "fig5d" },
  { label: "figure 8c", file: "seeded-fig8c" },
] as const;

type Protocol = (typeof PROTOCOLS)[number];

/**
 * Measure how soon the picture answers a hand: latency from each pointer move to the frame that shows boundary,
 * spikes and readouts of that move, and tasks that kept the page from answering.
 */
export async function dragRows(stage: Stage): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const protocol of PROTOCOLS) {
    rows.push(...barredRows(protocol, await recordDrags(stage, protocol, false)));
    rows.push(openRow(protocol, await recordDrags(stage, protocol, true)));
  }
  return rows;
}

function barredRows({ label }: Protocol, records: readonly DragRecord[]): BenchRow[] {
  const latencies = records.map(latenciesOf);
  const name = `drag to paint, ${label}, 60 moves, 2-D views`;
  const tasks = records.reduce((sum, { longTasks }) => sum + longTasks.length, 0);
  return [
    createRow({
      name: `${name}, p95`,
      value: median(latencies.map((one) => percentile(one, 0.95))),
      unit: "ms",
      bar: LATENCY_BAR,
      direction: "<=",
    }),
    createRow({
      name: `${name}, median`,
      value: median(latencies.flat()),
      unit: "ms",
      bar: null,
      direction: "<=",
    }),
    createRow({
      name: `tasks over 50 ms in ${records.length} drags, ${label}, 2-D views`,
      value: tasks,
      unit: "tasks",
      bar: 0,
      direction: "<=",
    }),
  ];
}

function openRow({ label }: Protocol, records: readonly DragRecord[]): BenchRow {
  return createRow({
    name: `drag to paint, ${label}, 60 moves, with the 3-D view in software, p95`,
    value: median(records.map((record) => percentile(latenciesOf(record), 0.95))),
    unit: "ms",
    bar: null,
    direction: "<=",
  });
}

/** Of every move, the time until it or a later one was on screen. */
function latenciesOf({ moves, frames }: DragRecord): number[] {
  return moves.map((time, move) => {
    const frame = frames.find((candidate) => candidate.move >= move);
    return frame === undefined ? Number.POSITIVE_INFINITY : frame.at - time;
  });
}

function recordDrags(stage: Stage, { file }: Protocol, webgl: boolean): Promise<DragRecord[]> {
  return withApp(stage, { webgl, probe: installDragProbe, fragment: "" }, async (page) => {
    await dropFile(page, `${file}.json`, readReferenceExperiment(file));
    await wait(1000);
    const records: DragRecord[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const from = await findLine(page);
      await page.evaluate(() => window.takeDragRecord());
      records.push(await recordDrag(page, from));
      // Back to the beginning, with nothing selected.
      await page.keyboard.press("Control+z");
      await page.locator(".lb-area-slice canvas").click({ position: SILENT });
      await wait(300);
    }
    return records;
  });
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A place on a neuron's line in the slice: where the pointer becomes a hand. */
async function findLine(page: Page): Promise<Place> {
  const canvas = page.locator(".lb-area-slice canvas");
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("The slice is not on screen.");
  for (const column of COLUMNS) {
    const x = box.x + column * box.width;
    for (let y = box.y + 0.8 * box.height; y > box.y + 0.3 * box.height; y -= 3) {
      await page.mouse.move(x, y);
      if ((await canvas.evaluate((element) => element.style.cursor)) === "grab") return { x, y };
    }
  }
  throw new Error("No neuron's line was found in the slice.");
}

/** Press, move 60 times at 60 Hz up and back, and let go; moves are sent without waiting for answers. */
async function recordDrag(page: Page, { x, y }: Place): Promise<DragRecord> {
  const session = await page.context().newCDPSession(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const sent: Promise<unknown>[] = [];
  const start = performance.now();
  for (let move = 1; move <= MOVES; move += 1) {
    await wait(start + move * FRAME - performance.now());
    const height = STRIDE * Math.min(move, MOVES - move + 1);
    const event = { type: "mouseMoved", button: "left", buttons: 1 } as const;
    sent.push(session.send("Input.dispatchMouseEvent", { ...event, x, y: y - height }));
  }
  await Promise.all(sent);
  await wait(300);
  const record = await page.evaluate(() => window.takeDragRecord());
  await page.mouse.up();
  await wait(300);
  await session.detach();
  return record;
}
