/** Five times a second is as fast as digits can be read. */
const PERIOD_MS = 200;
/** Twice as long while something is dragged: a change costs a layout of all the text around it. */
const BUSY_PERIOD_MS = 400;

/**
 * Call back at the next beat. All who wait are called at the same beat, so that what they write is laid out and
 * painted in one frame and the frames between belong to the pictures.
 *
 * @param busy true while something is dragged.
 * @returns how to cancel.
 */
export function atNextBeat(callback: () => void, busy: boolean): () => void {
  const period = busy ? BUSY_PERIOD_MS : PERIOD_MS;
  const timer = setTimeout(callback, period - (performance.now() % period));
  return () => clearTimeout(timer);
}
