import { type ReactNode, useMemo } from "react";
import type { Preset } from "#content";
import { DialogsProvider } from "../dialogs/DialogsProvider.tsx";
import { Notices } from "../dialogs/Notices.tsx";
import { Inspector } from "../inspector/Inspector.tsx";
import { MomentCard } from "../moment/MomentCard.tsx";
import { MomentVoice } from "../moment/MomentVoice.tsx";
import { useExplained } from "../moment/useExplained.ts";
import { useMomentEscape } from "../moment/useMomentEscape.ts";
import { useNumerics } from "../numerics/useNumerics.ts";
import { Header } from "../shell/Header.tsx";
import { Shell } from "../shell/Shell.tsx";
import { FileDrop } from "./FileDrop.tsx";
import { Stage } from "./Stage.tsx";
import { StripRegion } from "./StripRegion.tsx";
import { useLabKeys } from "./useLabKeys.ts";

interface EiLabProps {
  readonly presets: readonly Preset[];
}

/** The E-I network lab: space, slice, outputs, time strip and inspector around one document. */
export function EiLab({ presets }: EiLabProps): ReactNode {
  const cards = presets.map(({ id, title, figure, text }) => ({
    id,
    title,
    figure,
    text: text.look,
    picture: `./presets/${id}.png`,
  }));
  return (
    <DialogsProvider presets={cards}>
      <LabKeys />
      <FileDrop>
        <LabShell presets={presets} />
      </FileDrop>
      <Notices />
    </DialogsProvider>
  );
}

function LabShell({ presets }: EiLabProps): ReactNode {
  const explained = useExplained();
  useMomentEscape();
  // The same elements each time: only the card is another from spike to spike.
  const regions = useMemo(
    () => ({
      header: <LabHeader />,
      stage: <Stage />,
      strip: <StripRegion />,
      inspector: <Inspector presets={presets} />,
    }),
    [presets],
  );
  return (
    <>
      <Shell {...regions} card={explained === null ? null : <MomentCard explained={explained} />} />
      <MomentVoice explained={explained} />
    </>
  );
}

function LabHeader(): ReactNode {
  return <Header lab="E–I network" numerics={useNumerics()} />;
}

function LabKeys(): ReactNode {
  useLabKeys();
  return null;
}
