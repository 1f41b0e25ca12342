import { Button } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { Preset } from "#content";
import { isSameData } from "#math";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";

/** The preset in words: what to look at and what to do first. */
export function StorySection({ preset }: { readonly preset: Preset }): ReactNode {
  const { title, figure, text } = preset;
  return (
    <section className="lb-story" aria-label="About this preset">
      <header>
        <h2>{title}</h2>
        {figure !== null && <small>figure {figure}</small>}
      </header>
      <p>{text.look}</p>
      <ol>
        {text.tries.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ol>
      <ResetButton preset={preset} />
    </section>
  );
}

/** Offered once the document differs from the preset; a drag is judged when it ends. */
function ResetButton({ preset }: { readonly preset: Preset }): ReactNode {
  const { edit } = useActions();
  const settled = useApp((state) => state.gesture?.experiment ?? state.experiment);
  const changed = useMemo(() => !isSameData(settled, preset.experiment), [settled, preset]);
  if (!changed) return null;
  const reset = () => edit("reset to preset", () => preset.experiment);
  return (
    <Button variant="default" size="compact-sm" onClick={reset}>
      Reset to preset
    </Button>
  );
}
