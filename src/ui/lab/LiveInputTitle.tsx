import { type ReactNode, useEffect, useRef } from "react";
import { useAppStore } from "../hooks/StoreProvider.tsx";
import { useLab } from "./LabContext.tsx";
import { inputAt } from "./present.ts";

/** "Slice at x = 6.20", written once a frame without rendering. */
export function LiveInputTitle({ prefix }: { readonly prefix: string }): ReactNode {
  const value = useRef<HTMLSpanElement>(null);
  const store = useAppStore();
  const lab = useLab();
  useEffect(() => {
    lab.loop.invalidate();
    return lab.loop.subscribe(() => {
      const x = inputAt(store.getState().view, lab.data.traces, lab.data.time);
      const text = x.toFixed(2).replace("-", "−");
      const { current } = value;
      if (current !== null && current.textContent !== text) current.textContent = text;
    });
  }, [lab, store]);
  return (
    <>
      {prefix} <i>x</i> = <span ref={value} />
    </>
  );
}
