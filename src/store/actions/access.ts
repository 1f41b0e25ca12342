import type { AppState } from "../types.ts";

/** How actions reach the store; a change of nothing notifies nobody. */
export type SetState = (change: Partial<AppState>) => void;
export type GetState = () => AppState;
