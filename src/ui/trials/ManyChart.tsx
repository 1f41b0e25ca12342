import { type ReactNode, useMemo } from "react";
import { layoutTrials, paintCorrelation, paintTrials } from "#plots";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
import { useCanvas } from "../panels/useCanvas.ts";
import { correlationPicture, type Drawing, trialsPicture } from "./pictures.ts";
import type { TrialRun } from "./trialRun.ts";

interface ManyChartProps {
  readonly run: TrialRun;
  readonly revision: number;
  readonly drawing: Drawing;
}

/** Many trials of one network: spikes trial by trial with their histogram, or correlograms. */
export function ManyChart(props: ManyChartProps): ReactNode {
  return props.drawing.picture === "spikes" ? <Spikes {...props} /> : <Correlation {...props} />;
}

function Spikes({ run, revision }: ManyChartProps): ReactNode {
  const theme = usePlotTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: results grow inside the same run
  const picture = useMemo(() => trialsPicture(run), [run, revision]);
  const canvas = useCanvas("trials", {
    title: "Spikes trial by trial and the rates of the populations over time",
    theme,
    dependencies: (size) => [picture, theme, size],
    paint(sink, { width, height }) {
      if (picture === null) return;
      paintTrials(sink, { ...picture, layout: layoutTrials(width, height, theme) }, theme);
    },
  });
  return <canvas ref={canvas} />;
}

function Correlation({ run, revision }: ManyChartProps): ReactNode {
  const theme = usePlotTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: results grow inside the same run
  const picture = useMemo(() => correlationPicture(run), [run, revision]);
  const canvas = useCanvas("trials", {
    title: "Coincidences of watched neurons over their lag",
    theme,
    dependencies: (size) => [picture, theme, size],
    paint(sink, size) {
      if (picture !== null) paintCorrelation(sink, { ...picture, ...size }, theme);
    },
  });
  return (
    <>
      <canvas ref={canvas} />
      {picture === null && run.job.outcome !== null && (
        <p className="lb-message">
          Cross-correlation needs two watched neurons; select two and run again.
        </p>
      )}
    </>
  );
}
