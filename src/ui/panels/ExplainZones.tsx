import type { ReactNode } from "react";
import { type GlossaryId, glossary } from "#content";

/** A part of a picture that explains itself; CSS pixels from the panel's upper left corner. */
export interface Zone {
  readonly id: GlossaryId;
  /** Short name, e.g. "Axis of the input". */
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Axes and rows of a canvas as things that can be hovered or focused to be explained. */
export function ExplainZones({ zones }: { readonly zones: readonly Zone[] }): ReactNode {
  return (
    <div className="lb-overlay">
      {zones.map(({ id, name, x, y, width, height }) => (
        <div
          key={name}
          className="lb-zone"
          role="note"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: focus is how a keyboard asks for the explanation
          tabIndex={0}
          aria-label={name}
          data-explain={explanationOf(id)}
          style={{ left: x, top: y, width, height }}
        />
      ))}
    </div>
  );
}

function explanationOf(id: GlossaryId): string {
  const { term, sentence } = glossary[id];
  return `${term[0]?.toUpperCase() ?? ""}${term.slice(1)}: ${sentence}`;
}
