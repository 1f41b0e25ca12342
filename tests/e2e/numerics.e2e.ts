import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import { PATIENCE, undoStep } from "./support/lab.ts";

/** The badge's name: state, words and number. */
function badgeName(page: Page): Promise<string | null> {
  return badgeOf(page).getAttribute("aria-label");
}

function badgeOf(page: Page) {
  return page.getByRole("button", { name: /^Numerics / });
}

/** Type a time step. */
async function setStep(page: Page, dt: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "time step, number" });
  await field.fill(dt);
  await field.press("Enter");
}

describe("the numerics badge", () => {
  const app = useApp({ fragment: "#preset=fig-5cd" });

  it("turns red when steps are too long, green by its remedy, and red again by undo", async () => {
    const page = await app.open();
    expect(await badgeName(page)).toBe("Numerics good: clock keeps up, 10 %");
    await setStep(page, "0.1");
    await expect.poll(() => badgeName(page), PATIENCE).toMatch(/^Numerics wrong: spikes are lost/);
    await badgeOf(page).press("Enter");
    await page.getByRole("button", { name: "Use the exact engine" }).press("Enter");
    await expect.poll(() => badgeName(page), PATIENCE).toBe("Numerics good: exact");
    expect(await undoStep(page)).toBe("engine");
    await page.getByRole("button", { name: "Undo engine" }).click();
    await expect.poll(() => badgeName(page), PATIENCE).toMatch(/^Numerics wrong: spikes are lost/);
  });

  it("offers a smaller step as well, and compares with the exact engine in the background", async () => {
    const page = await app.open();
    await setStep(page, "0.1");
    await expect.poll(() => badgeName(page), PATIENCE).toMatch(/^Numerics wrong/);
    await badgeOf(page).click();
    const about = page.getByRole("dialog", { name: /^Numerics wrong/ });
    await about.getByText("mean yᴱ").waitFor();
    expect(await about.getByText(/with the exact engine/).count()).toBeGreaterThan(2);
    await about.getByRole("button", { name: "Use steps of 0.005 tau" }).click();
    await expect.poll(() => badgeName(page), PATIENCE).toBe("Numerics good: clock keeps up, 10 %");
    expect(await undoStep(page)).toBe("time step");
  });
});
