import type { ReactNode } from "react";
import { presets } from "#content";
import { AppTheme, EiLab, LabProvider, ServicesProvider, StoreProvider } from "#ui";
import type { App } from "./createApp.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";

/** Everything on the page, below the things it needs. */
export function Root({ app }: { readonly app: App }): ReactNode {
  const { store, lab, services } = app;
  return (
    <StoreProvider store={store}>
      <ServicesProvider services={services}>
        <LabProvider lab={lab}>
          <AppTheme>
            <ErrorBoundary link={services.link}>
              <EiLab presets={presets} />
            </ErrorBoundary>
          </AppTheme>
        </LabProvider>
      </ServicesProvider>
    </StoreProvider>
  );
}
