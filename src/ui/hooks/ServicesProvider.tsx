import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Services } from "../services.ts";
import { createLiveTicker, type LiveTicker } from "./liveTicker.ts";
import { useAppStore } from "./StoreProvider.tsx";

interface Provided {
  readonly services: Services;
  readonly ticker: LiveTicker;
}

const Context = createContext<Provided | null>(null);

interface ServicesProviderProps {
  readonly services: Services;
  readonly children: ReactNode;
}

/** Hands the services of the composition root to everything below; needs a StoreProvider above it. */
export function ServicesProvider({ services, children }: ServicesProviderProps): ReactNode {
  const store = useAppStore();
  const provided = useMemo(() => {
    const isDragging = (): boolean => store.getState().gesture !== null;
    return { services, ticker: createLiveTicker(services.summary, isDragging) };
  }, [services, store]);
  return <Context value={provided}>{children}</Context>;
}

function useProvided(): Provided {
  const provided = useContext(Context);
  if (provided === null) throw new Error("This component needs a ServicesProvider above it.");
  return provided;
}

/** Clipboard, files, engine and live numbers. */
export function useServices(): Services {
  return useProvided().services;
}

/** The shared source of live numbers. */
export function useLiveTicker(): LiveTicker {
  return useProvided().ticker;
}
