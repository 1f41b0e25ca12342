import { ActionIcon } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { selectRedoLabel, selectUndoLabel } from "#store";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { Icon } from "./icons.tsx";

/** Undo and redo, named after the step they would take, with their keys. */
export function UndoButtons(): ReactNode {
  const { undo, redo } = useActions();
  const back = useApp(selectUndoLabel);
  const forth = useApp(selectRedoLabel);
  useHistoryKeys(undo, redo);
  return (
    <div className="lb-pair">
      <StepButton name="undo" word="Undo" keys="Ctrl+Z" step={back} take={undo} />
      <StepButton name="redo" word="Redo" keys="Ctrl+Shift+Z" step={forth} take={redo} />
    </div>
  );
}

interface StepButtonProps {
  readonly name: "undo" | "redo";
  readonly word: string;
  readonly keys: string;
  readonly step: string | null;
  take(): void;
}

function StepButton({ name, word, keys, step, take }: StepButtonProps): ReactNode {
  const title = step === null ? `Nothing to ${name}` : `${word} ${step}`;
  // aria-disabled, not disabled: the button keeps the focus when the last step is taken.
  return (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={title}
      aria-disabled={step === null}
      data-dim={step === null}
      data-explain={step === null ? title : `${title} (${keys})`}
      aria-keyshortcuts={keys.replace("Ctrl", "Control")}
      onClick={() => step !== null && take()}
    >
      <Icon name={name} />
    </ActionIcon>
  );
}

/** Ctrl or Cmd with Z, Shift+Z or Y anywhere but in a text field, which has its own undo. */
function useHistoryKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = isTextField(event.target) ? null : readHistoryKey(event);
      if (step === null) return;
      event.preventDefault();
      if (step === "undo") undo();
      else redo();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [undo, redo]);
}

function readHistoryKey(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "y") return "redo";
  if (key !== "z") return null;
  return event.shiftKey ? "redo" : "undo";
}

/** Whether the key would undo typing; in a number that has been entered there is none left to undo. */
function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input[type=text]:not([data-entered]), textarea")
  );
}
