import { arch, cpus, platform, totalmem } from "node:os";

/** The machine that figures were measured on. */
export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const processor = `${cpus().length} x ${first?.model.trim() ?? "unknown processor"}`;
  return `${processor}, ${memory} GB, ${platform()} ${arch()}, Node ${process.versions.node}`;
}
