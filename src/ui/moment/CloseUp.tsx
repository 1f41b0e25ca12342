import type { ReactNode } from "react";
import { computeSlice, findCrossings, type SliceBox, sliceLines } from "#model";
import { closeUpOf, createView, paintSlice, plotArea } from "#plots";
import { useApp } from "../hooks/StoreProvider.tsx";
import { sliceMomentOf } from "../lab/sliceMoment.ts";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
import { useCanvas } from "../panels/useCanvas.ts";
import type { Explained } from "./useExplained.ts";

/** The slice about a jump that is too short to be seen in the whole of it. */
export function CloseUp({ explained }: { readonly explained: Explained }): ReactNode {
  const ranges = useApp((state) => state.view.ranges);
  const box = closeUpOf(sliceMomentOf(explained.moment, explained.geometry.ei), ranges);
  return box === null ? null : <CloseUpCanvas explained={explained} box={box} />;
}

interface CloseUpCanvasProps {
  readonly explained: Explained;
  readonly box: SliceBox;
}

function CloseUpCanvas({ explained, box }: CloseUpCanvasProps): ReactNode {
  const theme = usePlotTheme();
  const { moment, geometry } = explained;
  const { ei } = geometry;
  const canvas = useCanvas("close-up", {
    title: "Close-up of a spike",
    theme,
    dependencies: ({ width, height }) => [moment, box.E[0], box.I[1], theme, width, height],
    paint: (sink, size) =>
      paintSlice(
        sink,
        {
          view: createView({ rect: plotArea({ ...size, theme }), x: box.E, y: box.I }),
          network: ei,
          slice: computeSlice(ei, moment.input, box),
          lines: sliceLines(ei, moment.input, box),
          crossings: findCrossings(ei, moment.input),
          show: { regions: true, flow: false, lines: true, trajectory: false },
          hovered: null,
          selected: [],
          trajectory: null,
          ghost: null,
          annotations: [],
          moment: sliceMomentOf(moment, ei),
          handles: [],
        },
        theme,
      ),
  });
  return (
    <canvas
      ref={canvas}
      className="lb-close-up"
      role="img"
      aria-label="Close-up: the state on the neuron's line and the jump"
    />
  );
}
