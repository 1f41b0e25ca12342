import type { ReactNode } from "react";
import type { Preset } from "#content";
import { useApp } from "../hooks/StoreProvider.tsx";
import { InputSection } from "./InputSection.tsx";
import { LiveSection } from "./LiveSection.tsx";
import { MethodSection } from "./MethodSection.tsx";
import { NeuronsSection } from "./NeuronsSection.tsx";
import { NumbersSection } from "./NumbersSection.tsx";
import { PopulationsSection } from "./PopulationsSection.tsx";
import { RunSection } from "./RunSection.tsx";
import { SelectedSection } from "./SelectedSection.tsx";
import { StorySection } from "./StorySection.tsx";
import "./inspector.css";

interface InspectorProps {
  readonly presets: readonly Preset[];
}

/** Every parameter and number of what is on screen. */
export function Inspector({ presets }: InspectorProps): ReactNode {
  const id = useApp((state) => state.view.preset);
  const live = useApp((state) => state.view.mode === "live");
  const preset = presets.find((candidate) => candidate.id === id) ?? null;
  return (
    <div className="lb-panel">
      {preset !== null && <StorySection preset={preset} />}
      <SelectedSection />
      <NeuronsSection />
      {live ? <LiveSection /> : <InputSection />}
      <PopulationsSection />
      <MethodSection />
      <RunSection />
      <NumbersSection />
    </div>
  );
}
