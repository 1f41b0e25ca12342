import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type AppPage, launchBrowser, type OpenOptions, openApp } from "./page.ts";

/** One browser a file, and a page that begins each test with the start preset. */
export interface AppUnderTest {
  readonly page: Page;
  /** A page with a storage of its own, closed after the test. */
  open(options?: OpenOptions): Promise<Page>;
}

interface AppOptions extends OpenOptions {
  readonly webgl?: boolean;
}

/** Open the app before the first test of the group; after each test no page may have complained about anything. */
export function useApp({ webgl = true, ...options }: AppOptions = {}): AppUnderTest {
  let browser: Browser;
  let main: AppPage | null = null;
  let others: AppPage[] = [];
  beforeAll(async () => {
    browser = await launchBrowser({ webgl });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    if (main === null) main = await openApp(browser, options);
    else await startOver(main.page);
  });
  afterEach(async ({ task }) => {
    const { page, complaints } = expectOpen(main);
    const heard = [...complaints, ...others.flatMap((other) => other.complaints)];
    const closing = others;
    others = [];
    for (const { close } of closing) await close();
    complaints.length = 0;
    if (task.result?.state === "fail" || heard.length > 0) {
      // What a failed test leaves behind must not reach the next one.
      main = null;
      await page.context().close();
    }
    expect(heard).toEqual([]);
  });
  return {
    get page() {
      return expectOpen(main).page;
    },
    async open(more = {}) {
      const app = await openApp(browser, { ...options, ...more });
      others.push(app);
      return app.page;
    },
  };
}

function expectOpen(app: AppPage | null): AppPage {
  if (app === null) throw new Error("The page is open only within a test.");
  return app;
}

/** Go to the start preset as if its link had been typed; the history of edits ends there. */
async function startOver(page: Page): Promise<void> {
  await page.evaluate(() => {
    history.replaceState(null, "", "#preset=start");
    dispatchEvent(new HashChangeEvent("hashchange"));
  });
}
