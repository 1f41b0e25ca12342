/**
 * `npm run pictures`: the picture of every preset for the gallery (public/presets) and the first screen for the
 * README (docs/images), taken in a headless Chromium from the site as it is built.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { presets } from "#content";
import { browserArgs, findBrowser } from "../tests/support/findBrowser.ts";
import { serveSite } from "../tests/support/serveSite.ts";
import { encodeIndexedPng } from "./indexedPng.ts";

const FOLDER = "node_modules/.cache/pictures-site";
const SCREEN = { width: 1440, height: 900 };
/** A card shows its picture at half this size. */
const CARD = { width: 640, height: 400 };

/** The space and the slice alone, edge to edge. */
const CARD_STYLE = `
  .lb-stage-grid {
    position: fixed; inset: 0 auto auto 0; z-index: 9999; gap: 0; background: #fff;
    inline-size: ${CARD.width}px; block-size: ${CARD.height}px;
  }
  .lb-view { border: 0; border-radius: 0; }
  .lb-view-bar, .lb-overlay, .lb-stage-grid button { display: none; }
`;

interface Shot {
  readonly file: string;
  readonly fragment: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly style?: string;
}

async function takePicture(browser: Browser, url: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: SCREEN,
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(`${url}${shot.fragment}`);
  await page.locator("[data-run-phase='done']").waitFor({ state: "attached" });
  await page.locator(".lb-space canvas").waitFor();
  if (shot.style !== undefined) await page.addStyleTag({ content: shot.style });
  await settle(page);
  const { width, height } = shot.size;
  const png = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
  const pixels = await readPixels(page, png.toString("base64"));
  const file = encodeIndexedPng({ width, height, pixels });
  writeFileSync(shot.file, file);
  process.stdout.write(`${shot.file}: ${Math.round(file.length / 1000)} kB\n`);
  await context.close();
}

/** Fonts are there and the views have been painted at their size. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1500);
}

/** Decode a PNG in the page. */
async function readPixels(page: Page, base64: string): Promise<Uint8Array> {
  const text = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const bytes = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += 8192)
      parts.push(String.fromCharCode(...bytes.slice(at, at + 8192)));
    return btoa(parts.join(""));
  }, base64);
  return Buffer.from(text, "base64");
}

const shots: readonly Shot[] = [
  ...presets.map(({ id }) => ({
    file: `public/presets/${id}.png`,
    fragment: `#preset=${id}`,
    size: CARD,
    style: CARD_STYLE,
  })),
  { file: "docs/images/first-screen.png", fragment: "#preset=start", size: SCREEN },
];

mkdirSync("public/presets", { recursive: true });
mkdirSync("docs/images", { recursive: true });
const site = await serveSite(FOLDER);
const chrome = await chromium.launch({
  executablePath: findBrowser(),
  args: [...browserArgs({ webgl: true })],
});
for (const shot of shots) await takePicture(chrome, site.url, shot);
await chrome.close();
await site.close();
