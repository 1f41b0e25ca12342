import type { ReactNode } from "react";
import type { RowBlock } from "./neuronRows.ts";

/** Triangle for excitatory, circle for inhibitory, square for the rest: told apart without colour. */
export function Marker({ type }: { readonly type: RowBlock["type"] }): ReactNode {
  return (
    <svg className="lb-marker" data-type={type} viewBox="0 0 10 10" aria-hidden="true">
      {type === "excitatory" && <path d="M5 0.8 9.6 9H0.4z" />}
      {type === "inhibitory" && <circle cx="5" cy="5" r="4.2" />}
      {type === "unconstrained" && <rect x="1" y="1" width="8" height="8" />}
    </svg>
  );
}
