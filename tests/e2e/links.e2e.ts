import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { useApp } from "./support/app.ts";
import {
  findFiring,
  PATIENCE,
  pressAndMove,
  readNotices,
  readTable,
  select,
  settle,
  slider,
  undoStep,
} from "./support/lab.ts";
import { waitForRun } from "./support/page.ts";

/** Lift a threshold so that the document is nobody's preset; returns what the page then shows. */
async function editSomething(page: Page): ReturnType<typeof settle> {
  const [neuron] = await findFiring(page);
  await select(page, neuron);
  await pressAndMove(page, slider(page, `Threshold of ${neuron}`), { x: 0, y: -45 });
  await page.mouse.up();
  return settle(page);
}

describe("the link", () => {
  const app = useApp();

  it("describes an edit, and opens elsewhere with the same numbers", async () => {
    const { page } = app;
    const { table } = await editSomething(page);
    const { hash } = new URL(page.url());
    expect(hash).toMatch(/^#v1\.[\w-]+$/);
    const elsewhere = await app.open({ fragment: hash });
    expect((await settle(elsewhere)).table).toEqual(table);
    expect(await readNotices(elsewhere)).toEqual([]);
  });

  it("survives a reload", async () => {
    const { page } = app;
    const { table } = await editSomething(page);
    const address = page.url();
    await page.reload();
    await waitForRun(page);
    expect((await settle(page)).table).toEqual(table);
    expect(page.url()).toBe(address);
  });

  it("goes back to what was there before a preset was opened, and forth again", async () => {
    const { page } = app;
    const { table } = await editSomething(page);
    await openPreset(page, "5c");
    const { table: preset } = await settle(page);
    expect(preset).not.toEqual(table);
    expect(new URL(page.url()).hash).toBe("#preset=fig-5cd");
    await page.goBack();
    expect((await settle(page)).table).toEqual(table);
    await page.goForward();
    expect((await settle(page)).table).toEqual(preset);
  });

  it("goes back to an untouched first visit, too", async () => {
    const page = await app.open();
    const { table } = await settle(page);
    await openPreset(page, "4d");
    expect((await settle(page)).table).not.toEqual(table);
    // The browser's own memory has moved on to the preset; Back must not.
    await expect
      .poll(() => page.evaluate(() => JSON.stringify(localStorage)), PATIENCE)
      .toContain("fig-4de");
    await page.goBack();
    expect((await settle(page)).table).toEqual(table);
  });

  it("can be undone when a preset was opened over unsaved work", async () => {
    const { page } = app;
    const { table } = await editSomething(page);
    await openPreset(page, "4f");
    await settle(page);
    expect(await undoStep(page)).toBe("open preset");
    await page.getByRole("button", { name: "Undo open preset" }).click();
    expect((await settle(page)).table).toEqual(table);
  });

  it.each([
    ["that was damaged", "#v1.garbage", /^This link is damaged: .+\.$/],
    ["of a newer version", "#v9.4NnjYE", /^This link was made by a newer version .+\.$/],
    ["to an unknown preset", "#preset=nowhere", /^The link names the preset "nowhere".+\.$/],
    ["to something else", "#about", /^The address ends in something .+\.$/],
  ])("%s is answered with one sentence, and the page works", async (_, fragment, sentence) => {
    const page = await app.open({ fragment });
    await expect.poll(() => readNotices(page), PATIENCE).toEqual([expect.stringMatching(sentence)]);
    expect((await settle(page)).table.length).toBeGreaterThan(10);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => readNotices(page), PATIENCE).toEqual([]);
    await page.getByRole("button", { name: "Add I", exact: true }).click();
    const { table } = await settle(page);
    expect(table.length).toBeGreaterThan(20);
  });

  it("is copied from the share dialog", async () => {
    const { page } = app;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await editSomething(page);
    await page.getByRole("button", { name: "Share" }).click();
    const dialog = page.getByRole("dialog");
    const link = await dialog.getByRole("textbox", { name: "Link", exact: true }).inputValue();
    expect(link).toBe(page.url());
    await dialog.getByRole("button", { name: "Copy" }).click();
    await dialog.getByText("The link is on the clipboard.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });
});

describe("the browser's memory", () => {
  const app = useApp();

  it("brings the work back after the page was closed, without a link", async () => {
    const { page } = app;
    const { table } = await editSomething(page);
    const later = await page.context().newPage();
    await page.goto("about:blank");
    await later.goto(inject("siteUrl"));
    await waitForRun(later);
    await expect.poll(() => readTable(later), PATIENCE).toEqual(table);
    await later.close();
    await page.goBack();
    await waitForRun(page);
  });
});

async function openPreset(page: Page, figure: string): Promise<void> {
  await page.getByRole("button", { name: "Presets" }).click();
  const gallery = page.getByRole("dialog", { name: "Presets" });
  await gallery.getByRole("button", { name: new RegExp(`figure ${figure}`) }).click();
  await gallery.waitFor({ state: "hidden" });
}
