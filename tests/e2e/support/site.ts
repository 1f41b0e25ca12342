import { build, preview } from "vite";
import type { TestProject } from "vitest/node";
import { findBrowser } from "../../support/findBrowser.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly siteUrl: string;
    readonly browserPath: string;
  }
}

/** Builds the site once, serves it on a free local port and tells the browser tests where it is. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browserPath = findBrowser();
  await build({ logLevel: "warn" });
  const server = await preview({ preview: { port: 0, host: "127.0.0.1" }, logLevel: "warn" });
  project.provide("siteUrl", server.resolvedUrls?.local[0] ?? "");
  project.provide("browserPath", browserPath);
  return () => server.close();
}
