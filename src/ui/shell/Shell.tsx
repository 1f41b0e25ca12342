import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Announcer } from "../a11y/Announcer.tsx";
import { ExplainLayer } from "../a11y/ExplainLayer.tsx";
import { InspectorToggle, useInspector } from "./InspectorToggle.tsx";
import "./shell.css";

interface ShellProps {
  readonly header: ReactNode;
  /** The geometric views; takes all the room that is left. */
  readonly stage: ReactNode;
  /** The time strip; at most one third of the height. */
  readonly strip: ReactNode;
  readonly inspector: ReactNode;
}

/** The window: header, stage, time strip and inspector, in three layouts that never overlap. */
export function Shell(props: ShellProps): ReactNode {
  return (
    <InspectorToggle>
      <Regions {...props} />
      <Announcer />
      <ExplainLayer />
    </InspectorToggle>
  );
}

type PhoneTab = "strip" | "inspector";

function Regions({ header, stage, strip, inspector }: ShellProps): ReactNode {
  const { screen, shown, setShown } = useInspector();
  const [tab, setTab] = useState<PhoneTab>("strip");
  const phone = screen === "phone";
  const open = phone ? tab === "inspector" : shown;
  const closeDrawer = (event: KeyboardEvent) => {
    if (event.key === "Escape" && screen === "tablet" && !event.defaultPrevented) setShown(false);
  };
  return (
    <div className="lb-shell" data-screen={screen} data-inspector={open ? "open" : "closed"}>
      <header className="lb-header">{header}</header>
      <main className="lb-stage" aria-label="Stage">
        {stage}
      </main>
      {phone && <PhoneTabs tab={tab} choose={setTab} />}
      <section
        className="lb-strip"
        id="lb-region-strip"
        aria-label="Time strip"
        hidden={phone && tab !== "strip"}
      >
        {strip}
      </section>
      <aside
        className="lb-inspector"
        id="lb-region-inspector"
        aria-label="Inspector"
        hidden={!open}
        onKeyDown={closeDrawer}
      >
        {inspector}
      </aside>
    </div>
  );
}

const PHONE_TABS: readonly { readonly id: PhoneTab; readonly label: string }[] = [
  { id: "strip", label: "Time" },
  { id: "inspector", label: "Parameters" },
];

interface PhoneTabsProps {
  readonly tab: PhoneTab;
  choose(tab: PhoneTab): void;
}

function PhoneTabs({ tab, choose }: PhoneTabsProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = tab === "strip" ? "inspector" : "strip";
    choose(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <nav aria-label="Below the stage" className="lb-phone-tabs">
      <div ref={list} role="tablist" aria-label="Below the stage">
        {PHONE_TABS.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            data-tab={id}
            aria-selected={tab === id}
            aria-controls={`lb-region-${id}`}
            tabIndex={tab === id ? 0 : -1}
            onClick={() => choose(id)}
            onKeyDown={step}
          >
            {label}
          </button>
        ))}
      </div>
    </nav>
  );
}
