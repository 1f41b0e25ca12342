import type { ReactNode } from "react";
import { paintMargins } from "#plots";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
import { useCanvas } from "../panels/useCanvas.ts";
import type { Explained } from "./useExplained.ts";

interface MarginChartProps {
  readonly explained: Explained;
  readonly nearest: number;
  /** What the picture says, for those who cannot see it. */
  readonly label: string;
}

/** Every neuron's distance to threshold before and after a spike. */
export function MarginChart({ explained, nearest, label }: MarginChartProps): ReactNode {
  const theme = usePlotTheme();
  const { moment, geometry } = explained;
  const canvas = useCanvas("margins", {
    title: "Distance of every neuron to its threshold, before and after a spike",
    theme,
    dependencies: ({ width, height }) => [moment, theme, width, height],
    paint: (sink, { width, height }) =>
      paintMargins(
        sink,
        {
          width,
          height,
          network: geometry.ei,
          before: moment.marginsBefore,
          after: moment.marginsAfter,
          fired: moment.neuron,
          nearest,
        },
        theme,
      ),
  });
  return <canvas ref={canvas} className="lb-margins" role="img" aria-label={label} />;
}
