/** Five times a second is as fast as digits can be read; every change costs a layout of the text around it. */
const PERIOD_MS = 200;

/**
 * Call back at the next beat. All who wait are called at the same beat, so that what they write is laid out and
 * painted in one frame and the frames between belong to the pictures.
 *
 * @returns how to cancel.
 */
export function atNextBeat(callback: () => void): () => void {
  const timer = setTimeout(callback, PERIOD_MS - (performance.now() % PERIOD_MS));
  return () => clearTimeout(timer);
}
