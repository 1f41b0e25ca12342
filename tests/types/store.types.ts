import { describe, expectTypeOf, it } from "vitest";
import type { StoreApi } from "zustand/vanilla";
import type { ExperimentDoc, Workspace } from "#document";
import {
  type AppActions,
  type AppModel,
  type AppState,
  createAppStore,
  type fromStorage,
  type InitialState,
  SCOPES,
  type Scope,
  toStorage,
} from "#store";

describe("the store", () => {
  it("is a vanilla store of the state and its actions", () => {
    expectTypeOf(createAppStore).returns.toEqualTypeOf<StoreApi<AppModel>>();
    expectTypeOf<AppModel>().toExtend<AppState & { readonly actions: AppActions }>();
    expectTypeOf(createAppStore).parameter(0).toEqualTypeOf<InitialState>();
  });

  it("takes pure edits alone", () => {
    type Change = Parameters<AppActions["edit"]>[1];
    expectTypeOf<Change>().toEqualTypeOf<(experiment: ExperimentDoc) => ExperimentDoc>();
  });

  it("has a scope for every key of its state and for nothing else", () => {
    expectTypeOf(SCOPES).toEqualTypeOf<Readonly<Record<keyof AppState, Scope>>>();
    const { notices: _, ...others } = SCOPES;
    expectTypeOf(others).not.toExtend<typeof SCOPES>();
  });

  it("gives a workspace back from storage only where one was restored", () => {
    expectTypeOf(toStorage).returns.toBeString();
    type Restored = ReturnType<typeof fromStorage>;
    expectTypeOf<Extract<Restored, { ok: true }>["workspace"]>().toEqualTypeOf<Workspace>();
    expectTypeOf<Extract<Restored, { ok: false }>>().not.toHaveProperty("workspace");
  });
});
