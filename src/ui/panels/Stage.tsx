import { type ReactNode, useRef } from "react";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { useSize } from "../hooks/useSize.ts";
import { useGeometryProblem } from "../lab/useGeometryProblem.ts";
import { OutputsPanel } from "./OutputsPanel.tsx";
import { SlicePanel } from "./SlicePanel.tsx";
import { SpacePanel } from "./SpacePanel.tsx";

/** Below these widths the stage shows two pictures or one; CSS pixels. */
const THREE_COLUMNS = 1180;
const TWO_COLUMNS = 640;

const TABS = [
  { id: "space", label: "Space" },
  { id: "slice", label: "Slice" },
  { id: "outputs", label: "Outputs" },
] as const;

type Tab = (typeof TABS)[number]["id"];

/** The geometric views: all of them where they fit, else those the user chooses. */
export function Stage(): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const problem = useGeometryProblem();
  const columns = width >= THREE_COLUMNS ? 3 : width >= TWO_COLUMNS ? 2 : 1;
  return (
    <div ref={box} className="lb-stage-grid" data-columns={columns}>
      {problem === null ? (
        width > 0 && <Views columns={columns} />
      ) : (
        <p className="lb-message" role="status">
          {problem}
        </p>
      )}
    </div>
  );
}

function Views({ columns }: { readonly columns: 1 | 2 | 3 }): ReactNode {
  const chosen = useApp((state) => state.preferences.stageTab);
  if (columns === 3) {
    return (
      <>
        <SpacePanel tabs={null} />
        <SlicePanel tabs={null} />
        <OutputsPanel tabs={null} />
      </>
    );
  }
  const offered: readonly Tab[] =
    columns === 2 ? ["slice", "outputs"] : ["space", "slice", "outputs"];
  const shown = offered.includes(chosen) ? chosen : "slice";
  const tabs = <StageTabs offered={offered} shown={shown} />;
  return (
    <>
      {columns === 2 && <SpacePanel tabs={null} />}
      {shown === "space" && <SpacePanel tabs={tabs} />}
      {shown === "slice" && <SlicePanel tabs={tabs} />}
      {shown === "outputs" && <OutputsPanel tabs={tabs} />}
    </>
  );
}

interface StageTabsProps {
  readonly offered: readonly Tab[];
  readonly shown: Tab;
}

/** Choose which picture stands on the stage; a press, not a tab list, since each picture is a region of its own. */
function StageTabs({ offered, shown }: StageTabsProps): ReactNode {
  const { setPreferences } = useActions();
  return (
    <fieldset className="lb-chips" aria-label="View on the stage">
      {TABS.filter(({ id }) => offered.includes(id)).map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className="lb-chip"
          aria-pressed={id === shown}
          onClick={() => setPreferences({ stageTab: id })}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
