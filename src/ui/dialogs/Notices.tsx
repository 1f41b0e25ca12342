import { ActionIcon, Button } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import type { Notice } from "#store";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { Icon, type IconName } from "../shell/icons.tsx";
import "./notices.css";

/** Plain news goes by itself; warnings and errors wait to be dismissed. */
const INFO_MS = 6000;

const ICONS: Readonly<Record<Notice["tone"], IconName>> = {
  info: "info",
  warning: "warning",
  error: "warning",
};

/** Sentences for the user at the foot of the window, also spoken by a screen reader. */
export function Notices(): ReactNode {
  const notices = useApp((state) => state.notices);
  return (
    <section className="lb-notices" aria-label="Notices" aria-live="polite">
      {notices.map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function Toast({ notice }: { readonly notice: Notice }): ReactNode {
  const { dismiss } = useActions();
  const { openLastVisit } = useServices();
  const { id, tone, text, offer } = notice;
  const accept = (): void => {
    dismiss(id);
    openLastVisit();
  };
  useEffect(() => {
    if (tone !== "info" || offer !== null) return;
    const timer = setTimeout(() => dismiss(id), INFO_MS);
    return () => clearTimeout(timer);
  }, [dismiss, id, tone, offer]);
  return (
    <div className="lb-notice" data-tone={tone} role={tone === "error" ? "alert" : "status"}>
      <Icon name={ICONS[tone]} />
      <p>{text}</p>
      {offer !== null && (
        <Button size="compact-xs" variant="default" onClick={accept}>
          Open it
        </Button>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label="Dismiss" onClick={() => dismiss(id)}>
        <Icon name="close" size={15} />
      </ActionIcon>
    </div>
  );
}
