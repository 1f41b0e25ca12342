import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import {
  findFiring,
  PATIENCE,
  paintFrames,
  pictureOf,
  pressAndMove,
  select,
  settle,
  slicePanel,
  slider,
} from "./support/lab.ts";

describe("compare", () => {
  const app = useApp();

  it("keeps a run as a ghost, in the pictures and as differences of the numbers", async () => {
    const { page } = app;
    const [neuron] = await findFiring(page);
    await select(page, neuron);
    await settle(page);
    const differences = () =>
      page
        .getByRole("row", { name: /^spikes per τ/ })
        .getByRole("cell")
        .evaluateAll((cells) => cells.map((cell) => cell.children[1]?.textContent ?? ""));
    expect(await differences()).toEqual(["", ""]);

    const compare = page.getByRole("button", { name: "Compare" });
    await compare.click();
    await expect.poll(() => compare.getAttribute("aria-pressed"), PATIENCE).toBe("true");
    await expect.poll(differences, PATIENCE).toEqual(["0.0", "0.0"]);

    await pressAndMove(page, slider(page, `Threshold of ${neuron}`), { x: 0, y: -60 });
    await page.mouse.up();
    await settle(page);
    await expect.poll(differences, PATIENCE).toContainEqual(expect.stringMatching(/^[+−]\d+\.\d$/));
    const canvas = slicePanel(page).locator("canvas");
    const withGhost = await pictureOf(canvas);

    await compare.click();
    await expect.poll(differences, PATIENCE).toEqual(["", ""]);
    await paintFrames(page, 3);
    expect(await pictureOf(canvas)).not.toBe(withGhost);
  });
});
