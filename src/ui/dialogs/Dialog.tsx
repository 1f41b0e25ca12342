import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useScreen } from "../hooks/useScreen.ts";
import "./dialogs.css";

interface DialogProps {
  readonly title: string;
  readonly size: string;
  readonly children: ReactNode;
  close(): void;
}

/** A modal window: traps the focus, closes with Escape, fills a phone's screen. */
export function Dialog({ title, size, close, children }: DialogProps): ReactNode {
  const phone = useScreen() === "phone";
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={size}
      fullScreen={phone}
      centered
      radius="md"
      closeButtonProps={{ "aria-label": "Close" }}
      classNames={{ title: "lb-dialog-title" }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </Modal>
  );
}
