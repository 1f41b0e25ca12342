import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeLink } from "#share";

const FOLDER = join(import.meta.dirname, "links");

/** A link of old, and what it opened: see links/README.md. */
interface StoredLink {
  readonly about: string;
  readonly fragment: string;
  readonly workspace?: object;
  readonly dropped?: readonly string[];
  readonly kind?: string;
  readonly message?: string;
}

const versions = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(versions)("links of %s", (version) => {
  const files = readdirSync(join(FOLDER, version));

  it("are there", () => {
    expect(files.length).toBeGreaterThanOrEqual(17);
  });

  it.each(files)("still open as they did: %s", (file) => {
    const stored: StoredLink = JSON.parse(readFileSync(join(FOLDER, version, file), "utf8"));
    const { about: _about, fragment, ...expected } = stored;
    expect(decodeLink(fragment)).toMatchObject(expected);
  });
});
