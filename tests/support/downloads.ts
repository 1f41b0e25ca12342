import { vi } from "vitest";

/** A file that the page handed to the browser. */
export interface Download {
  readonly name: string;
  readonly type: string;
  text(): Promise<string>;
}

/** Catch downloads: jsdom has no object addresses and follows no links. */
export function catchDownloads(): readonly Download[] {
  const blobs = new Map<string, Blob>();
  const caught: Download[] = [];
  URL.createObjectURL = (content) => {
    const address = `blob:${blobs.size}`;
    if (content instanceof Blob) blobs.set(address, content);
    return address;
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.get(this.href);
    if (blob === undefined) return;
    caught.push({ name: this.download, type: blob.type, text: () => readText(blob) });
  });
  return caught;
}

function readText(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}
