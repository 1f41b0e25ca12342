import type { Object3D } from "three";
import type { Layer } from "../gl/layer.ts";
import { SPOT, Spots } from "../gl/Spots.ts";
import type { SharedUniforms } from "../gl/shared.ts";
import { TimeLine } from "../gl/TimeLine.ts";
import type { Palette } from "../palette.ts";
import type { SceneRun } from "../types.ts";
import { beginCopy, canExtend, type RunCopy, rowsOf, writePoints, writeSpikes } from "./runRows.ts";
import { readAt } from "./traceIndex.ts";

/** How a run is drawn. */
export interface RunStyle {
  readonly role: "present" | "ghost";
  /** Paint order of the line, its spikes and its present point. */
  readonly order: readonly [number, number, number];
}

/** What is on show of a run. */
export interface RunScene {
  readonly run: SceneRun | null;
  readonly time: number;
  readonly tail: number;
  readonly spikes: boolean;
  readonly palette: Palette;
}

const LOOKS = {
  E: { shape: SPOT.triangle, size: 6 },
  I: { shape: SPOT.disc, size: 4 },
} as const;
const PRESENT_SIZE = 13;

/** A trajectory up to the playhead with its spikes and present point, copied from traces as they grow. */
export class RunPicture {
  private readonly line: TimeLine;
  private readonly spikes: Spots;
  private readonly present: Spots;
  private readonly style: RunStyle;
  readonly layers: readonly Layer[];
  private copy: RunCopy | null = null;

  constructor(shared: SharedUniforms, parent: Object3D, style: RunStyle) {
    this.style = style;
    const [line, spikes, present] = style.order;
    this.line = new TimeLine(shared, line);
    this.spikes = new Spots(shared, spikes, 1024);
    this.present = new Spots(shared, present, 1);
    this.layers = [this.line, this.spikes, this.present];
    parent.add(...this.layers.map(({ object }) => object));
  }

  setPalette({ trajectory, ghost, strong, focus, paper }: Palette): void {
    const isGhost = this.style.role === "ghost";
    this.line.setStyle({
      color: isGhost ? ghost : trajectory,
      opacity: isGhost ? 0.6 : 0.8,
      faint: isGhost ? 0.7 : 0.4,
      width: 1.1,
    });
    const spikes = isGhost ? [ghost, ghost] : [strong.E, strong.I];
    this.spikes.setColors(spikes, paper, 0.12);
    const dot = isGhost ? ghost : focus;
    this.present.setColors([dot, dot, dot, dot], paper, 1);
  }

  update({ run, time, tail, spikes }: RunScene): void {
    this.spikes.object.visible = run !== null && spikes;
    if (run === null) {
      this.copy = null;
      this.line.object.visible = false;
      this.present.commit(0, 0);
      return;
    }
    const copy = this.follow(run);
    this.copy = copy;
    const { traces } = run;
    const window = {
      now: time - copy.baseTime,
      since: (traces.time[traces.sampleStart] ?? 0) - copy.baseTime,
      tail,
    };
    this.line.setTime(window);
    this.spikes.setTime(window);
    this.spikes.object.visible = spikes && copy.spikes > 0;
    this.markPresent(run, time);
  }

  dispose(): void {
    for (const layer of this.layers) layer.dispose();
  }

  /** Copy what has been recorded since the last call, or everything when samples have moved or a new run began. */
  private follow(run: SceneRun): RunCopy {
    const { traces } = run;
    const old = this.copy !== null && canExtend(this.copy, run) ? this.copy : beginCopy(run);
    const rows = rowsOf(old);
    const points = this.line.reserve(rows);
    const firstRow = points.isNew ? 0 : old.rows;
    writePoints(points.rows, run, old, firstRow);
    this.line.commit(firstRow, rows);
    const count = traces.spikeEnd - old.spikeOrigin;
    const marks = this.spikes.reserve(count);
    const first = marks.isNew ? 0 : old.spikes;
    writeSpikes(marks.rows, run, { copy: old, first, looks: LOOKS });
    this.spikes.commit(first, count);
    return {
      ...old,
      rows,
      lastTime: traces.time[old.origin + (rows - 1) * old.stride] ?? 0,
      spikes: count,
      lastSpike: traces.spikeTime[traces.spikeEnd - 1] ?? 0,
    };
  }

  private markPresent(run: SceneRun, time: number): void {
    const at = this.style.role === "ghost" ? null : readAt(run, time);
    this.present.setTime({ now: 0, since: 0, tail: 1 });
    this.present.reserve(1).rows.set([...(at ?? [0, 0, 0]), 0, SPOT.ring, PRESENT_SIZE]);
    this.present.commit(0, at === null ? 0 : 1);
  }
}
