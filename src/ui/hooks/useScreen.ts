import { useMediaQuery } from "@mantine/hooks";

/** How the regions are laid out: side by side, inspector over the stage, or stacked with tabs. */
export type Screen = "wide" | "tablet" | "phone";

/** Same limits as in shell.css. */
const PHONE = "(max-width: 699px)";
const TABLET = "(max-width: 1099px)";

/** The present layout; follows the window. */
export function useScreen(): Screen {
  const now = { getInitialValueInEffect: false };
  const phone = useMediaQuery(PHONE, false, now);
  const tablet = useMediaQuery(TABLET, false, now);
  if (phone) return "phone";
  return tablet ? "tablet" : "wide";
}
