import { createContext, type ReactNode, useContext } from "react";
import type { StoreApi } from "zustand";
import { useStore } from "zustand";
import type { AppActions, AppState } from "#store";

/** The reading side of the store; writing goes through the actions. */
export type ReadableStore = Pick<StoreApi<AppState>, "getState" | "getInitialState" | "subscribe">;

interface AppContext {
  readonly store: ReadableStore;
  readonly actions: AppActions;
}

const Context = createContext<AppContext | null>(null);

interface StoreProviderProps extends AppContext {
  readonly children: ReactNode;
}

/** Hands one store and its actions to everything below. */
export function StoreProvider({ store, actions, children }: StoreProviderProps): ReactNode {
  return <Context value={{ store, actions }}>{children}</Context>;
}

function useAppContext(): AppContext {
  const context = useContext(Context);
  if (context === null) throw new Error("This component needs a StoreProvider above it.");
  return context;
}

/** Read a part of the state; renders again only when the selected value changes. */
export function useApp<Selected>(select: (state: AppState) => Selected): Selected {
  return useStore(useAppContext().store, select);
}

/** The actions; stable for the life of the store. */
export function useActions(): AppActions {
  return useAppContext().actions;
}

/** The store itself, for reading inside event handlers and animation frames without rendering. */
export function useAppStore(): ReadableStore {
  return useAppContext().store;
}
