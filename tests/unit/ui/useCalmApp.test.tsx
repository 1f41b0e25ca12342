import { act, type ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AppState, AppStore } from "#store";
import { useCalmApp } from "../../../src/ui/hooks/useCalmApp.ts";
import { mount } from "../../support/uiHarness.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const own = { now: false };
const isOwn = (): boolean => own.now;
const nameOf = (state: AppState): string => state.experiment.name;

function Calm(): ReactNode {
  return <p id="calm">{useCalmApp(nameOf)}</p>;
}

function Own(): ReactNode {
  return <p id="own">{useCalmApp(nameOf, isOwn)}</p>;
}

const rename = (store: AppStore, name: string): void =>
  act(() =>
    store
      .getState()
      .actions.edit(
        "name",
        (open) => ({ ...open, name }),
        store.getState().gesture === null ? "now" : "gesture",
      ),
  );

describe("useCalmApp", () => {
  it("follows plain edits at once", () => {
    const { store, find, unmount } = mount(<Calm />);
    rename(store, "one");
    expect(find("#calm").textContent).toBe("one");
    unmount();
  });

  it("follows a drag now and then", () => {
    const { store, find, unmount } = mount(<Calm />);
    rename(store, "before");
    act(() => store.getState().actions.beginGesture("name"));
    act(() => vi.advanceTimersByTime(400));
    rename(store, "first");
    rename(store, "second");
    expect(find("#calm").textContent).toBe("before");
    act(() => vi.advanceTimersByTime(400));
    expect(find("#calm").textContent).toBe("second");
    unmount();
  });

  it("is right as soon as the drag ends", () => {
    const { store, find, unmount } = mount(<Calm />);
    act(() => store.getState().actions.beginGesture("name"));
    rename(store, "kept");
    act(() => store.getState().actions.commitGesture());
    expect(find("#calm").textContent).toBe("kept");
    expect(vi.getTimerCount()).toBe(0);
    unmount();
  });

  it("follows a gesture of its own at once", () => {
    const { store, find, unmount } = mount(
      <>
        <Calm />
        <Own />
      </>,
    );
    rename(store, "before");
    act(() => store.getState().actions.beginGesture("name"));
    own.now = true;
    rename(store, "mine");
    own.now = false;
    expect(find("#own").textContent).toBe("mine");
    expect(find("#calm").textContent).toBe("before");
    unmount();
  });

  it("leaves no timer behind", () => {
    const { store, unmount } = mount(<Calm />);
    act(() => store.getState().actions.beginGesture("name"));
    rename(store, "late");
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
