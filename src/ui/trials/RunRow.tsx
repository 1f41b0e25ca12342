import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { ExperimentDoc, TrialSettings } from "#document";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { describeDuration, describeEnd, describeProgress } from "./tellProgress.ts";
import { isUpToDate } from "./trialRun.ts";
import type { DeskView } from "./useTrialDesk.ts";

/** As high as a finger needs where there are fingers. */
const HEIGHT = "max(2rem, var(--lb-control))";

interface RunRowProps {
  readonly desk: DeskView;
  readonly settings: TrialSettings;
  readonly experiment: ExperimentDoc;
}

/** Run and cancel, how far it is, and what became of it. */
export function RunRow({ desk: { run }, settings, experiment }: RunRowProps): ReactNode {
  const { trials } = useServices();
  const [problem, setProblem] = useState<string | null>(null);
  const isRunning = run !== null && run.job.outcome === null;
  const isOld = run !== null && !isRunning && !isUpToDate(run, experiment);
  return (
    <div className="lb-trials-run">
      <div className="lb-trials-buttons">
        <Button
          size="xs"
          h={HEIGHT}
          onClick={() => setProblem(trials.start(settings))}
          disabled={isRunning}
        >
          {run === null || !isOld ? "Run" : "Run again"}
        </Button>
        <Button
          variant="default"
          size="xs"
          h={HEIGHT}
          onClick={trials.cancel}
          disabled={!isRunning}
        >
          Cancel
        </Button>
        {run !== null && isRunning && <ProgressBar run={run} />}
        <p className="lb-trials-status" role="status">
          {run !== null && !isRunning && describeEnd(run)}
          {isOld && <strong> Made before the last change.</strong>}
        </p>
      </div>
      {problem !== null && (
        <p className="lb-parameter-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function ProgressBar({ run }: { readonly run: NonNullable<DeskView["run"]> }): ReactNode {
  const { progress } = run.job;
  const { done, total, remainingMs } = progress;
  return (
    <div className="lb-trials-progress">
      <div
        role="progressbar"
        aria-label="Trials"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={describeProgress(progress)}
      >
        <i style={{ inlineSize: `${total === 0 ? 0 : (100 * done) / total}%` }} />
      </div>
      <span aria-hidden="true">
        {done} / {total}
        {remainingMs !== null && `, ${describeDuration(remainingMs)} left`}
      </span>
    </div>
  );
}
