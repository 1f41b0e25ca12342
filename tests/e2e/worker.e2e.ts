import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import {
  findFiring,
  PATIENCE,
  readNotices,
  readTable,
  select,
  settle,
  undoStep,
} from "./support/lab.ts";

/** End the simulation's worker from inside, as a browser short of memory would. */
async function killWorker(page: Page): Promise<void> {
  const [worker] = page.workers();
  if (worker === undefined) throw new Error("The page has no worker.");
  await Promise.all([
    worker.waitForEvent("close"),
    // The answer may get lost with the worker.
    worker.evaluate(() => self.close()).catch(() => undefined),
  ]);
}

describe("a simulation worker that dies", () => {
  const app = useApp();

  it("is replaced at the next edit, with a sentence and without losing anything", async () => {
    const { page } = app;
    const [neuron] = await findFiring(page);
    await select(page, neuron);
    const { table } = await settle(page);
    await killWorker(page);
    expect(await readTable(page)).toEqual(table);
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect
      .poll(() => readNotices(page), PATIENCE)
      .toContainEqual(expect.stringMatching(/^The simulation worker .+ nothing is lost\.$/));
    const { table: after } = await settle(page);
    expect(after.length).toBe(table.length - 1);
    await page.keyboard.press("Control+z");
    expect((await settle(page)).table).toEqual(table);
  });

  it("in the middle of a long run is replaced, and the run ends as it would have", async () => {
    const { page } = app;
    await page.getByRole("radio", { name: "fixed steps" }).check();
    await settle(page);
    const field = page.getByRole("textbox", { name: "time step, number" });
    await field.fill("0.00002");
    await field.press("Enter");
    await page.locator("[data-run-phase='running']").waitFor();
    await killWorker(page);
    await page.locator("[data-run-phase='done']").waitFor();
    const { truth } = await settle(page);
    expect(truth.experiment.dynamics.dt).toBe(0.00002);
    expect(await undoStep(page)).toBe("time step");
  });
});
