import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import {
  findFiring,
  PATIENCE,
  pressAndMove,
  readNeuron,
  readValue,
  region,
  select,
  settle,
  sliceInput,
  slicePanel,
  slider,
} from "./support/lab.ts";

describe("the 3-D view", () => {
  const app = useApp();

  it("moves the slice along x by keyboard", async () => {
    const { page } = app;
    const plane = slider(page, /^Input x/);
    await plane.focus();
    const from = await sliceInput(page);
    await page.keyboard.press("Shift+ArrowLeft");
    await expect.poll(() => sliceInput(page), PATIENCE).toBeLessThan(from - 0.2);
    expect(await readValue(plane)).toBeCloseTo(await sliceInput(page), 1);
    const left = await sliceInput(page);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => sliceInput(page), PATIENCE).toBeGreaterThan(left);
  });

  it("moves the slice by dragging the x-plane", async () => {
    const { page } = app;
    await settle(page);
    const plane = slider(page, /^Input x/);
    const from = await sliceInput(page);
    const playhead = await readValue(slider(page, "Playhead"));
    await pressAndMove(page, plane, { x: -60, y: 0 });
    await expect.poll(() => sliceInput(page), PATIENCE).not.toBe(from);
    await page.mouse.up();
    expect(await readValue(plane)).toBeCloseTo(await sliceInput(page), 1);
    expect(await readValue(slider(page, "Playhead"))).not.toBe(playhead);
  });

  it("looks along an axis at the press of a button", async () => {
    const { page } = app;
    const look = page.getByRole("button", { name: "Along x" });
    await look.click();
    await expect.poll(() => look.getAttribute("aria-pressed"), PATIENCE).toBe("true");
    await page.getByRole("button", { name: "Free" }).click();
    await expect.poll(() => look.getAttribute("aria-pressed"), PATIENCE).toBe("false");
  });
});

describe("a browser without WebGL", () => {
  const app = useApp({ webgl: false });

  it("says so in words, and the slice works as before", async () => {
    const { page } = app;
    const message = region(page, /^Boundary surfaces/).getByRole("status");
    await expect.poll(() => message.textContent(), PATIENCE).toMatch(/WebGL is off or missing/);
    const [neuron] = await findFiring(page);
    await select(page, neuron);
    const was = await readNeuron(page, neuron);
    await pressAndMove(page, slider(page, `Threshold of ${neuron}`), { x: 0, y: -50 });
    await page.mouse.up();
    await settle(page);
    expect((await readNeuron(page, neuron)).spikes).not.toBe(was.spikes);
    expect(await slicePanel(page).getByRole("heading").textContent()).toMatch(/^Slice at x = /);
  });
});
