import { type ReactNode, useMemo, useState } from "react";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { Panel, PanelToggle } from "../panels/Panel.tsx";
import { ManyChart } from "./ManyChart.tsx";
import type { Drawing } from "./pictures.ts";
import { RunRow } from "./RunRow.tsx";
import { SettingsFields } from "./SettingsFields.tsx";
import { SweepChart } from "./SweepChart.tsx";
import { TrialTable } from "./TrialTable.tsx";
import { type DeskView, useTrialDesk } from "./useTrialDesk.ts";
import { useRestingExperiment, useTrialSettings } from "./useTrialSettings.ts";
import "./trials.css";

/** Many trials of the open network, or sweeps of one of its parameters. */
export function TrialsPanel({ tabs }: { readonly tabs: ReactNode }): ReactNode {
  const { exportCsv, exportPanel } = useServices();
  const experiment = useRestingExperiment();
  const control = useTrialSettings(experiment);
  const desk = useTrialDesk();
  const [asTable, setAsTable] = useState(false);
  const { run } = desk;
  return (
    <Panel
      className="lb-trials"
      title="Trials and sweeps"
      label="Trials and sweeps"
      actions={
        <>
          <PanelToggle
            pressed={asTable}
            explain="Show the numbers instead of the picture."
            disabled={run === null}
            onToggle={() => setAsTable(!asTable)}
          >
            table
          </PanelToggle>
          <button
            type="button"
            className="lb-chip"
            disabled={run === null}
            aria-label="Save the trials as CSV"
            onClick={() => exportCsv("trials")}
          >
            CSV
          </button>
          <button
            type="button"
            className="lb-chip"
            disabled={run === null || asTable}
            aria-label="Save the picture of the trials as SVG"
            onClick={() => exportPanel("trials", "svg")}
          >
            SVG
          </button>
          {tabs}
        </>
      }
    >
      <div className="lb-trials-body">
        <RunRow desk={desk} settings={control.settings} experiment={experiment} />
        <div className="lb-trials-chart">
          <Result desk={desk} asTable={asTable} control={control} experiment={experiment} />
        </div>
        <SettingsFields experiment={experiment} control={control} />
      </div>
    </Panel>
  );
}

interface ResultProps {
  readonly desk: DeskView;
  readonly asTable: boolean;
  readonly control: ReturnType<typeof useTrialSettings>;
  readonly experiment: ReturnType<typeof useRestingExperiment>;
}

function Result({ desk: { run, revision }, asTable, control, experiment }: ResultProps): ReactNode {
  const { measure, subject, spread, picture } = control.settings;
  const drawing = useMemo<Drawing>(
    () => ({ measure, subject, spread, picture }),
    [measure, subject, spread, picture],
  );
  if (run === null) {
    return (
      <p className="lb-message">
        Run repeats the experiment with other noise each time, at each value of what is varied.
      </p>
    );
  }
  const shown = { run, revision, drawing };
  if (asTable) return <TrialTable {...shown} />;
  return run.variable === null ? (
    <ManyChart {...shown} />
  ) : (
    <SweepChart {...shown} experiment={experiment} />
  );
}
