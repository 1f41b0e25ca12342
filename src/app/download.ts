/** Hand a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download has its own hold on the data once the click is handled.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** The same for text. */
export function downloadText(name: string, type: string, text: string): void {
  download(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

const LONGEST_TITLE = 60;

/** A file name that any system accepts: the document's name, cut short, and what of it the file holds. */
export function fileName(title: string, part: string, ending: string): string {
  const stem = plain(title).slice(0, LONGEST_TITLE);
  const words = [stem === "" ? "latent-boundaries" : stem, part].filter((word) => word !== "");
  return `${words.join("-")}.${ending}`;
}

/** Letters without their accents, digits and hyphens between them. */
function plain(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{Mark}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
}
