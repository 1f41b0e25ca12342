import { ActionIcon } from "@mantine/core";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { nearestNeurons } from "#model";
import { neuronName } from "#plots";
import { MathSymbol } from "../controls/MathSymbol.tsx";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { Marker } from "../inspector/Marker.tsx";
import { sliceMomentOf } from "../lab/sliceMoment.ts";
import { useSpikeWalk } from "../lab/spikeWalk.ts";
import { Icon } from "../shell/icons.tsx";
import { AvalancheList } from "./AvalancheList.tsx";
import { CloseUp } from "./CloseUp.tsx";
import { MarginChart } from "./MarginChart.tsx";
import { MarginTable } from "./MarginTable.tsx";
import { type MomentWords, tellMoment, tellNumber, tellTime } from "./tellMoment.ts";
import type { Explained } from "./useExplained.ts";
import "./moment.css";

/** Why a spike happened and what it did: words, a chart of all margins, the avalanche to walk through. */
export function MomentCard({ explained }: { readonly explained: Explained }): ReactNode {
  const unit = useApp((state) => state.view.timeUnit);
  const { moment, geometry } = explained;
  const { words, nearest } = useMemo(() => {
    const [first = 0] = nearestNeurons(moment.marginsAfter, 1);
    return {
      nearest: first,
      words: tellMoment({ ...explained, ei: geometry.ei, nearest: first, unit }),
    };
  }, [explained, moment, geometry, unit]);
  const walk = useSpikeWalk();
  const box = useRef<HTMLElement>(null);
  // Above parameters that have been scrolled the card would be out of sight.
  useEffect(() => {
    const around = box.current?.parentElement;
    if (around) around.scrollTop = 0;
  }, []);
  return (
    <section ref={box} className="lb-moment" aria-label="Why did it spike?">
      <CardHead />
      <MomentText words={words} explained={explained} unit={unit} />
      <p className="lb-moment-place">{words.place}</p>
      <AvalancheList explained={explained} choose={walk.choose} />
      <CloseUp explained={explained} />
      <p className="lb-moment-caption" aria-hidden="true">
        Distance to threshold: open before, filled after
      </p>
      <MarginChart
        explained={explained}
        nearest={nearest}
        label={`${words.effect} ${words.next}`}
      />
      <p className="lb-soft">{words.next}</p>
      {words.caveats.map((sentence) => (
        <p key={sentence} className="lb-soft lb-moment-caveat">
          {sentence}
        </p>
      ))}
      <MarginTable explained={explained} />
    </section>
  );
}

function CardHead(): ReactNode {
  const { explain } = useActions();
  return (
    <header>
      <h2>Why did it spike?</h2>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="Close the explanation"
        aria-keyshortcuts="Escape"
        onClick={() => explain(null)}
      >
        <Icon name="close" size={15} />
      </ActionIcon>
    </header>
  );
}

interface MomentTextProps {
  readonly words: MomentWords;
  readonly explained: Explained;
  readonly unit: "tau" | "ms";
}

function MomentText({ words, explained, unit }: MomentTextProps): ReactNode {
  const { moment, run } = explained;
  const { network } = run;
  const type = network.populations[network.populationOf[moment.neuron] ?? 0]?.type;
  return (
    <>
      <p className="lb-moment-lead">
        <Marker type={type ?? "unconstrained"} /> {words.lead}
      </p>
      <Neighbours explained={explained} unit={unit} />
      <p>
        {words.cause} {words.effect}
      </p>
      <Jump explained={explained} />
    </>
  );
}

/** The jump D of both readouts, as magnitudes. */
function Jump({ explained }: { readonly explained: Explained }): ReactNode {
  const { before, after } = sliceMomentOf(explained.moment, explained.geometry.ei);
  return (
    <dl className="lb-moment-jump" aria-label="Jump of the readouts">
      {JUMPS.map(({ symbol, index }) => (
        <div key={symbol}>
          <dt>
            <MathSymbol markup={symbol} />
          </dt>
          <dd>
            {tellNumber(before[index])} → {tellNumber(after[index])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const JUMPS = [
  { symbol: "y^{E}", index: 0 },
  { symbol: "|y^{I}|", index: 1 },
] as const;

interface NeighboursProps {
  readonly explained: Explained;
  readonly unit: "tau" | "ms";
}

/** The spike before and the one after, of whichever neuron. */
function Neighbours({ explained, unit }: NeighboursProps): ReactNode {
  const { moment, run, geometry } = explained;
  const { spikes } = run;
  const walk = useSpikeWalk();
  const buttonTo = (spike: number, side: "before" | "after"): ReactNode => {
    if (spike < spikes.start || spike >= spikes.end) {
      return (
        <span className="lb-soft">{side === "before" ? "the first spike" : "the last spike"}</span>
      );
    }
    const who = neuronName(geometry.ei, spikes.neuron[spike] ?? 0);
    const span = Math.abs((spikes.time[spike] ?? 0) - moment.time);
    const when = span === 0 ? "same instant" : `${tellTime(span, unit)} ${side}`;
    return (
      <button
        type="button"
        className="lb-chip"
        aria-label={`Spike ${side}: ${who}, ${when}`}
        onClick={() => walk.choose(spike)}
      >
        {side === "before" ? `‹ ${who}, ${when}` : `${who}, ${when} ›`}
      </button>
    );
  };
  return (
    <nav className="lb-moment-neighbours" aria-label="Spikes before and after">
      {buttonTo(moment.spike - 1, "before")}
      {buttonTo(moment.spike + 1, "after")}
    </nav>
  );
}
