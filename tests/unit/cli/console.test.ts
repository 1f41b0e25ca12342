import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { hasCode, openConsole } from "../../../src/cli/simulate/console.ts";

function failing(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("broken"), { code })),
  });
}

const open = (
  env: Record<string, string>,
  stdout: NodeJS.WritableStream = new PassThrough(),
  stderr: NodeJS.WritableStream = new PassThrough(),
): ReturnType<typeof openConsole> => openConsole({ env, cwd: () => "/here", stdout, stderr });

describe("openConsole", () => {
  it("stands where the user stands, which npm tells in INIT_CWD", () => {
    expect(open({ INIT_CWD: "/there" }).folder).toBe("/there");
    expect(open({}).folder).toBe("/here");
  });

  it("prints every piece and leaves the stream open", async () => {
    const stdout = new PassThrough();
    await open({}, stdout).print(["a", "b"]);
    expect([stdout.read().toString(), stdout.writable]).toEqual(["ab", true]);
  });

  it("stops quietly when the reader has seen enough, and says any other fault", async () => {
    await expect(open({}, failing("EPIPE")).print(["a"])).resolves.toBeUndefined();
    await expect(open({}, failing("ENOSPC")).print(["a"])).rejects.toThrow("broken");
  });

  it("saves to a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "latent-boundaries-"));
    await open({}).save(join(folder, "r.json"), ["a", "b"]);
    expect(readFileSync(join(folder, "r.json"), "utf8")).toBe("ab");
    rmSync(folder, { recursive: true });
  });

  it("complains in lines", () => {
    const stderr = new PassThrough();
    open({}, new PassThrough(), stderr).complain("No.");
    expect(stderr.read().toString()).toBe("No.\n");
  });
});

describe("hasCode", () => {
  it("tells an error by its code", () => {
    expect(hasCode(Object.assign(new Error(), { code: "EPIPE" }), "EPIPE")).toBe(true);
    expect(hasCode(new Error("EPIPE"), "EPIPE")).toBe(false);
    expect(hasCode("EPIPE", "EPIPE")).toBe(false);
  });
});
