import type { EINetwork } from "#model";
import type { Traces } from "#runtime/protocol";
import { populationStyle } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { type PathVisitor, type TrajectoryPart, walkTrajectory } from "../traces/walkTrajectory.ts";
import type { View } from "../view/view.ts";
import { traceMarker } from "./marks.ts";

/** A run's path in (yE, |yI|) up to the playhead. */
export interface TrajectoryPicture {
  readonly traces: Traces;
  /** Whose neurons spike. */
  readonly network: EINetwork;
  /** Whether a spike's whole effect is instantaneous (delta synapses). */
  readonly instantaneous: boolean;
  /** Playhead; tau. */
  readonly time: number;
  /** How much of the past is shown; tau. */
  readonly tail: number;
}

/** Steps in which a tail fades: few enough to be cheap, enough to look smooth. */
const STEPS = 10;
/** Points nearer than this to the one before are left out; px. */
const LEAST_MOVE = 0.4;

/** Draw the tail of a run, older parts fainter, spikes in their population's colour with its marker. */
export function paintTail(
  sink: Sink,
  picture: TrajectoryPicture & { readonly view: View },
  theme: Theme,
): void {
  const { time, tail, view } = picture;
  const start = time - tail;
  sink.beginGroup("trajectory");
  for (let step = 0; step < STEPS; step += 1) {
    const opacity = 0.08 + 0.82 * ((step + 1) / STEPS) ** 1.5;
    const part: TrajectoryPart = {
      ...picture,
      from: start + (tail * step) / STEPS,
      to: start + (tail * (step + 1)) / STEPS,
    };
    sink.beginPath();
    walkTrajectory(part, pathVisitor(sink, view, !part.instantaneous));
    sink.stroke({ color: theme.colors.trajectory, width: theme.lines.thin, opacity });
    paintSpikes(sink, { view, part, opacity }, theme);
  }
  sink.endGroup();
}

/** Draw a pinned run's tail in dashed grey. */
export function paintGhostTail(
  sink: Sink,
  picture: TrajectoryPicture & { readonly view: View },
  theme: Theme,
): void {
  const { time, tail, view } = picture;
  sink.beginGroup("pinned trajectory");
  sink.beginPath();
  walkTrajectory({ ...picture, from: time - tail, to: time }, pathVisitor(sink, view, true));
  sink.stroke({
    color: theme.colors.ghost,
    width: theme.lines.faint,
    dash: [4 * theme.scale, 3 * theme.scale],
  });
  sink.endGroup();
}

/** Join the points of a path, leaving out those that would not be seen; a spike lifts the pen or is joined too. */
function pathVisitor(sink: Sink, view: View, joinsJumps: boolean): PathVisitor {
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  const leak = (yE: number, yI: number): void => {
    const x = view.screenX(yE);
    const y = view.screenY(yI);
    if (Math.abs(x - lastX) < LEAST_MOVE && Math.abs(y - lastY) < LEAST_MOVE) return;
    if (Number.isNaN(lastX)) sink.moveTo(x, y);
    else sink.lineTo(x, y);
    lastX = x;
    lastY = y;
  };
  const lift = (yE: number, yI: number): void => {
    lastX = view.screenX(yE);
    lastY = view.screenY(yI);
    sink.moveTo(lastX, lastY);
  };
  return { leak, jump: joinsJumps ? leak : lift };
}

interface SpikesPicture {
  readonly view: View;
  readonly part: TrajectoryPart;
  readonly opacity: number;
}

/** Draw the jumps of every population, and a marker where each lands. */
function paintSpikes(sink: Sink, { view, part, opacity }: SpikesPicture, theme: Theme): void {
  const { network } = part.network;
  const radius = 0.45 * theme.lines.marker;
  for (const [index, population] of network.populations.entries()) {
    const style = populationStyle(theme, population.type);
    const isOwn = (neuron: number): boolean => network.populationOf[neuron] === index;
    if (part.instantaneous) {
      sink.beginPath();
      walkTrajectory(part, jumpVisitor(sink, view, isOwn));
      sink.stroke({ color: style.color, width: theme.lines.medium, opacity });
    }
    sink.beginPath();
    walkTrajectory(part, {
      leak: () => undefined,
      jump: (yE, yI, neuron) => {
        if (!isOwn(neuron)) return;
        traceMarker(sink, style.marker, { x: view.screenX(yE), y: view.screenY(yI), radius });
      },
    });
    sink.fill({ color: style.color, opacity });
  }
}

function jumpVisitor(sink: Sink, view: View, isOwn: (neuron: number) => boolean): PathVisitor {
  let x = 0;
  let y = 0;
  return {
    leak(yE, yI) {
      x = view.screenX(yE);
      y = view.screenY(yI);
    },
    jump(yE, yI, neuron) {
      const toX = view.screenX(yE);
      const toY = view.screenY(yI);
      if (isOwn(neuron)) {
        sink.moveTo(x, y);
        sink.lineTo(toX, toY);
      }
      x = toX;
      y = toY;
    },
  };
}
