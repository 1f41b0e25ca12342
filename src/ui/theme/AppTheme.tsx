import { createTheme, MantineProvider } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useApp } from "../hooks/StoreProvider.tsx";
import "./mantine.css";
import "./fonts.css";
import "./tokens.css";
import "./base.css";

const SANS = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';

const theme = createTheme({
  fontFamily: SANS,
  headings: { fontFamily: SANS, fontWeight: "650" },
  primaryColor: "violet",
  primaryShade: 6,
  autoContrast: true,
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  colors: {
    violet: [
      "#f1f0fe",
      "#e0dffb",
      "#c3c1f5",
      "#a5a2f0",
      "#8b88ea",
      "#7673e3",
      "#5b5bd6",
      "#4d4cc0",
      "#4342a8",
      "#37368c",
    ],
    dark: [
      "#dfe3e8",
      "#b4bbc5",
      "#98a0ac",
      "#6a727e",
      "#414852",
      "#333941",
      "#262b32",
      "#1c2026",
      "#15181d",
      "#101317",
    ],
  },
});

/** Light, dark or as the system wishes; larger type for a projector. */
export function AppTheme({ children }: { readonly children: ReactNode }): ReactNode {
  const scheme = useApp((state) => state.preferences.theme);
  const projector = useApp((state) => state.preferences.projector);
  useEffect(() => {
    document.documentElement.toggleAttribute("data-projector", projector);
  }, [projector]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(scheme === "auto" ? {} : { forceColorScheme: scheme })}
    >
      {children}
    </MantineProvider>
  );
}
