import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type NeuronNumbers, type Truth, truthOf } from "./truth.ts";

/** Columns of the neuron table, in its order. */
const COLUMNS = [
  "feedforward",
  "weightOnE",
  "weightOnI",
  "threshold",
  "decoder",
  "spikes",
] as const satisfies readonly (keyof NeuronNumbers)[];

/** A row of the neuron table as it stands on the page. */
export type NeuronRow = Readonly<Record<"name" | (typeof COLUMNS)[number], string>>;

/** The table writes two decimals. */
const ROUNDING = 0.0051;

/** Patience with a busy machine; nothing is asserted about how long anything takes. */
export const PATIENCE = { timeout: 20_000, interval: 50 } as const;

/** Every row of the neuron table that is rendered. */
export async function readTable(page: Page): Promise<readonly NeuronRow[]> {
  const rows = await page
    .getByRole("grid", { name: "Neurons" })
    .locator("tr[data-row]")
    .evaluateAll((elements) =>
      elements.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
    );
  return rows.map((cells) => {
    const [name = "", feedforward = "", weightOnE = "", weightOnI = "", ...rest] = cells;
    const [threshold = "", decoder = "", spikes = ""] = rest;
    return { name, feedforward, weightOnE, weightOnI, threshold, decoder, spikes };
  });
}

/** Neurons of the table, also those that are out of sight. */
async function countNeurons(page: Page): Promise<number> {
  const grid = page.getByRole("grid", { name: "Neurons" });
  return Number(await grid.getAttribute("aria-rowcount")) - 1;
}

/** One neuron of the table. */
export async function readNeuron(page: Page, name: string): Promise<NeuronRow> {
  const row = (await readTable(page)).find((one) => one.name === name);
  if (row === undefined) throw new Error(`The table has no row "${name}".`);
  return row;
}

/** A number as the page writes it, with a true minus sign. */
export function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.replace("−", "-"));
}

/** What the page shows and what its address describes. */
export interface Rest {
  readonly table: readonly NeuronRow[];
  readonly truth: Truth;
}

/**
 * Wait until the page has come to rest: the address describes the neurons of the table, and the table's spikes are
 * those that the address gives when it is run without a browser.
 *
 * @param left an address that must be another by then, after an edit that the table does not show.
 */
export async function settle(page: Page, left: string | null = null): Promise<Rest> {
  let table: readonly NeuronRow[] = [];
  let truth: Truth | null = null;
  await expect
    .poll(async () => {
      table = await readTable(page);
      truth = truthOf(page.url());
      if (page.url() === left) return "the address stays";
      return (await countNeurons(page)) === truth?.network.neurons
        ? findDifference(table, truth)
        : "number of neurons";
    }, PATIENCE)
    .toBe("none");
  if (truth === null) throw new Error("The address does not open.");
  return { table, truth };
}

/** The first number of the table that is not what the address gives. */
function findDifference(table: readonly NeuronRow[], truth: Truth): string {
  for (const row of table) {
    const expected = truth.numbersOf(row.name);
    const wrong = COLUMNS.find(
      (column) => Math.abs(toNumber(row[column]) - expected[column]) > ROUNDING,
    );
    if (wrong !== undefined) {
      return `${wrong} of ${row.name}: ${row[wrong]}, not ${expected[wrong]}`;
    }
  }
  return "none";
}

/** Excitatory neurons that fire at the moment of the slice, the busiest first: their lines are on the boundary. */
export async function findFiring(page: Page): Promise<readonly [string, string]> {
  const { truth } = await settle(page);
  const names = truth.busiestAround(await readValue(slider(page, "Playhead")), "E");
  const [first, second] = names;
  if (first === undefined || second === undefined) throw new Error("There are too few neurons.");
  return [first, second];
}

/** Choose a row of the table; with "add" beside those that are chosen already. */
export async function select(page: Page, name: string, add = false): Promise<void> {
  const row = page.getByRole("rowheader", { name, exact: true });
  await row.click(add ? { modifiers: ["ControlOrMeta"] } : {});
}

/** A grip, slider or other thing with a value, by its name. */
export function slider(page: Page, name: string | RegExp): Locator {
  return page.getByRole("slider", { name, exact: true });
}

/** The value that assistive technology is told. */
export async function readValue(handle: Locator): Promise<number> {
  return Number(await handle.getAttribute("aria-valuenow"));
}

/** Middle of an element on the page, CSS pixels. */
export async function middleOf(
  element: Locator,
): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`${element} is not on screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Press on the middle of an element and move by some pixels; the button stays down. */
export async function pressAndMove(
  page: Page,
  element: Locator,
  by: { readonly x: number; readonly y: number },
): Promise<void> {
  const { x, y } = await middleOf(element);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x, y + by.y, { steps: 6 });
}

/** What the undo button would take back, or null. */
export async function undoStep(page: Page): Promise<string | null> {
  const button = page.getByRole("button", { name: /^(Undo |Nothing to undo)/ });
  const name = (await button.getAttribute("aria-label")) ?? "";
  return name === "Nothing to undo" ? null : name.replace(/^Undo /, "");
}

/** The section with this accessible name. */
export function region(page: Page, name: string | RegExp): Locator {
  return page.getByRole("region", { name });
}

/** The slice panel: its heading tells the input. */
export function slicePanel(page: Page): Locator {
  return region(page, /^Slice:/);
}

/** Input of the slice as its heading writes it. */
export async function sliceInput(page: Page): Promise<number> {
  const heading = await slicePanel(page).getByRole("heading").textContent();
  return toNumber(heading?.split("=")[1] ?? "");
}

/** Every sentence of the notices. */
export function readNotices(page: Page): Promise<readonly string[]> {
  return region(page, "Notices").getByRole("paragraph").allTextContents();
}

/** The picture of a canvas as text, to tell whether it has changed. */
export function pictureOf(canvas: Locator): Promise<string> {
  return canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
}

/** Wait for some painted frames: whatever was going to follow from the last event has followed. */
export function paintFrames(page: Page, count: number): Promise<void> {
  return page.evaluate(
    (frames) =>
      new Promise<void>((resolve) => {
        const next = (left: number): void => {
          if (left === 0) resolve();
          else requestAnimationFrame(() => next(left - 1));
        };
        next(frames);
      }),
    count,
  );
}

/** Drop a text as a file on the page. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: "application/json" }));
      return transfer;
    },
    [name, text] as const,
  );
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer });
}
