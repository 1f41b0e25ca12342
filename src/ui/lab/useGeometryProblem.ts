import { useApp } from "../hooks/StoreProvider.tsx";
import { deriveGeometry } from "./geometry.ts";

/** Why the open document has no geometry, in a sentence, or null when it has: edits that keep it render nothing. */
export function useGeometryProblem(): string | null {
  return useApp((state) => {
    const derived = deriveGeometry(state.experiment, state.view.ranges);
    return derived.ok ? null : derived.message;
  });
}
