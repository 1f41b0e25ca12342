import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const { CHROME_PATH = "" } = process.env;

const INSTALLED = [
  CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const findInstalled = (): string | undefined =>
  INSTALLED.find((path) => path !== "" && existsSync(path));

function installOnDebian(): void {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return;
  const apt = ["apt-get", "-o", "DPkg::Lock::Timeout=600"];
  const command = process.getuid?.() === 0 ? apt : ["sudo", "-n", ...apt];
  const run = (...words: string[]) =>
    spawnSync(command[0] ?? "", [...command.slice(1), ...words], { stdio: "ignore" });
  run("update");
  run("install", "-y", "--no-install-recommends", "chromium");
}

/**
 * Path of a Chromium or Chrome: an installed one (CHROME_PATH first), else Debian's package is installed.
 *
 * @throws Error with one sentence that says what to do.
 */
export function findBrowser(): string {
  const installed = findInstalled();
  if (installed !== undefined) return installed;
  installOnDebian();
  const fresh = findInstalled();
  if (fresh !== undefined) return fresh;
  throw new Error(
    "No Chromium or Chrome was found: install one, or set CHROME_PATH to its program file, and run the tests again.",
  );
}

const QUIET = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Flags that keep a headless Chromium quiet, with WebGL in software or without WebGL as on an old machine. */
export function browserArgs({ webgl }: { readonly webgl: boolean }): readonly string[] {
  if (webgl) return [...QUIET, "--enable-unsafe-swiftshader"];
  return [...QUIET, "--disable-gpu", "--disable-3d-apis"];
}
