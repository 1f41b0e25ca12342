import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { Preferences } from "#store";
import { Announcer } from "../a11y/Announcer.tsx";
import { ExplainLayer } from "../a11y/ExplainLayer.tsx";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { InspectorToggle, useInspector } from "./InspectorToggle.tsx";
import "./shell.css";

interface ShellProps {
  readonly header: ReactNode;
  /** The geometric views; takes all the room that is left. */
  readonly stage: ReactNode;
  /** The time strip; at most one third of the height. */
  readonly strip: ReactNode;
  readonly inspector: ReactNode;
  /** Explains a moment: above the inspector, over the stage, or on a phone in place of the strip; null when closed. */
  readonly card?: ReactNode;
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

type StripTab = Preferences["stripTab"];
type PhoneTab = StripTab | "inspector";

function Regions({ header, stage, strip, inspector, card = null }: ShellProps): ReactNode {
  const { screen, shown, setShown } = useInspector();
  const stripTab = useApp((state) => state.preferences.stripTab);
  const { setPreferences } = useActions();
  const [inspecting, setInspecting] = useState(false);
  const setTab = (next: PhoneTab): void => {
    setInspecting(next === "inspector");
    if (next !== "inspector") setPreferences({ stripTab: next });
  };
  const phone = screen === "phone";
  const open = phone ? inspecting && card === null : shown;
  const isBeside = screen === "wide" && open;
  const closeDrawer = (event: KeyboardEvent) => {
    if (event.key === "Escape" && screen === "tablet" && !event.defaultPrevented) setShown(false);
  };
  return (
    <div
      className="lb-shell"
      data-screen={screen}
      data-inspector={open ? "open" : "closed"}
      data-strip={stripTab}
    >
      <header className="lb-header">{header}</header>
      <main className="lb-stage" aria-label="Stage">
        {stage}
      </main>
      {phone && card === null && (
        <PhoneTabs tab={inspecting ? "inspector" : stripTab} choose={setTab} />
      )}
      <section
        className="lb-strip"
        id="lb-region-strip"
        aria-label={stripTab === "time" ? "Time strip" : "Many trials"}
        hidden={phone && (inspecting || card !== null)}
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
        {isBeside && card}
        {inspector}
      </aside>
      {!isBeside && card}
    </div>
  );
}

const PHONE_TABS: readonly { readonly id: PhoneTab; readonly label: string }[] = [
  { id: "time", label: "Time" },
  { id: "trials", label: "Trials" },
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
    const by = event.key === "ArrowRight" ? 1 : PHONE_TABS.length - 1;
    const place = PHONE_TABS.findIndex(({ id }) => id === tab);
    const next = PHONE_TABS[(place + by) % PHONE_TABS.length]?.id ?? tab;
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
            aria-controls={`lb-region-${id === "inspector" ? "inspector" : "strip"}`}
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
