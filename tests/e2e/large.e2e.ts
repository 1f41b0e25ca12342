import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import { dropFile, PATIENCE, paintFrames, pictureOf, slicePanel, undoStep } from "./support/lab.ts";
import { waitForRun } from "./support/page.ts";

/** Two curved boundaries with 223 x 223 neurons each. */
const quadratic = (variable: string, a: number, b: number, c: number) => ({
  variable,
  shape: { kind: "quadratic", a, b, c },
});
const tangents = [
  { variable: "x", from: -1.75, to: 1.75, count: 223 },
  { variable: "E", from: 0.5, to: 2.5, count: 223 },
];
const EXPERIMENT = {
  format: "latent-boundaries/experiment",
  version: 1,
  name: "Very many neurons",
  network: {
    kind: "tangent",
    inputs: 1,
    populations: [
      {
        id: "E",
        type: "excitatory",
        boundary: {
          of: "I",
          terms: [quadratic("x", 0.3, 0.25, 0), quadratic("E", 0.05, 0.2, 1.7)],
        },
        tangents,
        decoder: 0.1,
      },
      {
        id: "I",
        type: "inhibitory",
        boundary: {
          of: "I",
          terms: [quadratic("x", 0.7, 0.25, 0), quadratic("E", 0.12, 0.75, 0.2)],
        },
        tangents,
        decoder: -0.16,
      },
    ],
  },
  input: { kind: "sine", offset: [0], amplitude: [1.6], period: 20, phase: 0.75 },
  dynamics: { engine: "event" },
  duration: 10,
};

/** Move over the slice until the mouse becomes a hand. */
async function findLine(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const canvas = slicePanel(page).locator("canvas");
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("The slice is not on screen.");
  for (let share = 0.3; share < 0.9; share += 0.02) {
    const x = box.x + 0.55 * box.width;
    const y = box.y + share * box.height;
    await page.mouse.move(x, y);
    if ((await canvas.evaluate((element) => element.style.cursor)) === "grab") return { x, y };
  }
  throw new Error("No line under the mouse.");
}

describe("a hundred thousand neurons", () => {
  const app = useApp();

  it("open, show their boundaries and answer a hand", async () => {
    const page = await app.open();
    await dropFile(page, "many.json", JSON.stringify(EXPERIMENT));
    await page.getByText("99,458").waitFor();
    await waitForRun(page);
    await paintFrames(page, 2);
    const canvas = slicePanel(page).locator("canvas");
    const before = await pictureOf(canvas);
    const { x, y } = await findLine(page);
    await page.mouse.down();
    await page.mouse.move(x, y - 60, { steps: 3 });
    await expect.poll(() => pictureOf(canvas), PATIENCE).not.toBe(before);
    await page.mouse.up();
    expect(await undoStep(page)).toMatch(/^threshold of [EI] \d+$/);
    await page.reload();
    await page.getByText("99,458").waitFor();
    await waitForRun(page);
  });
});
