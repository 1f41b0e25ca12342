import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { Scene3d } from "#scene3d";
import { useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { useLab } from "../lab/LabContext.tsx";
import { inputAt } from "../lab/present.ts";
import { timeOfInput } from "../lab/timeOfInput.ts";

interface InputHandleProps {
  readonly scene: Pick<Scene3d, "planeScreenPosition">;
}

/** The x-plane by keyboard: a slider that sits on the plane's grip and leaves the pointer to the scene. */
export function InputHandle({ scene }: InputHandleProps): ReactNode {
  const handle = useRef<HTMLDivElement>(null);
  const lab = useLab();
  const store = useAppStore();
  const range = useApp((state) => state.view.ranges.x);
  const mode = useApp((state) => state.view.mode);
  useEffect(
    () =>
      lab.loop.subscribe(() => {
        const { current } = handle;
        if (current === null) return;
        const value = inputAt(store.getState().view, lab.data.traces, lab.data.time);
        current.setAttribute("aria-valuenow", value.toFixed(3));
        current.setAttribute("aria-valuetext", `input x ${value.toFixed(2)}`);
        const spot = scene.planeScreenPosition();
        if (spot !== null) current.style.transform = `translate(${spot.x}px, ${spot.y}px)`;
      }),
    [lab, scene, store],
  );
  const move = (event: KeyboardEvent): void => {
    const direction = directionOf(event.key);
    if (direction === 0) return;
    event.preventDefault();
    const step = ((range[1] - range[0]) / 100) * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1);
    const { view } = store.getState();
    const now = inputAt(view, lab.data.traces, lab.data.time);
    const x = now + direction * step;
    if (mode === "live") lab.holdInput([x]);
    else lab.seek(timeOfInput(lab.data, x), true);
  };
  return (
    <div
      ref={handle}
      className="lb-plane-handle"
      role="slider"
      tabIndex={0}
      aria-label={mode === "live" ? "Input x, held by hand" : "Input x: moves the playhead"}
      aria-valuemin={range[0]}
      aria-valuemax={range[1]}
      aria-valuenow={0}
      onKeyDown={move}
    />
  );
}

function directionOf(key: string): -1 | 0 | 1 {
  if (key === "ArrowRight" || key === "ArrowUp") return 1;
  return key === "ArrowLeft" || key === "ArrowDown" ? -1 : 0;
}
