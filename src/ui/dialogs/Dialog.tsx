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
    <Modal.Root
      opened
      onClose={close}
      size={size}
      fullScreen={phone}
      centered
      radius="md"
      transitionProps={{ duration: 120 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Modal.Header: its header element would be a second banner of the page. */}
        <div className="lb-dialog-head">
          <Modal.Title className="lb-dialog-title">{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
