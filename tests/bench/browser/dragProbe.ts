/** What a page saw of a drag; every time in ms on the page's own clock. */
export interface DragRecord {
  /** When each pointer move happened. */
  readonly moves: readonly number[];
  /** Frames in which the run of a move, counted from 0, was first on screen, and when they were through. */
  readonly frames: readonly { readonly move: number; readonly at: number }[];
  /** How long each task over 50 ms took. */
  readonly longTasks: readonly number[];
}

declare global {
  interface Window {
    /** Hand over what was recorded and begin again. */
    takeDragRecord(): DragRecord;
  }
}

/**
 * Watch a drag from outside the app: which pointer move led to which run, and in which frame the slice and the
 * time strip were painted with that run's answer. Travels into the page as text, so it leans on nothing here.
 */
export function installDragProbe(): void {
  const PICTURES = ".lb-area-slice, .lb-time";
  const DONE_SLOT = 5;
  let moves: number[] = [];
  let frames: { move: number; at: number }[] = [];
  let longTasks: number[] = [];
  /** Newest move whose run is complete on the page, and newest that was painted. */
  let arrived = -1;
  let shown = -1;
  const moveOfRun = new Map<number, number>();
  const painted = new Set<Element>();
  /** How many pictures there are; they stay as long as a drag lasts. */
  let pictures = 0;

  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;
  const read = (value: unknown, ...path: readonly string[]): unknown =>
    path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

  // A move arrives at once as a raw update and again, with others, just before the next frame.
  const noteMoves = (event: Event): void => {
    if (!(event instanceof PointerEvent) || (event.buttons & 1) === 0) return;
    for (const { timeStamp } of event.getCoalescedEvents())
      if (!moves.includes(timeStamp)) moves.push(timeStamp);
  };
  addEventListener("pointerrawupdate", noteMoves, { capture: true });
  addEventListener("pointermove", noteMoves, { capture: true });

  const noteStart = (message: unknown): void => {
    if (read(message, "path", "0") !== "start") return;
    const runId = read(message, "argumentList", "0", "value", "runId");
    if (typeof runId === "number") moveOfRun.set(runId, moves.length - 1);
  };
  const noteAnswer = (message: unknown): void => {
    const runId = read(message, "value", "runId");
    const buffer = read(message, "value", "buffer");
    if (typeof runId !== "number" || !(buffer instanceof ArrayBuffer)) return;
    if (new Float64Array(buffer, 0, DONE_SLOT + 1)[DONE_SLOT] !== 1) return;
    arrived = Math.max(arrived, moveOfRun.get(runId) ?? -1);
  };
  window.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener("message", (event) => noteAnswer(event.data));
    }

    override postMessage(message: unknown, options?: Transferable[] & StructuredSerializeOptions) {
      noteStart(message);
      super.postMessage(message, options ?? []);
    }
  };

  // Every painting begins by filling the whole picture.
  const fill = CanvasRenderingContext2D.prototype.fillRect;
  CanvasRenderingContext2D.prototype.fillRect = function fillAndNote(...place) {
    const picture = this.canvas.closest(PICTURES);
    if (picture !== null) painted.add(picture);
    fill.apply(this, place);
  };
  // A message posted while painting is read after the frame has been handed over.
  const afterFrame = new MessageChannel();
  afterFrame.port1.onmessage = ({ data }) => frames.push({ move: data, at: performance.now() });
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      painted.clear();
      callback(time);
      if (arrived <= shown || painted.size < pictures) return;
      shown = arrived;
      afterFrame.port2.postMessage(shown);
    });

  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: "longtask" });

  window.takeDragRecord = () => {
    const record = { moves, frames, longTasks };
    moves = [];
    frames = [];
    longTasks = [];
    arrived = -1;
    shown = -1;
    pictures = document.querySelectorAll(PICTURES).length;
    moveOfRun.clear();
    return record;
  };
}
