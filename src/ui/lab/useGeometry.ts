import { useApp } from "../hooks/StoreProvider.tsx";
import { deriveGeometry, type GeometryResult } from "./geometry.ts";

/** Geometry of the open document; a new object only when the network, the inputs or the ranges change. */
export function useGeometry(): GeometryResult {
  return useApp((state) => deriveGeometry(state.experiment, state.view.ranges));
}
