import { type ReactNode, useMemo, useState } from "react";
import type { ExperimentDoc } from "#document";
import { paintSweep, plainText, type SweepPicture, sweepView, type TextContent } from "#plots";
import { useSize } from "../hooks/useSize.ts";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
import { useCanvas } from "../panels/useCanvas.ts";
import { PointColumns } from "./PointColumns.tsx";
import { type Drawing, sweepPicture } from "./pictures.ts";
import type { TrialRun } from "./trialRun.ts";

interface SweepChartProps {
  readonly run: TrialRun;
  readonly revision: number;
  readonly drawing: Drawing;
  readonly experiment: ExperimentDoc;
}

/** A measure over the varied parameter, growing while trials arrive; each point can be read out and taken over. */
export function SweepChart({ run, revision, drawing, experiment }: SweepChartProps): ReactNode {
  const theme = usePlotTheme();
  const [pointed, setPointed] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: results grow inside the same run
  const picture = useMemo(
    () => sweepPicture(run, { drawing, pointed, now: experiment }),
    [run, revision, drawing, pointed, experiment],
  );
  const canvas = useCanvas("trials", {
    title: picture === null ? "Sweep" : titleOf(picture),
    theme,
    dependencies: (size) => [picture, theme, size],
    paint(sink, size) {
      if (picture === null) return;
      paintSweep(sink, { ...picture, view: sweepView({ ...size, theme }, picture) }, theme);
    },
  });
  const room = useSize(canvas);
  return (
    <>
      <canvas ref={canvas} />
      {picture !== null && room.width > 1 && (
        <PointColumns
          run={run}
          drawing={drawing}
          picture={picture}
          view={sweepView({ ...room, theme }, picture)}
          pointed={pointed}
          point={setPointed}
        />
      )}
    </>
  );
}

function titleOf({ x, y }: SweepPicture): string {
  return `${spell(y.words)} over ${spell(x.words)}`;
}

function spell(content: TextContent): string {
  return typeof content === "string" ? content : plainText(content);
}
