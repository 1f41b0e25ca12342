import { blendPoses, ease, type Pose } from "./pose.ts";

const GLIDE_MS = 520;

/** A passage from one pose to another in time. */
export interface Glide {
  readonly from: Pose;
  readonly to: Pose;
  /** Clock reading at the start, ms. */
  readonly began: number;
}

/** Where a glide is at a clock reading, and whether it has arrived. */
export function poseAt(glide: Glide, now: number): { readonly pose: Pose; readonly done: boolean } {
  const share = Math.max(0, (now - glide.began) / GLIDE_MS);
  if (share >= 1) return { pose: glide.to, done: true };
  return { pose: blendPoses(glide.from, glide.to, ease(share)), done: false };
}
