import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./support/app.ts";
import { findFiring, PATIENCE, select, settle } from "./support/lab.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** Everything that axe holds against what is on screen, one line a place. */
async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
  });
}

describe("for everybody", () => {
  const app = useApp();

  it("nothing stands in the way on the first screen and with a neuron selected", async () => {
    const { page } = app;
    await settle(page);
    expect(await findBarriers(page)).toEqual([]);
    const [neuron] = await findFiring(page);
    await select(page, neuron);
    await settle(page);
    expect(await findBarriers(page)).toEqual([]);
  });

  it.each([
    ["Presets", "Presets"],
    ["Share", "Share what is on screen"],
    ["Help and keyboard", "Help and keyboard"],
  ])(
    "nothing stands in the way in the dialog that %s opens, and Escape closes it",
    async (button, title) => {
      const { page } = app;
      const opener = page.getByRole("button", { name: button });
      await opener.click();
      const dialog = page.getByRole("dialog", { name: title });
      await dialog.waitFor();
      await settleMotion(page);
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      await expect
        .poll(() => opener.evaluate((element) => element === document.activeElement), PATIENCE)
        .toBe(true);
    },
  );

  it.each([
    ["light", 1440, 900],
    ["dark", 1440, 900],
    ["light", 390, 844],
  ] as const)(
    "nothing stands in the way of a sweep, %s, %i wide",
    async (colorScheme, width, height) => {
      const page = await app.open({
        colorScheme,
        viewport: { width, height },
        hasTouch: width < 700,
      });
      const role = width < 700 ? "tab" : "button";
      await page.getByRole(role, { name: "Trials", exact: true }).click();
      const panel = page.getByRole("region", { name: "Trials and sweeps" });
      const trials = panel.getByRole("textbox", { name: "number of trials" });
      await trials.fill("2");
      await trials.press("Enter");
      await panel.getByRole("button", { name: "Run", exact: true }).click();
      await expect
        .poll(() => panel.getByRole("status").textContent(), PATIENCE)
        .toMatch(/^17 trials/);
      await settleMotion(page);
      expect(await findBarriers(page)).toEqual([]);
      await panel.getByRole("button", { name: "table" }).click();
      expect(await findBarriers(page)).toEqual([]);
    },
  );

  it("nothing stands in the way in the dark", async () => {
    const page = await app.open({ colorScheme: "dark" });
    const [neuron] = await findFiring(page);
    await select(page, neuron);
    await settle(page);
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe("in narrow windows", () => {
  const app = useApp();

  it.each([
    ["a tablet", 820, 1180],
    ["a phone", 390, 844],
  ])(
    "%s shows everything without overlap, sideways scroll or barriers",
    async (_, width, height) => {
      const page = await app.open({ viewport: { width, height }, hasTouch: true });
      await page.getByRole("main").waitFor();
      await settleMotion(page);
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scroll).toBeLessThanOrEqual(width);
      expect(await findOverlaps(page)).toEqual([]);
      expect(await findBarriers(page)).toEqual([]);
    },
  );

  it.each([
    ["a laptop", 1280, 720],
    ["a 4K screen", 3840, 2160],
  ])("%s shows everything without overlap or sideways scroll", async (_, width, height) => {
    const page = await app.open({ viewport: { width, height } });
    await settle(page);
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scroll).toBeLessThanOrEqual(width);
    expect(await findOverlaps(page)).toEqual([]);
  });

  it("a phone's parameters are one press away, and a threshold can be typed", async () => {
    const page = await app.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.getByRole("tab", { name: "Parameters" }).click();
    const [first] = await page.getByRole("rowheader").all();
    await first?.click();
    const field = page.getByRole("textbox", { name: /^threshold of .+, number$/ });
    await field.fill("9");
    await field.press("Enter");
    await settle(page);
    expect(await findBarriers(page)).toEqual([]);
  });
});

/** Wait until no transition is under way: colours in between would be measured. */
async function settleMotion(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.getAnimations().length), PATIENCE).toBe(0);
}

interface Region {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Places in the list of the regions that this one lies in. */
  readonly inside: readonly number[];
}

/** The main regions and panels that are on screen. */
function readRegions(page: Page): Promise<readonly Region[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll("header, main, section, aside")].filter(
      (element) => element.checkVisibility() && element.closest("aside *") === null,
    );
    return shown.map((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const inside = shown.flatMap((other, place) => (other.contains(element) ? [place] : []));
      const name = element.getAttribute("aria-label") ?? element.localName;
      return { name, left, top, right, bottom, inside };
    });
  });
}

/** Pairs of regions that lie over each other, and regions that leave the window. */
async function findOverlaps(page: Page): Promise<readonly string[]> {
  const regions = await readRegions(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const out = regions.filter(
    (one) => Math.min(one.left, one.top) < -1 || one.right > width + 1 || one.bottom > height + 1,
  );
  const pairs = regions.flatMap((one, place) =>
    regions
      .filter((other, later) => later > place && !other.inside.includes(place))
      .filter((other) => !one.inside.includes(regions.indexOf(other)) && isOver(one, other))
      .map((other) => `${one.name} and ${other.name}`),
  );
  return [...out.map(({ name }) => `${name} leaves the window`), ...pairs];
}

function isOver(one: Region, other: Region): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 1 && down > 1;
}
