import type { ReactNode } from "react";
import "./panels.css";

interface PanelProps {
  readonly title: ReactNode;
  /** What the picture shows, for those who cannot see it. */
  readonly label: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled card that holds one picture. */
export function Panel({ title, label, actions, children, className = "" }: PanelProps): ReactNode {
  return (
    <section className={`lb-view ${className}`} aria-label={label}>
      <div className="lb-view-bar">
        <h2>{title}</h2>
        <div className="lb-view-actions">{actions}</div>
      </div>
      <div className="lb-view-body">{children}</div>
    </section>
  );
}

interface ToggleProps {
  readonly pressed: boolean;
  readonly explain: string;
  readonly disabled?: boolean;
  /** Name in words where the label is a symbol. */
  readonly name?: string;
  onToggle(): void;
  readonly children: ReactNode;
}

/** A small button that stays pressed. */
export function PanelToggle({
  pressed,
  explain,
  disabled = false,
  name,
  onToggle,
  children,
}: ToggleProps): ReactNode {
  return (
    <button
      type="button"
      className="lb-chip"
      aria-pressed={pressed}
      disabled={disabled}
      aria-label={name}
      data-explain={explain}
      onClick={onToggle}
    >
      {children}
    </button>
  );
}
