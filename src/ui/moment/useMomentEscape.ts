import { useEffect } from "react";
import { useAppStore } from "../hooks/StoreProvider.tsx";

/** Escape ends the explanation of a spike, unless it has something nearer to close or to cancel. */
export function useMomentEscape(): void {
  const store = useAppStore();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { spike, actions } = store.getState();
      if (event.key !== "Escape" || event.defaultPrevented || spike === null) return;
      if (document.querySelector("[role='dialog'], [role='menu']") !== null) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.matches("input, textarea, select")) return;
      event.preventDefault();
      actions.explain(null);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [store]);
}
