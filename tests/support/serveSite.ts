import { build, preview } from "vite";

/** The built site on a free local port. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** Build the site into a folder and serve it as any static host would. */
export async function serveSite(folder: string): Promise<Site> {
  await build({ logLevel: "warn", build: { outDir: folder } });
  const server = await preview({
    build: { outDir: folder },
    preview: { port: 0, host: "127.0.0.1" },
    logLevel: "warn",
  });
  return { url: server.resolvedUrls?.local[0] ?? "", close: () => server.close() };
}
