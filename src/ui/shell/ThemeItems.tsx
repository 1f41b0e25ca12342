import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import type { Preferences } from "#store";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";

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
        <Menu.RadioItem
          key={id}
          value={id}
          checked={theme === id}
          onChange={() => setPreferences({ theme: id })}
        >
          {label}
        </Menu.RadioItem>
      ))}
      <Menu.Divider />
      <Menu.CheckboxItem
        checked={projector}
        onChange={() => setPreferences({ projector: !projector })}
      >
        Projector: larger type
      </Menu.CheckboxItem>
    </>
  );
}
