import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What the command sees of the world around it. */
export interface Console {
  /** Folder that paths are relative to. */
  readonly folder: string;
  /** Write to standard output. */
  print(chunks: Iterable<string>): Promise<void>;
  /** Write to a file. */
  save(path: string, chunks: Iterable<string>): Promise<void>;
  /** Write one line to standard error. */
  complain(sentence: string): void;
}

type Process = Pick<NodeJS.Process, "env" | "cwd"> & {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
};

/** The console of a process. npm changes the folder; where the user stands it leaves in INIT_CWD. */
export function openConsole({ env, cwd, stdout, stderr }: Process): Console {
  const { INIT_CWD } = env;
  return {
    folder: INIT_CWD ?? cwd(),
    async print(chunks) {
      try {
        await pipeline(Readable.from(chunks), stdout, { end: false });
      } catch (error) {
        // The reader, `head` say, has seen enough.
        if (!hasCode(error, "EPIPE")) throw error;
      }
    },
    save: (path, chunks) => pipeline(Readable.from(chunks), createWriteStream(path)),
    complain: (sentence) => void stderr.write(`${sentence}\n`),
  };
}

/** Tell an error of the operating system by its code, e.g. ENOENT. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
