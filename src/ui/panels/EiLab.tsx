import type { ReactNode } from "react";
import type { Preset } from "#content";
import { DialogsProvider } from "../dialogs/DialogsProvider.tsx";
import { Notices } from "../dialogs/Notices.tsx";
import { Inspector } from "../inspector/Inspector.tsx";
import { useNumerics } from "../numerics/useNumerics.ts";
import { Header } from "../shell/Header.tsx";
import { Shell } from "../shell/Shell.tsx";
import { FileDrop } from "./FileDrop.tsx";
import { Stage } from "./Stage.tsx";
import { TimeStrip } from "./TimeStrip.tsx";
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
        <Shell
          header={<LabHeader />}
          stage={<Stage />}
          strip={<TimeStrip />}
          inspector={<Inspector presets={presets} />}
        />
      </FileDrop>
      <Notices />
    </DialogsProvider>
  );
}

function LabHeader(): ReactNode {
  return <Header lab="E–I network" numerics={useNumerics()} />;
}

function LabKeys(): ReactNode {
  useLabKeys();
  return null;
}
