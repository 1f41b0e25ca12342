import { type ReactNode, useEffect, useRef } from "react";
import { tellVerdict } from "#exporters";
import type { LiveReading } from "../hooks/liveTicker.ts";
import { useLiveTicker } from "../hooks/ServicesProvider.tsx";
import { LiveText } from "./LiveText.tsx";

/** A sentence that changes under a drag is spoken once it has held for this long, ms. */
const CALM_MS = 1000;

/** What is certain of the run's future, in a sentence with its numbers; empty when nothing is. */
export function VerdictLine(): ReactNode {
  const ticker = useLiveTicker();
  const voice = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let heard = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = ticker.add((reading) => {
      const sentence = tell(reading);
      if (sentence === heard) return;
      heard = sentence;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (voice.current !== null) voice.current.textContent = sentence;
      }, CALM_MS);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [ticker]);
  return (
    <>
      <p className="lb-verdict" aria-hidden="true">
        <LiveText read={tell} />
      </p>
      <span ref={voice} className="lb-hidden" role="status" aria-live="polite" />
    </>
  );
}

function tell({ summary }: LiveReading): string {
  const verdict = summary?.verdict ?? null;
  return verdict === null ? "" : tellVerdict(verdict).replaceAll(" tau", " τ");
}
