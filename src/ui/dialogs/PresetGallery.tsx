import type { ReactNode } from "react";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useApp } from "../hooks/StoreProvider.tsx";
import { Dialog } from "./Dialog.tsx";

/** What a card of the gallery shows. */
export interface PresetCard {
  readonly id: string;
  readonly title: string;
  /** Figure of the paper, e.g. "4d, e", or null. */
  readonly figure: string | null;
  /** One or two sentences. */
  readonly text: string;
  /** Address of the picture. */
  readonly picture: string;
}

interface PresetGalleryProps {
  readonly presets: readonly PresetCard[];
  close(): void;
}

/** All presets as pictures; one press opens one. */
export function PresetGallery({ presets, close }: PresetGalleryProps): ReactNode {
  const { openPreset } = useServices();
  const current = useApp((state) => state.view.preset);
  const choose = (id: string) => {
    openPreset(id);
    close();
  };
  return (
    <Dialog title="Presets" size="62rem" close={close}>
      <ul className="lb-gallery">
        {presets.map((preset) => (
          <li key={preset.id}>
            <button
              type="button"
              className="lb-preset"
              aria-current={preset.id === current}
              onClick={() => choose(preset.id)}
            >
              <img src={preset.picture} alt="" loading="lazy" width="320" height="200" />
              <span className="lb-preset-title">
                {preset.title}
                {preset.figure !== null && <small>figure {preset.figure}</small>}
              </span>
              <span className="lb-preset-text">{preset.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
