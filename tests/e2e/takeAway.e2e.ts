import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { formatExperiment, parseExperimentText } from "#document";
import { useApp } from "./support/app.ts";
import {
  dropFile,
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

/** A file that the page handed to the browser's downloads. */
interface Taken {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

async function take(page: Page, item: string): Promise<Taken> {
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, item)]);
  return read(download);
}

async function read(download: Download): Promise<Taken> {
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

/** Choose an item of the export menu. */
async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** Open a text as a file, through the browser's own file dialog. */
async function openFile(page: Page, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    choose(page, "Open experiment file…"),
  ]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

const PNG = "89504e470d0a1a0a";

describe("taking things away", () => {
  const app = useApp();

  it.each(["3-D view", "Slice", "Outputs", "Time strip"])(
    "%s goes into a PNG and an SVG file",
    async (panel) => {
      const { page } = app;
      const tab = page.getByRole("button", {
        name: panel === "Outputs" ? "Outputs" : "Slice",
        exact: true,
      });
      await tab.click();
      await page.getByRole("application", { name: /^Boundary surfaces/ }).waitFor();
      await settle(page);
      const png = await take(page, `${panel} as PNG`);
      expect(png.name).toMatch(/^[\w-]+\.png$/);
      expect(png.bytes.subarray(0, 8).toString("hex")).toBe(PNG);
      expect(png.bytes.length).toBeGreaterThan(10_000);
      const svg = await take(page, `${panel} as SVG`);
      expect(svg.name).toMatch(/^[\w-]+\.svg$/);
      const drawn = await page.evaluate((text) => {
        const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
        return {
          root: documentElement.localName,
          shapes: documentElement.querySelectorAll("path, line, circle, image").length,
        };
      }, svg.text);
      expect(drawn.root).toBe("svg");
      expect(drawn.shapes).toBeGreaterThan(0);
    },
  );

  it("the run goes into tables and a result file with every spike", async () => {
    const { page } = app;
    const { truth } = await settle(page);
    const count = truth.spikeTimes.length;
    const spikes = await take(page, "Spikes as CSV");
    const rows = spikes.text.trim().split(/\r?\n/);
    expect(rows.length).toBe(count + 1);
    const traces = await take(page, "Traces as CSV");
    expect(traces.text.split(/\r?\n/)[0]).toMatch(/^time/);
    expect(traces.text.trim().split(/\r?\n/).length).toBeGreaterThan(100);
    const result = JSON.parse((await take(page, "Result as JSON")).text);
    expect(result.spikes.E.time.length + result.spikes.I.time.length).toBe(count);
  });

  it("a saved experiment opens again with the same numbers, chosen or dropped", async () => {
    const { page } = app;
    await page.getByRole("button", { name: "Slice", exact: true }).click();
    const [neuron] = await findFiring(page);
    await select(page, neuron);
    await pressAndMove(page, slider(page, `Threshold of ${neuron}`), { x: 0, y: -45 });
    await page.mouse.up();
    const { table, truth } = await settle(page);
    const saved = await take(page, "Save experiment file");
    const parsed = parseExperimentText(saved.text);
    expect(parsed.ok && formatExperiment(parsed.experiment)).toBe(
      formatExperiment(truth.experiment),
    );

    for (const bring of [openFile, dropFile]) {
      await page.getByRole("button", { name: "Remove", exact: true }).click();
      expect((await settle(page)).table).not.toEqual(table);
      await bring(page, saved.name, saved.text);
      await expect.poll(() => undoStep(page), PATIENCE).toBe("open file");
      expect((await settle(page)).table).toEqual(table);
    }
    expect(await readNotices(page)).toEqual([]);
  });

  it.each([
    ["a text", "poem.txt", "Roses are red.", /^"poem\.txt" was not opened: .+\.$/],
    [
      "a truncated file",
      "half.json",
      '{"schema": "latent-boundaries/experiment", "version',
      /JSON/,
    ],
    ["no experiment", "other.json", '{"name": "other"}', /^"other\.json" was not opened: .+\.$/],
    ["an empty file", "empty.json", "", /empty/],
  ])("%s is refused in sentences, and nothing changes", async (_, name, text, sentence) => {
    const { page } = app;
    const { table } = await settle(page);
    await openFile(page, name, text);
    await expectRefusal(page, sentence);
    expect((await settle(page)).table).toEqual(table);
    expect(await undoStep(page)).toBeNull();
  });

  it("an excitatory neuron with a negative decoder is refused by name", async () => {
    const { page } = app;
    const { table } = await settle(page);
    const saved = JSON.parse((await take(page, "Save experiment file")).text);
    const [excitatory] = saved.network.populations;
    excitatory.decoder = -0.1;
    await dropFile(page, "breach.json", JSON.stringify(saved));
    await expectRefusal(page, /decoder.*-0\.1/);
    expect(await readTable(page)).toEqual(table);
  });

  /** Some sentences about the file, at least one of them telling. */
  async function expectRefusal(page: Page, sentence: RegExp): Promise<void> {
    await expect
      .poll(() => readNotices(page), PATIENCE)
      .toContainEqual(expect.stringMatching(sentence));
    const notices = await readNotices(page);
    for (const notice of notices) expect(notice).toMatch(/\.$/);
    const dismiss = page.getByRole("button", { name: "Dismiss" });
    for (const _ of notices) await dismiss.first().click();
  }
});
