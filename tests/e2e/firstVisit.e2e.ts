import { describe, expect, inject, it } from "vitest";
import { useApp } from "./support/app.ts";
import { PATIENCE, pictureOf, region, settle, slicePanel } from "./support/lab.ts";

describe("a first visit", () => {
  const app = useApp();

  it("opens the start preset and shows the spikes that its network fires", async () => {
    await app.page.getByRole("heading", { name: /^Start here/ }).waitFor();
    const { table } = await settle(app.page);
    expect(table.length).toBe(24);
    expect(table.filter(({ spikes }) => Number(spikes) > 0).length).toBeGreaterThan(6);
  });

  it("paints the slice and the time strip", async () => {
    for (const panel of [slicePanel(app.page), region(app.page, /^Input, readouts/)]) {
      const canvas = panel.locator("canvas");
      await expect.poll(() => canvas.evaluate(countColors), PATIENCE).toBeGreaterThan(50);
    }
  });

  it("mounts the 3-D view with its boundaries in colour", async () => {
    const view = app.page.getByRole("application", { name: /^Boundary surfaces/ });
    await view.waitFor();
    const canvas = view.locator("canvas").first();
    await expect.poll(async () => (await pictureOf(canvas)).length, PATIENCE).toBeGreaterThan(5000);
  });

  it("carries the rule that nothing is fetched from elsewhere", async () => {
    const rule = app.page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect(await rule.getAttribute("content")).toContain("default-src 'self'");
    const addresses = await app.page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    const foreign = addresses.filter((address) => !address.startsWith(inject("siteUrl")));
    expect(foreign.filter((address) => !/^(blob|data):/.test(address))).toEqual([]);
  });
});

/** Different colours among the pixels of a canvas. */
function countColors(canvas: HTMLElement | SVGElement): number {
  if (!(canvas instanceof HTMLCanvasElement)) return 0;
  const { width, height } = canvas;
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, width, height).data.buffer;
  return new Set(pixels === undefined ? [] : new Uint32Array(pixels)).size;
}
