import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import type { PresetCard } from "./PresetGallery.tsx";

/** The dialogs by name. */
export type DialogId = "presets" | "share" | "help";

interface Dialogs {
  open(dialog: DialogId): void;
}

const Context = createContext<Dialogs>({ open: () => undefined });

const PresetGallery = lazy(() =>
  import("./PresetGallery.tsx").then((module) => ({ default: module.PresetGallery })),
);
const ShareDialog = lazy(() =>
  import("./ShareDialog.tsx").then((module) => ({ default: module.ShareDialog })),
);
const HelpDialog = lazy(() =>
  import("./HelpDialog.tsx").then((module) => ({ default: module.HelpDialog })),
);

interface DialogsProviderProps {
  readonly presets: readonly PresetCard[];
  readonly children: ReactNode;
}

/** Holds which dialog is open and loads it when first needed; `?` opens the help anywhere. */
export function DialogsProvider({ presets, children }: DialogsProviderProps): ReactNode {
  const [shown, setShown] = useState<DialogId | null>(null);
  const close = useCallback(() => setShown(null), []);
  const opener = useRef<Element | null>(null);
  const [dialogs] = useState<Dialogs>(() => ({
    open(dialog) {
      opener.current = document.activeElement;
      setShown(dialog);
    },
  }));
  useHelpKey(dialogs);
  // A dialog that is taken away cannot give the focus back itself.
  useEffect(() => {
    if (shown === null && opener.current instanceof HTMLElement) opener.current.focus();
  }, [shown]);
  return (
    <Context value={dialogs}>
      {children}
      <Suspense fallback={null}>
        {shown === "presets" && <PresetGallery presets={presets} close={close} />}
        {shown === "share" && <ShareDialog close={close} />}
        {shown === "help" && <HelpDialog close={close} />}
      </Suspense>
    </Context>
  );
}

/** Opens the dialogs from anywhere below the provider. */
export function useDialogs(): Dialogs {
  return useContext(Context);
}

function useHelpKey(dialogs: Dialogs): void {
  useEffect(() => {
    const listen = ({ key, target }: KeyboardEvent) => {
      const typing = target instanceof HTMLElement && target.matches("input, textarea, select");
      if (key === "?" && !typing) dialogs.open("help");
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [dialogs]);
}
