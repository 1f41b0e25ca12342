import { useComputedColorScheme } from "@mantine/core";
import { useMemo } from "react";
import { darkTheme, lightTheme, scaleTheme, type Theme } from "#plots";
import { useApp } from "../hooks/StoreProvider.tsx";

/** Type and pens grow by this much for a projector. */
const PROJECTOR_SCALE = 1.35;

/** The painters' theme that goes with the page's colours and size of type. */
export function usePlotTheme(): Theme {
  const scheme = useComputedColorScheme("light");
  const projector = useApp((state) => state.preferences.projector);
  return useMemo(() => {
    const theme = scheme === "dark" ? darkTheme : lightTheme;
    return projector ? scaleTheme(theme, PROJECTOR_SCALE) : theme;
  }, [scheme, projector]);
}
