import { Button } from "@mantine/core";
import type { ReactNode } from "react";

/** What the inspector says about the preset on screen. */
export interface Story {
  readonly title: string;
  /** "fig. 4d, e" or "". */
  readonly figure: string;
  readonly lookAt: string;
  /** Things to do, in order. */
  readonly tryThis: readonly string[];
}

interface StorySectionProps {
  readonly story: Story;
  /** Whether the document has been changed since the preset was opened. */
  readonly changed: boolean;
  reset(): void;
}

/** The preset in words: what to look at and what to do first. */
export function StorySection({ story, changed, reset }: StorySectionProps): ReactNode {
  const { title, figure, lookAt, tryThis } = story;
  return (
    <section className="lb-story" aria-label="About this preset">
      <header>
        <h2>{title}</h2>
        {figure !== "" && <small>{figure}</small>}
      </header>
      <p>{lookAt}</p>
      <ol>
        {tryThis.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ol>
      {changed && (
        <Button variant="default" size="compact-sm" onClick={reset}>
          Reset to preset
        </Button>
      )}
    </section>
  );
}
