import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Console } from "../../src/cli/simulate/console.ts";
import { runCommand } from "../../src/cli/simulate/runCommand.ts";

/** What a command did. */
export interface Outcome {
  readonly status: number;
  readonly printed: string;
  readonly complaints: readonly string[];
  /** By absolute path. */
  readonly saved: ReadonlyMap<string, string>;
}

/** A folder of its own for each test file. */
export interface Workbench {
  readonly folder: string;
  /** Put a file into the folder. */
  write(name: string, content: string | Uint8Array): string;
  run(...words: readonly string[]): Promise<Outcome>;
  dispose(): void;
}

/** Make a folder in which commands are run without a process of their own. */
export function createWorkbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), "latent-boundaries-"));
  return {
    folder,
    write(name, content) {
      writeFileSync(join(folder, name), content);
      return name;
    },
    async run(...words) {
      const printed: string[] = [];
      const complaints: string[] = [];
      const saved = new Map<string, string>();
      const console: Console = {
        folder,
        print: async (chunks) => void printed.push(...chunks),
        save: async (path, chunks) => void saved.set(path, [...chunks].join("")),
        complain: (sentence) => void complaints.push(sentence),
      };
      const status = await runCommand(words, console);
      return { status, printed: printed.join(""), complaints, saved };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
