import { lazy, type ReactNode, Suspense } from "react";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { useScreen } from "../hooks/useScreen.ts";
import { TimeStrip } from "./TimeStrip.tsx";

const TrialsPanel = lazy(() =>
  import("../trials/TrialsPanel.tsx").then((module) => ({ default: module.TrialsPanel })),
);

const TABS = [
  { id: "time", label: "Time" },
  { id: "trials", label: "Trials" },
] as const;

/** Below the stage: one run over time, or many trials. What is not on show costs nothing. */
export function StripRegion(): ReactNode {
  const shown = useApp((state) => state.preferences.stripTab);
  // A phone chooses between them in the tabs of its shell.
  const tabs = useScreen() === "phone" ? null : <StripTabs />;
  if (shown === "time") return <TimeStrip tabs={tabs} />;
  return (
    <Suspense fallback={null}>
      <TrialsPanel tabs={tabs} />
    </Suspense>
  );
}

function StripTabs(): ReactNode {
  const shown = useApp((state) => state.preferences.stripTab);
  const { setPreferences } = useActions();
  return (
    <fieldset className="lb-chips" aria-label="Below the stage">
      {TABS.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className="lb-chip"
          aria-pressed={id === shown}
          onClick={() => setPreferences({ stripTab: id })}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
