import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import { findFiring, readNeuron, readTable, select, settle, undoStep } from "./support/lab.ts";

describe("numbers to type", () => {
  const app = useApp();

  it("takes a typed threshold, and the run follows", async () => {
    const { page } = app;
    const [neuron] = await findFiring(page);
    await select(page, neuron);
    const field = page.getByRole("textbox", { name: `threshold of ${neuron}, number` });
    await field.fill("20");
    await field.press("Enter");
    await settle(page);
    expect(await readNeuron(page, neuron)).toMatchObject({ threshold: "20.00", spikes: "0" });
    expect(await undoStep(page)).toBe(`threshold of ${neuron}`);
  });

  it("answers a bad number with one sentence that names field, value and range, and keeps the old one", async () => {
    const { page } = app;
    const [neuron] = await findFiring(page);
    await select(page, neuron);
    const { table } = await settle(page);
    const field = page.getByRole("textbox", { name: `decoder of ${neuron}, number` });
    const shown = await field.inputValue();
    const complaint = page.getByRole("complementary", { name: "Inspector" }).getByRole("alert");
    for (const [typed, sentence] of [
      ["-3", /^The decoder -3 is out of range; type a number from 0 to [\d,]+\.$/],
      ["wide", /^The decoder “wide” is not a number; type one from 0 to [\d,]+\.$/],
      ["", /^The decoder is empty; type a number from 0 to [\d,]+\.$/],
    ] as const) {
      await field.fill(typed);
      await field.press("Enter");
      await complaint.waitFor();
      expect(await complaint.textContent()).toMatch(sentence);
      await field.press("Escape");
      await complaint.waitFor({ state: "hidden" });
      expect(await field.inputValue()).toBe(shown);
    }
    expect(await readTable(page)).toEqual(table);
    expect(await undoStep(page)).toBeNull();
  });

  it("edits a row of the table in place", async () => {
    const { page } = app;
    const [neuron] = await findFiring(page);
    await select(page, neuron);
    await page.keyboard.press("Enter");
    const field = page.getByRole("textbox", { name: `threshold of ${neuron}`, exact: true });
    await field.fill("15");
    await field.press("Enter");
    await settle(page);
    expect(await readNeuron(page, neuron)).toMatchObject({ threshold: "15.00", spikes: "0" });
  });

  it("adds, copies and removes neurons", async () => {
    const { page } = app;
    const [neuron] = await findFiring(page);
    const { table } = await settle(page);
    await select(page, neuron);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await press("Copy");
    const { table: copied } = await settle(page);
    expect(copied.length).toBe(table.length + 1);
    await press("Remove");
    expect((await settle(page)).table).toEqual(table);
    await press("Add I");
    expect((await settle(page)).table.length).toBe(table.length + 1);
  });
});
