import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";
import { type Screen, useScreen } from "../hooks/useScreen.ts";

interface InspectorVisibility {
  readonly screen: Screen;
  readonly shown: boolean;
  setShown(shown: boolean): void;
}

const Context = createContext<InspectorVisibility>({
  screen: "wide",
  shown: true,
  setShown: () => undefined,
});

/**
 * Remembers on wide screens whether the inspector is open; on a tablet it begins closed each time, since there
 * it lies over the stage.
 */
export function InspectorToggle({ children }: { readonly children: ReactNode }): ReactNode {
  const screen = useScreen();
  const remembered = useApp((state) => state.preferences.inspectorOpen);
  const { setPreferences } = useActions();
  const [drawer, setDrawer] = useState(false);
  const setShown = useCallback(
    (next: boolean) => {
      if (screen === "wide") setPreferences({ inspectorOpen: next });
      else setDrawer(next);
    },
    [screen, setPreferences],
  );
  const shown = screen === "wide" ? remembered : drawer;
  const value = useMemo(() => ({ screen, shown, setShown }), [screen, shown, setShown]);
  return <Context value={value}>{children}</Context>;
}

/** Whether the inspector is on screen, and the switch. */
export function useInspector(): InspectorVisibility {
  return useContext(Context);
}
