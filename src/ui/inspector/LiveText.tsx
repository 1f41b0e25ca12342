import { type ReactNode, useEffect, useRef } from "react";
import type { LiveReading } from "../hooks/liveTicker.ts";
import { useLiveTicker } from "../hooks/ServicesProvider.tsx";

interface LiveTextProps {
  /** The text to show; keep the same function between renders where it is cheap to do so. */
  read(reading: LiveReading): string;
  readonly className?: string;
}

/** A number that follows the run: written straight into the page, without rendering. */
export function LiveText({ read, className = "" }: LiveTextProps): ReactNode {
  const ticker = useLiveTicker();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      ticker.add((reading) => {
        const text = read(reading);
        const { current } = box;
        if (current !== null && current.textContent !== text) current.textContent = text;
      }),
    [ticker, read],
  );
  return <span ref={box} className={`lb-number ${className}`} />;
}
