/** A file that was chosen, as text. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Let the user choose a file of some types; the promise stays open when the choice is cancelled. */
export function pickTextFile(accept: string): Promise<TextFile> {
  const picker = document.createElement("input");
  picker.type = "file";
  picker.accept = accept;
  return new Promise((resolve, reject) => {
    picker.addEventListener("change", () => {
      const file = picker.files?.[0];
      if (file === undefined) return;
      file.text().then((text) => resolve({ name: file.name, text }), reject);
    });
    picker.click();
  });
}
