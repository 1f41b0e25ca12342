import { useComputedColorScheme } from "@mantine/core";
import { useMemo, useSyncExternalStore } from "react";
import { darkTheme, lightTheme, scaleTheme, type Theme } from "#plots";

/** Size of type that the painters' themes are made for; CSS pixels. */
const USUAL_TYPE = 16;

/** The painters' theme that goes with the page's colours and size of type (projector, very large screens). */
export function usePlotTheme(): Theme {
  const scheme = useComputedColorScheme("light");
  const type = useSyncExternalStore(onResize, rootType);
  return useMemo(() => {
    const theme = scheme === "dark" ? darkTheme : lightTheme;
    return type === USUAL_TYPE ? theme : scaleTheme(theme, type / USUAL_TYPE);
  }, [scheme, type]);
}

function onResize(changed: () => void): () => void {
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { attributes: true });
  addEventListener("resize", changed);
  return () => {
    watch.disconnect();
    removeEventListener("resize", changed);
  };
}

function rootType(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_TYPE;
}
