import { createContext, type ReactNode, useContext } from "react";
import type { Services } from "../services.ts";

const Context = createContext<Services | null>(null);

interface ServicesProviderProps {
  readonly services: Services;
  readonly children: ReactNode;
}

/** Hands the services of the composition root to everything below. */
export function ServicesProvider({ services, children }: ServicesProviderProps): ReactNode {
  return <Context value={services}>{children}</Context>;
}

/** Clipboard, files, engine and live numbers. */
export function useServices(): Services {
  const services = useContext(Context);
  if (services === null) throw new Error("This component needs a ServicesProvider above it.");
  return services;
}
