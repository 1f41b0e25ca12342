import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import { PATIENCE, readNotices, settle, undoStep } from "./support/lab.ts";

const engine = (page: Page, name: string): Locator =>
  page.getByRole("radio", { name, exact: true });

/** Spikes of the page's own table of spikes: step, empty where there is none, and time. */
async function takeSpikes(
  page: Page,
): Promise<readonly { readonly step: string; readonly time: number }[]> {
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Spikes as CSV", exact: true }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  const [, ...lines] = text.trim().split("\n");
  return lines.map((line) => {
    const [, , step = "", time = ""] = line.split(",");
    return { step, time: Number(time) };
  });
}

describe("engines", () => {
  const app = useApp();

  it("compute a new document at exact times, and the same network in steps when asked to", async () => {
    const { page } = app;
    const exact = await settle(page);
    expect(exact.truth.experiment.dynamics.engine).toBe("event");
    const exactSpikes = await takeSpikes(page);
    // A browser and Node may round a logarithm differently.
    const expected = exact.truth.spikeTimes.map((time) => expect.closeTo(time, 9));
    expect(exactSpikes.map(({ time }) => time)).toEqual(expected);
    expect(exactSpikes.every(({ step }) => step === "")).toBe(true);

    const address = page.url();
    await engine(page, "fixed steps").check();
    const clock = await settle(page, address);
    const { dt } = clock.truth.experiment.dynamics;
    expect(clock.table).not.toEqual(exact.table);
    for (const { step, time } of await takeSpikes(page)) {
      expect(time).toBeCloseTo(Number(step) * (dt ?? 0), 9);
    }
    expect(await undoStep(page)).toBe("method");
    const steps = page.url();
    await page.keyboard.press("Control+z");
    expect((await settle(page, steps)).table).toEqual(exact.table);
  });

  it("give way to one that can carry what is asked for, which the page says, and come back", async () => {
    const { page } = app;
    const before = await settle(page);
    const address = page.url();
    await page.getByRole("combobox", { name: "synapse" }).selectOption("pulse");
    await expect
      .poll(() => readNotices(page), PATIENCE)
      .toContain("Runs with “fixed steps” now, because “exact times” cannot carry pulse synapses.");
    expect(await engine(page, "fixed steps").isChecked()).toBe(true);
    expect(await engine(page, "exact times").isDisabled()).toBe(true);
    const { truth } = await settle(page, address);
    expect(truth.experiment.dynamics).toMatchObject({
      engine: "clock",
      synapse: { kind: "pulse" },
    });
    await page.getByRole("button", { name: "Drop that and switch to exact times" }).press("Enter");
    const after = await settle(page);
    expect(after.truth.experiment.dynamics.engine).toBe("event");
    expect(after.table).toEqual(before.table);
  });

  it("tell that a run has become periodic, with the numbers of its cycle", async () => {
    const page = await app.open({ fragment: "#preset=fig-4de" });
    await settle(page);
    await engine(page, "exact times").check();
    await expect
      .poll(() => page.locator(".lb-verdict").textContent(), PATIENCE)
      .toMatch(/^Periodic: 2 spikes every 0\.3221 τ, from [\d.]+ τ on\.$/);
  });

  it("go on live at exact times while the input is held by hand", async () => {
    const { page } = app;
    await settle(page);
    await page.getByRole("combobox", { name: "speed" }).selectOption("20");
    await page.getByRole("combobox", { name: "mode" }).selectOption("live");
    const input = page.getByRole("slider", { name: "input now", exact: true });
    await expect
      .poll(() => page.locator(".lb-verdict").textContent(), PATIENCE)
      .toMatch(/^Periodic: /);
    const cycle = await page.locator(".lb-verdict").textContent();
    await input.press("Shift+ArrowLeft");
    await expect.poll(() => page.locator(".lb-verdict").textContent(), PATIENCE).not.toBe(cycle);
    await page.getByRole("combobox", { name: "mode" }).selectOption("protocol");
  });
});
