import { useCallback, useMemo, useSyncExternalStore } from "react";
import {
  judgeNumerics,
  type LoadFacts,
  type Measurement,
  type NumericsFix,
  type NumericsVerdict,
  numericsFacts,
} from "#document";
import { atNextBeat } from "../hooks/calmBeat.ts";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { deriveGeometry } from "../lab/geometry.ts";
import type { NumericsReading } from "../services.ts";

/** Everything that the badge shows, and how to apply a remedy. */
export interface Numerics {
  readonly verdict: NumericsVerdict;
  readonly load: LoadFacts;
  /** Length of the run that the load belongs to, tau. */
  readonly duration: number;
  readonly measuring: boolean;
  apply(fix: NumericsFix): void;
}

/** The badge's verdict on what is on show; follows a drag now and then and the rest at once. */
export function useNumerics(): Numerics {
  const { subject, measurement } = useReading();
  const ranges = useApp((state) => state.view.ranges);
  const { edit } = useActions();
  const facts = useMemo(() => {
    const derived = deriveGeometry(subject, ranges);
    return numericsFacts(subject, derived.ok ? derived.geometry : null);
  }, [subject, ranges]);
  return useMemo(
    () => ({
      verdict: judgeNumerics(facts, measurement),
      load: facts.load,
      duration: subject.duration,
      measuring: isMeasuring(measurement),
      apply: (fix: NumericsFix) => edit(fix.step, fix.apply),
    }),
    [facts, subject, measurement, edit],
  );
}

function isMeasuring({ kind }: Measurement): boolean {
  return kind === "measuring";
}

/** The latest reading; while something is dragged it is taken at the common beat. */
function useReading(): NumericsReading {
  const store = useAppStore();
  const { numerics } = useServices();
  const subscribe = useCallback(
    (listener: () => void) => {
      let cancel: (() => void) | null = null;
      const tell = (): void => {
        cancel?.();
        cancel = null;
        listener();
      };
      const leave = numerics.subscribe(() => {
        if (store.getState().gesture === null) tell();
        else cancel ??= atNextBeat(tell, true);
      });
      return () => {
        cancel?.();
        leave();
      };
    },
    [numerics, store],
  );
  return useSyncExternalStore(subscribe, numerics.current);
}
