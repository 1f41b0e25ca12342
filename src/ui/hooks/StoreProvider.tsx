import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import type { AppActions, AppState, AppStore } from "#store";

const Context = createContext<AppStore | null>(null);

interface StoreProviderProps {
  readonly store: AppStore;
  readonly children: ReactNode;
}

/** Hands one store to everything below. */
export function StoreProvider({ store, children }: StoreProviderProps): ReactNode {
  return <Context value={store}>{children}</Context>;
}

/** The store itself, for reading inside event handlers and animation frames without rendering. */
export function useAppStore(): AppStore {
  const store = useContext(Context);
  if (store === null) throw new Error("This component needs a StoreProvider above it.");
  return store;
}

/** Read a part of the state; renders again only when the selected value changes. */
export function useApp<Selected>(select: (state: AppState) => Selected): Selected {
  return useStore(useAppStore(), select);
}

/** The actions; stable for the life of the store. */
export function useActions(): AppActions {
  return useStore(useAppStore(), (state) => state.actions);
}
