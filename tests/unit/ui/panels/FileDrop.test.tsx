import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { FileDrop } from "../../../../src/ui/panels/FileDrop.tsx";
import { type Mounted, mount } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

/** Part of a file as the page uses it. */
interface Dropped {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

function begin() {
  const page = mount(
    <FileDrop>
      <p>Work</p>
    </FileDrop>,
  );
  mounted = page;
  const target = page.find("p");
  const send = async (
    type: string,
    files: readonly Dropped[],
    relatedTarget: EventTarget | null = null,
  ): Promise<Event> => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    const types = files.length > 0 ? ["Files"] : ["text/plain"];
    Object.assign(event, { dataTransfer: { files, types }, relatedTarget });
    await act(async () => {
      target.dispatchEvent(event);
    });
    return event;
  };
  const hint = () => page.page.querySelector(".lb-drop-hint");
  const notices = () => page.store.getState().notices.map(({ tone, text }) => `${tone}: ${text}`);
  return { page, send, hint, notices, target };
}

const file = (change: Partial<Dropped> = {}): Dropped => ({
  name: "five.json",
  size: 12,
  text: () => Promise.resolve("{}"),
  ...change,
});

describe("dropping a file", () => {
  it("opens its text", async () => {
    const { page, send, hint } = begin();
    await send("dragover", [file()]);
    const event = await send("drop", [file()]);
    expect(page.log.calls).toEqual(["openText five.json {}"]);
    expect(event.defaultPrevented).toBe(true);
    expect(hint()).toBeNull();
  });

  it("says what to do while it is over the page, and stops when it leaves", async () => {
    const { page, send, hint, target } = begin();
    const event = await send("dragover", [file()]);
    expect(hint()?.textContent).toBe("Drop an experiment file to open it");
    expect(event.defaultPrevented).toBe(true);
    await send("dragleave", [file()], target);
    expect(hint()).not.toBeNull();
    await send("dragleave", [file()], page.page.ownerDocument.body);
    expect(hint()).toBeNull();
    await send("dragover", [file()]);
    await send("dragleave", [file()]);
    expect(hint()).toBeNull();
  });

  it("leaves dragged text to the fields", async () => {
    const { page, send, hint } = begin();
    expect((await send("dragover", [])).defaultPrevented).toBe(false);
    expect(hint()).toBeNull();
    expect((await send("drop", [])).defaultPrevented).toBe(false);
    expect(page.log.calls).toEqual([]);
  });

  it("refuses a file that is no experiment by its size alone", async () => {
    const { page, send, notices } = begin();
    await send("drop", [file({ name: "film.mp4", size: 700e6 })]);
    expect(page.log.calls).toEqual([]);
    expect(notices()).toEqual([
      'error: "film.mp4" has 700 MB; an experiment file may have up to 50 MB.',
    ]);
  });

  it("says so when the file cannot be read", async () => {
    const { page, send, notices } = begin();
    await send("drop", [file({ text: () => Promise.reject(new Error("gone")) })]);
    expect(page.log.calls).toEqual([]);
    expect(notices()).toEqual(['error: "five.json" cannot be read; try another file.']);
  });
});
