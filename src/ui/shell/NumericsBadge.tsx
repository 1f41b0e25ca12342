import { Button, Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";

/** Whether the numbers on screen can be trusted, and what to do when not. */
export interface Numerics {
  readonly verdict: "green" | "amber" | "red";
  /** Two or three words, e.g. "numbers exact", "spikes are lost". */
  readonly label: string;
  /** One sentence that says why. */
  readonly sentence: string;
  readonly fix: { readonly label: string; apply(): void } | null;
}

/** The badge in the header: colour, words and, on a press, the reason and the fix. */
export function NumericsBadge({ numerics }: { readonly numerics: Numerics }): ReactNode {
  const [open, setOpen] = useState(false);
  const { fix } = numerics;
  const applyFix = () => {
    fix?.apply();
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom" width={280} shadow="md" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className="lb-badge"
          data-verdict={numerics.verdict}
          data-explain={numerics.sentence}
          onClick={() => setOpen(!open)}
        >
          <i aria-hidden="true" />
          <span>{numerics.label}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="About the numbers">
        <p className="lb-badge-sentence">{numerics.sentence}</p>
        {fix === null ? (
          <Button size="xs" variant="default" onClick={() => setOpen(false)}>
            Close
          </Button>
        ) : (
          <Button size="xs" onClick={applyFix}>
            {fix.label}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
