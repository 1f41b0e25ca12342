import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import {
  findFiring,
  middleOf,
  PATIENCE,
  paintFrames,
  pressAndMove,
  readNeuron,
  readTable,
  readValue,
  select,
  settle,
  slicePanel,
  slider,
  toNumber,
  undoStep,
} from "./support/lab.ts";

/** Select the excitatory neuron that fires most at the moment of the slice. */
async function selectFiring(page: Page): Promise<string> {
  const [name] = await findFiring(page);
  await select(page, name);
  return name;
}

describe("taking hold of a neuron", () => {
  const app = useApp();

  it("finds a line under the mouse, and its spikes answer while the button is down", async () => {
    const { page } = app;
    const { table: before } = await settle(page);
    const { x, y, name } = await findLine();
    const spikes = async (): Promise<string> => (await readNeuron(page, name)).spikes;
    const was = await spikes();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 70, { steps: 8 });
    await expect.poll(spikes, PATIENCE).not.toBe(was);
    await page.mouse.up();
    expect(await undoStep(page)).toBe(`threshold of ${name}`);
    const { table: after } = await settle(page);

    await page.keyboard.press("Control+z");
    expect(await undoStep(page)).toBeNull();
    expect((await settle(page)).table).toEqual(before);

    await page.keyboard.press("Control+Shift+z");
    expect((await settle(page)).table).toEqual(after);
  });

  it("moves the threshold by keyboard in three step sizes, each an undo step", async () => {
    const { page } = app;
    const neuron = await selectFiring(page);
    const handle = slider(page, `Threshold of ${neuron}`);
    await handle.focus();
    const steps: number[] = [];
    for (const key of ["ArrowUp", "Shift+ArrowUp", "Alt+ArrowDown"]) {
      const from = await readValue(handle);
      await page.keyboard.press(key);
      await expect.poll(() => readValue(handle), PATIENCE).not.toBe(from);
      steps.push(Number(((await readValue(handle)) - from).toFixed(2)));
    }
    expect(steps).toEqual([0.1, 1, -0.01]);
    const { table } = await settle(page);
    expect(table.find(({ name }) => name === neuron)?.spikes).toBe("0");
    for (const _ of steps) await page.keyboard.press("Control+z");
    expect(await undoStep(page)).toBeNull();
  });

  it("lets go on Escape and leaves nothing in the history", async () => {
    const { page } = app;
    const neuron = await selectFiring(page);
    const { table: before } = await settle(page);
    const handle = slider(page, `Threshold of ${neuron}`);
    await pressAndMove(page, handle, { x: 0, y: -60 });
    await expect.poll(() => readTable(page), PATIENCE).not.toEqual(before);
    await page.keyboard.press("Escape");
    await page.mouse.move(400, 300, { steps: 3 });
    await page.mouse.up();
    expect((await settle(page)).table).toEqual(before);
    expect(await undoStep(page)).toBeNull();
  });

  it("turns a line at its end, about its other end", async () => {
    const { page } = app;
    const neuron = await selectFiring(page);
    const { table } = await settle(page);
    const was = table.find(({ name }) => name === neuron);
    const pivot = await middleOf(slider(page, `Slope of ${neuron}, left end`));
    await pressAndMove(page, slider(page, `Slope of ${neuron}, right end`), { x: 0, y: 40 });
    await page.mouse.up();
    await settle(page);
    const now = await readNeuron(page, neuron);
    expect(toNumber(now.weightOnE)).toBeLessThan(toNumber(was?.weightOnE ?? ""));
    const stayed = await middleOf(slider(page, `Slope of ${neuron}, left end`));
    expect(Math.hypot(stayed.x - pivot.x, stayed.y - pivot.y)).toBeLessThan(2);
    expect(await undoStep(page)).toContain(neuron);
    await page.keyboard.press("Control+z");
    expect((await settle(page)).table).toEqual(table);
  });

  it("makes a decoder larger at the arrow's head, and the neuron fires less often", async () => {
    const { page } = app;
    const neuron = await selectFiring(page);
    await settle(page);
    const was = await readNeuron(page, neuron);
    await pressAndMove(page, slider(page, `Decoder of ${neuron}`), { x: 60, y: 0 });
    await page.mouse.up();
    await settle(page);
    const now = await readNeuron(page, neuron);
    expect(toNumber(now.decoder)).toBeGreaterThan(toNumber(was.decoder) + 0.1);
    expect(Number(now.spikes)).toBeLessThan(Number(was.spikes));
    expect(await undoStep(page)).toBe(`decoder of ${neuron}`);
  });

  it("moves every selected neuron by the same amount, and a double click resets one", async () => {
    const { page } = app;
    const [neuron, other] = await findFiring(page);
    await select(page, other);
    await select(page, neuron, true);
    const { truth: before } = await settle(page);
    await pressAndMove(page, slider(page, `Threshold of ${neuron}`), { x: 0, y: -40 });
    await page.mouse.up();
    expect(await undoStep(page)).toBe("threshold of 2 neurons");
    const { truth: after } = await settle(page);
    const moved = (name: string): number => {
      const index = after.indexOf(name);
      return (after.network.thresholds[index] ?? 0) - (before.network.thresholds[index] ?? 0);
    };
    expect(Math.abs(moved(neuron))).toBeGreaterThan(0.1);
    expect(moved(other)).toBeCloseTo(moved(neuron), 6);
    expect(moved("I 1")).toBe(0);

    const { x, y } = await middleOf(slider(page, `Threshold of ${neuron}`));
    await page.mouse.dblclick(x, y);
    const { truth: reset } = await settle(page);
    const index = reset.indexOf(neuron);
    expect(reset.network.thresholds[index]).toBe(before.network.thresholds[index]);
  });

  /** A place of the slice where the mouse takes hold of a line whose neuron fires. */
  async function findLine(): Promise<{
    readonly x: number;
    readonly y: number;
    readonly name: string;
  }> {
    const { page } = app;
    const canvas = slicePanel(page).locator("canvas");
    const box = await canvas.boundingBox();
    if (box === null) throw new Error("The slice is not on screen.");
    const x = box.x + box.width * 0.6;
    for (let y = box.y + box.height * 0.25; y < box.y + box.height * 0.8; y += 5) {
      await page.mouse.move(x, y);
      const cursor = await canvas.evaluate((element) => element.style.cursor);
      if (cursor !== "grab") continue;
      const [name = ""] = await page.locator("tr[data-hovered='true'] th").allTextContents();
      if (name !== "" && Number((await readNeuron(page, name)).spikes) > 20) return { x, y, name };
    }
    throw new Error("No line of a firing neuron was found.");
  }
});

describe("a finger on a touch screen", () => {
  const app = useApp({ hasTouch: true });

  it("drags the threshold as a mouse does", async () => {
    const { page } = app;
    const neuron = await selectFiring(page);
    await settle(page);
    const was = await readNeuron(page, neuron);
    const { x, y } = await middleOf(slider(page, `Threshold of ${neuron}`));
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at: number | null) =>
      finger.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: at === null ? [] : [{ x, y: at }],
      });
    await touch("touchStart", y);
    for (let step = 1; step <= 6; step += 1) await touch("touchMove", y - 10 * step);
    await expect
      .poll(async () => (await readNeuron(page, neuron)).spikes, PATIENCE)
      .not.toBe(was.spikes);
    await touch("touchEnd", null);
    await paintFrames(page, 2);
    expect(await undoStep(page)).toBe(`threshold of ${neuron}`);
    await settle(page);
    expect((await readNeuron(page, neuron)).threshold).not.toBe(was.threshold);
  });
});
