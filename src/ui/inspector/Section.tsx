import type { KeyboardEvent, ReactNode } from "react";
import "./inspector.css";

interface SectionProps {
  readonly title: string;
  /** Shown at the right of the heading. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}

/** The space bar folds the section; it must not also play the run. */
function keepSpace(event: KeyboardEvent): void {
  if (event.key === " ") event.stopPropagation();
}

/** A part of the inspector that folds under its heading. */
export function Section({ title, note, children, open = true }: SectionProps): ReactNode {
  return (
    <details className="lb-section" open={open}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control by nature */}
      <summary onKeyDown={keepSpace}>
        <h2>{title}</h2>
        {note !== undefined && <span className="lb-section-note">{note}</span>}
      </summary>
      <div className="lb-section-body">{children}</div>
    </details>
  );
}
