import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import {
  PATIENCE,
  pictureOf,
  readValue,
  region,
  settle,
  slicePanel,
  slider,
} from "./support/lab.ts";

const card = (page: Page) => region(page, "Why did it spike?");
const lead = (page: Page) =>
  card(page)
    .getByText(/ fired at t = /)
    .textContent();

describe("why did it spike", () => {
  const app = useApp();

  it("explains the spike that is clicked, the next one and the one before, and closes", async () => {
    const { page } = app;
    await settle(page);
    const canvas = region(page, /^Input, readouts/).locator("canvas");
    const box = await canvas.boundingBox();
    if (box === null) throw new Error("The strip is on screen.");
    // Down the column of the playhead until the pointer says that a spike is under it.
    const playhead = slider(page, "Playhead");
    const grip = await playhead.boundingBox();
    if (grip === null) throw new Error("The playhead is on screen.");
    const x = grip.x + grip.width / 2 + 30;
    for (let y = box.y + 0.5 * box.height; y < box.y + box.height; y += 3) {
      await page.mouse.move(x, y);
      const cursor = await canvas.evaluate((element) => element.style.cursor);
      if (cursor === "pointer") break;
    }
    const picture = await pictureOf(slicePanel(page).locator("canvas"));
    await page.mouse.down();
    await page.mouse.up();
    await card(page).waitFor();
    const first = await lead(page);
    expect(first).toMatch(/^ ?[EI] \d+ fired at t = [\d.]+ τ\.$/);
    await expect
      .poll(() => pictureOf(slicePanel(page).locator("canvas")), PATIENCE)
      .not.toBe(picture);
    const time = Number(/t = ([\d.]+)/.exec(first ?? "")?.[1]);
    await expect.poll(() => readValue(playhead), PATIENCE).toBeCloseTo(time, 2);
    await page.keyboard.press(".");
    await expect.poll(() => lead(page), PATIENCE).not.toBe(first);
    await page.keyboard.press(",");
    await expect.poll(() => lead(page), PATIENCE).toBe(first);
    await card(page).getByText("All margins as numbers").click();
    const { truth } = await settle(page);
    expect(await card(page).locator("tbody tr").count()).toBe(truth.network.neurons);
    await page.keyboard.press("Escape");
    await card(page).waitFor({ state: "detached" });
  });

  it("walks through an avalanche by its buttons", async () => {
    const { page } = app;
    await settle(page);
    const spikes = card(page).getByRole("list", { name: "Spikes of this avalanche" });
    await expect
      .poll(async () => {
        await page.keyboard.press(".");
        return spikes.count();
      }, PATIENCE)
      .toBe(1);
    const buttons = spikes.getByRole("button");
    const last = buttons.last();
    await last.click();
    await expect.poll(() => last.getAttribute("aria-current"), PATIENCE).toBe("step");
    const name = (await last.textContent())?.trim() ?? "";
    expect(await lead(page)).toContain(`${name} fired`);
    await buttons.first().click();
    await expect.poll(() => last.getAttribute("aria-current"), PATIENCE).toBeNull();
  });

  it("steps back in time and leaves the card when there is no spike", async () => {
    const { page } = app;
    await settle(page);
    await page.keyboard.press(".");
    await card(page).waitFor();
    const playhead = slider(page, "Playhead");
    const time = await readValue(playhead);
    await page.keyboard.press("<");
    await expect.poll(() => readValue(playhead), PATIENCE).toBeLessThan(time);
    await page.keyboard.press("Space");
    await card(page).waitFor({ state: "detached" });
    await page.keyboard.press("Space");
  });
});
