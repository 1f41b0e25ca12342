import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import {
  PATIENCE,
  paintFrames,
  pictureOf,
  pressAndMove,
  readValue,
  region,
  settle,
  sliceInput,
  slider,
  toNumber,
} from "./support/lab.ts";

const strip = (page: Page) => region(page, /^Input, readouts/);
const button = (page: Page, name: string) => strip(page).getByRole("button", { name, exact: true });

describe("time", () => {
  const app = useApp();

  it("goes where the playhead is dragged, and Escape takes it back", async () => {
    const { page } = app;
    await settle(page);
    const playhead = slider(page, "Playhead");
    const from = await readValue(playhead);
    const input = await sliceInput(page);
    await pressAndMove(page, playhead, { x: 120, y: 0 });
    await expect.poll(() => readValue(playhead), PATIENCE).toBeGreaterThan(from + 1);
    expect(await sliceInput(page)).not.toBe(input);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect.poll(() => readValue(playhead), PATIENCE).toBe(from);
    await pressAndMove(page, playhead, { x: -90, y: 0 });
    await page.mouse.up();
    await expect.poll(() => readValue(playhead), PATIENCE).toBeLessThan(from - 1);
  });

  it("steps from spike to spike, forth and back", async () => {
    const { page } = app;
    const { truth } = await settle(page);
    const playhead = slider(page, "Playhead");
    const from = await readValue(playhead);
    const later = truth.spikeTimes.filter((time) => time > from + 1e-9);
    await button(page, "Next spike").click();
    await expect.poll(() => readValue(playhead), PATIENCE).toBeCloseTo(later[0] ?? -1, 3);
    await page.keyboard.press(".");
    await expect.poll(() => readValue(playhead), PATIENCE).toBeCloseTo(later[1] ?? -1, 3);
    await button(page, "Previous spike").click();
    await expect.poll(() => readValue(playhead), PATIENCE).toBeCloseTo(later[0] ?? -1, 3);
  });

  it("sets the analysis window by its handle: one undo step, other spike counts", async () => {
    const { page } = app;
    const { table } = await settle(page);
    const address = page.url();
    await pressAndMove(page, slider(page, "Analysis window from"), { x: 150, y: 0 });
    await page.mouse.up();
    const { table: narrow, truth } = await settle(page, address);
    expect(truth.experiment.window.from).toBeGreaterThan(4);
    expect(narrow).not.toEqual(table);
    const narrowed = page.url();
    await page.keyboard.press("Control+z");
    expect((await settle(page, narrowed)).table).toEqual(table);
  });
});

describe("time that runs", () => {
  const app = useApp({ reducedMotion: "no-preference" });

  it("plays from the first moment, and pauses and plays at a press", async () => {
    const { page } = app;
    const playhead = slider(page, "Playhead");
    const isMovedFrom = async (time: number): Promise<void> => {
      await expect.poll(() => readValue(playhead), PATIENCE).not.toBe(time);
    };
    await isMovedFrom(await readValue(playhead));
    await button(page, "Pause").click();
    await button(page, "Play").waitFor();
    await paintFrames(page, 2);
    const held = await readValue(playhead);
    await paintFrames(page, 20);
    expect(await readValue(playhead)).toBe(held);
    await button(page, "Play").click();
    await isMovedFrom(held);
    await button(page, "Pause").click();
  });

  it("runs live: time goes on, the readouts follow the input held by hand, a step is a step", async () => {
    const { page } = app;
    const canvas = strip(page).locator("canvas");
    const readout = async (): Promise<number> => {
      const row = page.getByRole("row", { name: /^readout now/ });
      return toNumber((await row.getByRole("cell").first().textContent()) ?? "");
    };
    const crossing = async (): Promise<number> => {
      const text = await page
        .getByText(/crossing at yE/i)
        .first()
        .textContent();
      return toNumber(/yE ([\d.]+)/.exec(text ?? "")?.[1] ?? "");
    };
    const distance = async (): Promise<number> => Math.abs((await readout()) - (await crossing()));

    await button(page, "live").click();
    await button(page, "Pause").waitFor();
    const picture = await pictureOf(canvas);
    await expect.poll(() => pictureOf(canvas), PATIENCE).not.toBe(picture);
    await expect.poll(distance, PATIENCE).toBeLessThan(0.3);

    const plane = slider(page, /^Input x, held by hand/);
    await plane.focus();
    const before = { input: await readValue(plane), crossing: await crossing() };
    const key = before.input > 0 ? "Shift+ArrowLeft" : "Shift+ArrowRight";
    for (let press = 0; press < 4; press += 1) await page.keyboard.press(key);
    await expect
      .poll(async () => Math.abs((await readValue(plane)) - before.input), PATIENCE)
      .toBeGreaterThan(1);
    expect(await sliceInput(page)).toBeCloseTo(await readValue(plane), 1);
    await expect.poll(crossing, PATIENCE).not.toBe(before.crossing);
    await expect.poll(distance, PATIENCE).toBeLessThan(0.3);

    await button(page, "Pause").click();
    await strip(page).locator("[data-run-phase='paused']").waitFor();
    await paintFrames(page, 10);
    const still = await pictureOf(canvas);
    await paintFrames(page, 10);
    expect(await pictureOf(canvas)).toBe(still);
    await expect
      .poll(async () => {
        await button(page, "Step on").click();
        return pictureOf(canvas);
      }, PATIENCE)
      .not.toBe(still);
    await button(page, "Play").waitFor();
  });
});
