import { type Browser, chromium, type Page } from "playwright-core";
import { browserArgs } from "../../support/findBrowser.ts";

/** Where the app is measured. */
export interface Stage {
  readonly url: string;
  readonly browserPath: string;
}

/** How the app is opened. */
export interface Opening {
  readonly webgl: boolean;
  /** Installed in the page before the app. */
  readonly probe: () => void;
  /** Fragment with its `#`. */
  readonly fragment: string;
}

const VIEWPORT = { width: 1280, height: 720 };

/** Open the app in a browser of its own, use it, close it. */
export async function withApp<Result>(
  { url, browserPath }: Stage,
  { webgl, probe, fragment }: Opening,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const browser: Browser = await chromium.launch({
    executablePath: browserPath,
    args: [...browserArgs({ webgl })],
  });
  try {
    // With less motion nothing plays by itself.
    const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: "reduce" });
    // The compiler of this script marks functions with a helper that the page does not have.
    await page.addInitScript("globalThis.__name = (what) => what;");
    await page.addInitScript(probe);
    await page.goto(`${url}${fragment}`);
    await page.locator("[data-run-phase='done']").waitFor({ state: "attached" });
    return await use(page);
  } finally {
    await browser.close();
  }
}

/** Open an experiment file as a user does who drops it on the page, and wait until the address tells it. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.locator(".lb-drop").evaluate(
    (target, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([file.text], file.name, { type: "application/json" }));
      const drop = { dataTransfer, bubbles: true, cancelable: true };
      target.dispatchEvent(new DragEvent("drop", drop));
    },
    { name, text },
  );
  await page.waitForFunction(() => location.hash.startsWith("#v"));
}

/** Let time pass, ms. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
