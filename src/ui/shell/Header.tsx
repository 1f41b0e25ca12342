import { ActionIcon, Button, Menu } from "@mantine/core";
import type { ReactNode } from "react";
import { useDialogs } from "../dialogs/DialogsProvider.tsx";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useApp } from "../hooks/StoreProvider.tsx";
import { NumericsBadge } from "../numerics/NumericsBadge.tsx";
import type { Numerics } from "../numerics/useNumerics.ts";
import { ExportItems, FileItems } from "./ExportItems.tsx";
import { HeaderMenu } from "./HeaderMenu.tsx";
import { useInspector } from "./InspectorToggle.tsx";
import { Icon, Logo } from "./icons.tsx";
import { ThemeItems } from "./ThemeItems.tsx";
import { UndoButtons } from "./UndoButtons.tsx";
import "./header.css";

interface HeaderProps {
  /** Name of the open lab, e.g. "E–I network". */
  readonly lab: string;
  readonly numerics: Numerics;
}

const COMPARE_HELP = "Keep the present run as a ghost behind everything you change from here on.";
const UNPIN_HELP = "Take away the run that is kept for comparison.";

/** The bar at the top; on narrow screens everything but undo, badge and Share moves into one menu. */
export function Header({ lab, numerics }: HeaderProps): ReactNode {
  const { screen } = useInspector();
  const dialogs = useDialogs();
  return (
    <div className="lb-bar">
      <div className="lb-brand">
        <Logo />
        <h1>Latent Boundaries</h1>
        <span className="lb-lab">{lab}</span>
      </div>
      <NumericsBadge numerics={numerics} />
      <nav className="lb-bar-actions" aria-label="Application">
        <UndoButtons />
        {screen === "wide" ? <WideActions /> : null}
        <Button variant="filled" size="xs" h={34} onClick={() => dialogs.open("share")}>
          Share
        </Button>
        {screen === "wide" ? <WideTail /> : <MoreMenu />}
        {screen !== "phone" && <InspectorButton />}
      </nav>
    </div>
  );
}

function WideActions(): ReactNode {
  const dialogs = useDialogs();
  const { ghost, toggle } = useCompare();
  return (
    <>
      <Button variant="default" size="xs" h={34} onClick={() => dialogs.open("presets")}>
        Presets
      </Button>
      <Button
        variant="default"
        size="xs"
        h={34}
        aria-pressed={ghost}
        leftSection={<Icon name="pin" size={15} />}
        data-explain={ghost ? UNPIN_HELP : COMPARE_HELP}
        onClick={toggle}
      >
        Compare
      </Button>
      <HeaderMenu label="Export">
        <ExportItems />
        <FileItems />
      </HeaderMenu>
    </>
  );
}

function WideTail(): ReactNode {
  const dialogs = useDialogs();
  return (
    <>
      <ActionIcon
        variant="default"
        size={34}
        aria-label="Help and keyboard"
        data-explain="Help and keyboard (?)"
        onClick={() => dialogs.open("help")}
      >
        <Icon name="help" />
      </ActionIcon>
      <HeaderMenu label="Appearance" icon="theme">
        <ThemeItems />
      </HeaderMenu>
    </>
  );
}

function MoreMenu(): ReactNode {
  const dialogs = useDialogs();
  const { ghost, toggle } = useCompare();
  return (
    <HeaderMenu label="More" icon="more">
      <Menu.Item onClick={() => dialogs.open("presets")}>Presets…</Menu.Item>
      <Menu.Item onClick={toggle}>{ghost ? "Stop comparing" : "Compare with this run"}</Menu.Item>
      <Menu.Item onClick={() => dialogs.open("help")}>Help and keyboard…</Menu.Item>
      <ThemeItems />
      <ExportItems />
      <FileItems />
    </HeaderMenu>
  );
}

function useCompare(): { readonly ghost: boolean; toggle(): void } {
  const services = useServices();
  const ghost = useApp((state) => state.ghost !== null);
  return { ghost, toggle: ghost ? services.unpinGhost : services.pinGhost };
}

function InspectorButton(): ReactNode {
  const { shown, setShown } = useInspector();
  const name = shown ? "Hide the inspector" : "Show the inspector";
  return (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={name}
      aria-expanded={shown}
      aria-controls="lb-region-inspector"
      data-explain={name}
      onClick={() => setShown(!shown)}
    >
      <Icon name="panel" />
    </ActionIcon>
  );
}
