import { useMemo } from "react";
import { findParameter } from "#document";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import type { Numerics } from "../shell/NumericsBadge.tsx";
import { deriveGeometry } from "./geometry.ts";
import { judgeNumerics } from "./numerics.ts";

/** The badge's verdict on the open document; during a drag it stays with the document before the drag. */
export function useNumerics(): Numerics | null {
  const experiment = useApp((state) => state.gesture?.experiment ?? state.experiment);
  const ranges = useApp((state) => state.view.ranges);
  const { edit } = useActions();
  return useMemo(() => {
    const derived = deriveGeometry(experiment, ranges);
    if (!derived.ok) return null;
    const setStep = (dt: number): void => {
      edit("time step", (open) => findParameter("dt").write(open, { scope: "run" }, dt));
    };
    return judgeNumerics(experiment, derived.geometry, setStep);
  }, [experiment, ranges, edit]);
}
