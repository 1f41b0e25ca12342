import type { Recorder } from "#engines";

/** A recorder that forgets everything. */
export function createSilentRecorder(): Recorder {
  return {
    everySteps: 1,
    hasRoom: () => true,
    spike: () => undefined,
    sample: () => undefined,
  };
}
