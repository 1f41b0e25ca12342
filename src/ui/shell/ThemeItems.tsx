import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import type { Preferences } from "#store";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { Icon } from "./icons.tsx";

const THEMES: readonly { readonly id: Preferences["theme"]; readonly label: string }[] = [
  { id: "auto", label: "As the system" },
  { id: "light", label: "Light" },
  { id: "dark", label: "Dark" },
];

/** Light, dark or as the system, and larger type for a projector, as items of a menu. */
export function ThemeItems(): ReactNode {
  const { setPreferences } = useActions();
  const theme = useApp((state) => state.preferences.theme);
  const projector = useApp((state) => state.preferences.projector);
  return (
    <>
      <Menu.Label>Appearance</Menu.Label>
      {THEMES.map(({ id, label }) => (
        <Menu.Item
          key={id}
          role="menuitemradio"
          aria-checked={theme === id}
          leftSection={<Tick shown={theme === id} />}
          onClick={() => setPreferences({ theme: id })}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item
        role="menuitemcheckbox"
        aria-checked={projector}
        leftSection={<Tick shown={projector} />}
        onClick={() => setPreferences({ projector: !projector })}
      >
        Projector: larger type
      </Menu.Item>
    </>
  );
}

function Tick({ shown }: { readonly shown: boolean }): ReactNode {
  return (
    <span style={{ visibility: shown ? "visible" : "hidden", display: "flex" }}>
      {<Icon name="check" size={14} />}
    </span>
  );
}
