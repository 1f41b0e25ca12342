import { Button, CloseButton, Popover } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import type { NumericsState } from "#document";
import { Icon, type IconName } from "../shell/icons.tsx";
import { LoadStrip } from "./LoadStrip.tsx";
import { NumericsTable } from "./NumericsTable.tsx";
import type { Numerics } from "./useNumerics.ts";
import "./numerics.css";

const ICONS: Readonly<Record<NumericsState, IconName>> = {
  green: "check",
  amber: "warning",
  red: "stop",
};

/** What a state means, for those who do not see its colour. */
const TRUST: Readonly<Record<NumericsState, string>> = {
  green: "good",
  amber: "coarse",
  red: "wrong",
};

/** The badge in the header: sign, words and number; on a press the reason, the remedy and every number behind it. */
export function NumericsBadge({ numerics }: { readonly numerics: Numerics }): ReactNode {
  const [open, setOpen] = useState(false);
  const { state, label, figure, sentence } = numerics.verdict;
  const said = `Numerics ${TRUST[state]}: ${label}`;
  return (
    <>
      {/* Another verdict is spoken; the number may change many times a second. */}
      <span className="lb-hidden" aria-live="polite">
        {said}
      </span>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom"
        width="min(25rem, calc(100vw - 1rem))"
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button
            type="button"
            className="lb-badge"
            data-verdict={state}
            data-explain={sentence}
            aria-label={figure === null ? said : `${said}, ${figure}`}
            onClick={() => setOpen(!open)}
          >
            <Icon name={ICONS[state]} size={15} />
            <span>{label}</span>
            {/* The space keeps words and number apart for those who speak what they see. */}
            {figure !== null && (
              <>
                {" "}
                <b>{figure}</b>
              </>
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown className="lb-numerics">
          <About numerics={numerics} close={() => setOpen(false)} />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

interface AboutProps {
  readonly numerics: Numerics;
  close(): void;
}

function About({ numerics, close }: AboutProps): ReactNode {
  const { verdict, load, duration, measuring } = numerics;
  const sentence = useId();
  return (
    <>
      <div className="lb-numerics-head" data-verdict={verdict.state}>
        <Icon name={ICONS[verdict.state]} />
        <h2>{verdict.label}</h2>
        {verdict.figure !== null && <b>{verdict.figure}</b>}
        <CloseButton aria-label="Close" size="sm" onClick={close} />
      </div>
      <p className="lb-badge-sentence" id={sentence}>
        {verdict.sentence}
      </p>
      {verdict.fixes.length > 0 && (
        <div className="lb-numerics-fixes">
          {verdict.fixes.map((fix, place) => (
            <Button
              key={fix.label}
              size="xs"
              variant={place === 0 ? "filled" : "default"}
              aria-describedby={sentence}
              onClick={() => {
                close();
                numerics.apply(fix);
              }}
            >
              {fix.label}
            </Button>
          ))}
        </div>
      )}
      {load.kind === "load" && <LoadStrip course={load.course} duration={duration} />}
      <NumericsTable details={verdict.details} />
      <p className="lb-numerics-foot" role="status">
        {measuring ? "Comparing with a better run in the background…" : ""}
      </p>
    </>
  );
}
