import { describe, expect, it } from "vitest";
import { presets } from "#content";
import { useApp } from "./support/app.ts";
import { findFiring, PATIENCE, select, settle, undoStep } from "./support/lab.ts";

describe("presets", () => {
  const app = useApp();

  it.each(presets.map(({ id, title }) => [id, title] as const))(
    "the gallery opens %s, which runs and is told in words",
    async (id, title) => {
      const { page } = app;
      await page.getByRole("button", { name: "Presets" }).click();
      const gallery = page.getByRole("dialog", { name: "Presets" });
      await gallery.getByRole("button", { name: title }).click();
      await gallery.waitFor({ state: "hidden" });
      const { table } = await settle(page);
      expect(new URL(page.url()).hash).toMatch(new RegExp(`^#(preset=${id}|v1\\.)`));
      const spikes = table.reduce((sum, row) => sum + Number(row.spikes), 0);
      expect(spikes).toBeGreaterThan(0);
      const story = page.getByRole("region", { name: "About this preset" });
      await story.getByRole("heading", { name: title }).waitFor();
      expect(await story.getByRole("listitem").count()).toBeGreaterThan(1);
    },
  );

  it("have pictures in the gallery", async () => {
    const { page } = app;
    await page.getByRole("button", { name: "Presets" }).click();
    const pictures = page.getByRole("dialog", { name: "Presets" }).locator("img");
    await expect.poll(() => pictures.count(), PATIENCE).toBe(presets.length);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), PATIENCE)
        .toBeGreaterThan(100);
    }
    await page.keyboard.press("Escape");
  });

  it("go back to how they were, as one step that can be undone", async () => {
    const { page } = app;
    const [neuron] = await findFiring(page);
    const { table } = await settle(page);
    await select(page, neuron);
    const reset = page.getByRole("button", { name: "Reset to preset" });
    expect(await reset.count()).toBe(0);
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    const { table: edited } = await settle(page);
    await reset.click();
    expect((await settle(page)).table).toEqual(table);
    expect(await undoStep(page)).toBe("reset to preset");
    await page.keyboard.press("Control+z");
    expect((await settle(page)).table).toEqual(edited);
  });
});
