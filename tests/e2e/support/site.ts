import type { TestProject } from "vitest/node";
import { findBrowser } from "../../support/findBrowser.ts";
import { serveSite } from "../../support/serveSite.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly siteUrl: string;
    readonly browserPath: string;
  }
}

/** Builds the site once, serves it on a free local port and tells the browser tests where it is. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browserPath = findBrowser();
  const site = await serveSite("dist");
  project.provide("siteUrl", site.url);
  project.provide("browserPath", browserPath);
  return () => site.close();
}
