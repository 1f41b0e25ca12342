import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { decodeLink } from "#share";
import { useApp } from "./support/app.ts";
import { PATIENCE, undoStep } from "./support/lab.ts";

async function openTrials(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Trials", exact: true }).click();
  const panel = page.getByRole("region", { name: "Trials and sweeps" });
  await panel.waitFor();
  return panel;
}

async function type(panel: Locator, name: string, value: string): Promise<void> {
  const field = panel.getByRole("textbox", { name });
  await field.fill(value);
  await field.press("Enter");
}

const status = (panel: Locator): Locator => panel.getByRole("status");

/** What each point of the sweep tells assistive technology. */
function readPoints(panel: Locator): Promise<readonly string[]> {
  return panel
    .getByRole("group", { name: "Points of the sweep" })
    .getByRole("button")
    .evaluateAll((buttons) => buttons.map((each) => each.getAttribute("aria-label") ?? ""));
}

async function take(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return await readFile(await download.path(), "utf8");
}

describe("trials and sweeps", () => {
  const app = useApp();

  it("a sweep grows point by point, is taken away as numbers and as a picture, and gives its value to the network", async () => {
    const page = await app.open();
    const panel = await openTrials(page);
    await type(panel, "number of points", "4");
    await type(panel, "number of trials", "30");
    await panel.getByRole("button", { name: "Run", exact: true }).click();
    const bar = panel.getByRole("progressbar", { name: "Trials" });
    await expect.poll(() => readPoints(panel), PATIENCE).toHaveLength(4);
    // The whole curve is there early: every point has trials before the last trial is run.
    await expect
      .poll(async () => (await readPoints(panel)).some((words) => / [1-9]\d* of 30 /.test(words)))
      .toBe(true);
    await bar.waitFor({ state: "detached" });
    await expect.poll(() => status(panel).textContent(), PATIENCE).toMatch(/^91 trials in \d+ s\./);
    const points = await readPoints(panel);
    expect(points[0]).toContain("1 of 1 trials");
    expect(points[3]).toMatch(/0\.2; E \d+: .+ ± .+; I \d+: .+; 30 of 30 trials/);

    const csv = await take(page, () =>
      panel.getByRole("button", { name: "Save the trials as CSV" }).click(),
    );
    const rows = csv.trim().split("\n");
    expect(rows[0]).toMatch(/^noise\.sigma,of,trials,rate,/);
    // Four points of two populations and two watched neurons.
    expect(rows).toHaveLength(1 + 4 * 4);
    const svg = await take(page, () =>
      panel.getByRole("button", { name: "Save the picture of the trials as SVG" }).click(),
    );
    expect(svg).toContain("Spike-count variation, CV");

    const last = panel.getByRole("group", { name: "Points of the sweep" }).getByRole("button");
    await last.first().focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect.poll(() => undoStep(page), PATIENCE).toMatch(/^voltage noise of all populations/);
    expect(await status(panel).textContent()).not.toContain("Made before");
  });

  it("is cancelled and keeps what it has", async () => {
    const page = await app.open();
    const panel = await openTrials(page);
    await type(panel, "number of trials", "10000");
    await panel.getByRole("button", { name: "Run", exact: true }).click();
    const bar = panel.getByRole("progressbar", { name: "Trials" });
    await expect
      .poll(async () => Number(await bar.getAttribute("aria-valuenow")), PATIENCE)
      .toBeGreaterThan(0);
    await expect
      .poll(() => bar.getAttribute("aria-valuetext"), PATIENCE)
      .toMatch(/^\d+ of 80001 trials, about \d+ (s|min) left$/);
    await panel.getByRole("button", { name: "Cancel" }).click();
    await expect
      .poll(() => status(panel).textContent(), PATIENCE)
      .toMatch(/^Cancelled after \d+ of 80001 trials\.$/);
    expect((await readPoints(panel)).some((words) => words.includes("of 10000 trials"))).toBe(true);
  });

  it("the settings travel in the link", async () => {
    const page = await app.open();
    const panel = await openTrials(page);
    await panel.getByRole("combobox", { name: "What to vary" }).selectOption("input.held/");
    await type(panel, "number of trials", "7");
    await expect
      .poll(() => {
        const link = decodeLink(page.url());
        return link.ok && link.kind === "workspace" ? link.workspace.view.trials : null;
      }, PATIENCE)
      .toMatchObject({ vary: { parameter: "input.held" }, trials: 7 });
  });
});
