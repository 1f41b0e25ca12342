import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { inject } from "vitest";
import { browserArgs } from "../../support/findBrowser.ts";

/** A page of the built app, with everything it complained about. */
export interface AppPage {
  readonly page: Page;
  /** Uncaught errors, console errors and requests that left the page's own origin. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Fragment with its `#`. */
  readonly fragment?: string;
}

/** Start a headless browser; `webgl: false` takes WebGL away as an old machine would. */
export function launchBrowser(options: { readonly webgl?: boolean } = {}): Promise<Browser> {
  const args = [...browserArgs({ webgl: options.webgl ?? true })];
  return chromium.launch({ executablePath: inject("browserPath"), args });
}

/** Open the app in a fresh context (empty storage) and wait until the first run is on screen. */
export async function openApp(browser: Browser, options: OpenOptions = {}): Promise<AppPage> {
  const { fragment = "", ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: "reduce",
    ...contextOptions,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const origin = new URL(inject("siteUrl")).origin;
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || url.protocol === "data:" || url.protocol === "blob:";
    if (!own) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(`${inject("siteUrl")}${fragment}`);
  await waitForRun(page);
  return { page, complaints, close: () => context.close() };
}

/** Wait until the page says that the present document has been simulated to its end. */
export async function waitForRun(page: Page): Promise<void> {
  await page.locator("[data-run-phase='done'], [data-run-phase='paused']").first().waitFor({
    state: "attached",
  });
}
