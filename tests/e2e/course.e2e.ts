import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import {
  middleOf,
  PATIENCE,
  pressAndMove,
  type Rest,
  readNotices,
  region,
  settle,
  slider,
  undoStep,
} from "./support/lab.ts";

const course = (page: Page) => page.getByRole("combobox", { name: "course" });

/** Do something to the course or the seed, which the table does not show, and wait for what comes of it. */
async function change(page: Page, act: () => Promise<unknown>): Promise<Rest> {
  const address = page.url();
  await act();
  return settle(page, address);
}

/** Press on a handle, move it and let go. */
async function dragHandle(
  page: Page,
  handle: Locator,
  by: { readonly x: number; readonly y: number },
): Promise<void> {
  await pressAndMove(page, handle, by);
  await page.mouse.up();
}

/** Choose a file for the course. */
async function loadCourse(page: Page, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    course(page).selectOption({ label: "from a file…" }),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

describe("the input course", () => {
  const app = useApp();

  it("changes its height at the crest's handle, by mouse and by keyboard, and the run follows", async () => {
    const { page } = app;
    const { table, truth } = await settle(page);
    const crest = slider(page, "Crest of the input");
    const { table: lower, truth: after } = await change(page, () =>
      dragHandle(page, crest, { x: 0, y: 10 }),
    );
    expect(await undoStep(page)).toBe("amplitude of the input");
    expect(lower).not.toEqual(table);
    expect(after.experiment.input).not.toEqual(truth.experiment.input);
    await crest.focus();
    const press = (key: string) => change(page, () => page.keyboard.press(key));
    expect((await press("Shift+ArrowDown")).table).not.toEqual(lower);
    expect((await press("Control+z")).table).toEqual(lower);
    expect((await press("Control+z")).table).toEqual(table);
  });

  it("becomes a step whose corners can be dragged", async () => {
    const { page } = app;
    await settle(page);
    const { truth } = await change(page, () => course(page).selectOption("step"));
    const { truth: moved } = await change(page, () =>
      dragHandle(page, slider(page, "Input corner 2"), { x: 60, y: 0 }),
    );
    expect(moved.experiment.input).not.toEqual(truth.experiment.input);
    expect(await undoStep(page)).toBe("input at corner 2");
  });

  it("is drawn by hand over its row", async () => {
    const { page } = app;
    await settle(page);
    const address = page.url();
    await page.getByRole("button", { name: "draw x" }).click();
    const strip = region(page, /^Input, readouts/).locator("canvas");
    const box = await strip.boundingBox();
    const { y } = await middleOf(slider(page, "Crest of the input"));
    const left = (box?.x ?? 0) + (box?.width ?? 0) * 0.5;
    await page.mouse.move(left, y + 4);
    await page.mouse.down();
    for (let step = 1; step <= 20; step += 1) {
      await page.mouse.move(left + 8 * step, y + 4 + (step % 2) * 8);
    }
    await page.mouse.up();
    expect(await undoStep(page)).toBe("draw the input");
    const { truth } = await settle(page, address);
    expect(truth.experiment.input.kind).toBe("piecewise-linear");
    expect(await course(page).inputValue()).toBe("drawn");
    await page.getByRole("button", { name: "draw x" }).click();
  });

  it("comes from a file, and a line that does not fit is named", async () => {
    const { page } = app;
    const { table } = await settle(page);
    await loadCourse(page, "bad.csv", "time,x\n0,1\n5,high\n");
    await expect
      .poll(() => readNotices(page), PATIENCE)
      .toContainEqual(expect.stringMatching(/Line 3 .*"high".*number/));
    await page.getByRole("button", { name: "Dismiss" }).click();
    expect((await settle(page)).table).toEqual(table);
    const { truth } = await change(page, () =>
      loadCourse(page, "good.csv", "time,x\n0,-1\n10,1\n30,0\n"),
    );
    expect(await undoStep(page)).toBe("input course");
    expect(truth.experiment.input).toMatchObject({
      points: [
        [0, [-1]],
        [10, [1]],
        [30, [0]],
      ],
    });
  });

  it("keeps the seed until another is asked for", async () => {
    const { page } = app;
    const { truth } = await settle(page);
    const { truth: after } = await change(page, () =>
      page.getByRole("button", { name: "New seed" }).click(),
    );
    expect(after.experiment.seed).not.toBe(truth.experiment.seed);
    const { truth: undone } = await change(page, () => page.keyboard.press("Control+z"));
    expect(undone.experiment.seed).toBe(truth.experiment.seed);
  });
});
