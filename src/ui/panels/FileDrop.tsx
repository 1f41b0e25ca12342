import { type DragEvent, type ReactNode, useState } from "react";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useActions } from "../hooks/StoreProvider.tsx";

/** Largest file that is read at all; bytes. */
const MAX_BYTES = 50_000_000;

/** Open an experiment file that is dropped anywhere on the page. */
export function FileDrop({ children }: { readonly children: ReactNode }): ReactNode {
  const { openText } = useServices();
  const { notify } = useActions();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    // Text that is dropped into a field is the field's.
    if (file === undefined) return;
    event.preventDefault();
    if (file.size > MAX_BYTES) {
      const megabytes = Math.round(file.size / 1e6);
      notify(
        "error",
        `"${file.name}" has ${megabytes} MB; an experiment file may have up to 50 MB.`,
      );
      return;
    }
    file.text().then(
      (text) => openText(file.name, text),
      () => notify("error", `"${file.name}" cannot be read; try another file.`),
    );
  };
  const hover = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = ({ currentTarget, relatedTarget }: DragEvent): void => {
    const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!isInside) setOver(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target beside the Open button, which does the same
    <div className="lb-drop" onDragOver={hover} onDragLeave={leave} onDrop={drop}>
      {children}
      {over && <div className="lb-drop-hint">Drop an experiment file to open it</div>}
    </div>
  );
}
