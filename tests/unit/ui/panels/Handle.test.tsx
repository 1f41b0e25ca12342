import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { LabProvider } from "../../../../src/ui/lab/LabContext.tsx";
import { Handle, type HandleProps } from "../../../../src/ui/panels/Handle.tsx";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { movePointer, pressPointer, sendPointer } from "../../../support/pointer.ts";
import { type Mounted, mount, point, press } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

function begin(change: Partial<HandleProps> = {}) {
  const lab = createFakeLab();
  const log: string[] = [];
  const note = (name: string) => () => void log.push(name);
  const state = { place: { x: 100, y: 50 }, value: 1.25, min: -5, max: 5, text: "threshold 1.25" };
  const props: HandleProps = {
    name: "Threshold of E 1",
    part: "threshold",
    explain: "Drag me.",
    read: () => state,
    begin: note("begin"),
    move: ({ x, y }, { shiftKey }) => void log.push(`move ${x} ${y}${shiftKey ? " shift" : ""}`),
    commit: note("commit"),
    cancel: note("cancel"),
    nudge: (steps) => void log.push(`nudge ${steps}`),
    reset: note("reset"),
    ...change,
  };
  mounted = mount(
    <LabProvider lab={lab}>
      <Handle {...props} />
    </LabProvider>,
  );
  act(() => lab.turn());
  const grip = mounted.find(".lb-handle");
  return { lab, log, grip, bubble: mounted.find(".lb-held-value"), state };
}

describe("a handle", () => {
  it("is a slider with name, value, limits and words, where the model puts it", () => {
    const { grip } = begin({ vertical: true });
    expect(
      Object.fromEntries([...grip.attributes].map(({ name, value }) => [name, value])),
    ).toMatchObject({
      role: "slider",
      "aria-label": "Threshold of E 1",
      "aria-valuenow": "1.25",
      "aria-valuemin": "-5",
      "aria-valuemax": "5",
      "aria-valuetext": "threshold 1.25",
      "aria-orientation": "vertical",
    });
    expect(grip.style.transform).toBe("translate(100.0px, 50.0px)");
  });

  it("is hidden while it is out of sight", () => {
    const { grip } = begin({
      read: () => ({ place: null, value: 0, min: 0, max: 0, text: "" }),
    });
    expect(grip.hidden).toBe(true);
  });
});

describe("a handle under the pointer", () => {
  it("begins when it has moved, follows from where it lay, and is committed at the end", () => {
    const { log, grip } = begin();
    pressPointer(grip, { x: 105, y: 47 });
    expect(log).toEqual([]);
    movePointer(grip, { x: 115, y: 47 });
    movePointer(grip, { x: 125, y: 57, shiftKey: true });
    sendPointer(grip, "pointerup", { x: 125, y: 57 });
    expect(log).toEqual(["begin", "move 110 50", "move 120 60 shift", "commit"]);
  });

  it("shows its value beside it while it is held", () => {
    const { lab, grip, bubble } = begin();
    pressPointer(grip, { x: 100, y: 50 });
    movePointer(grip, { x: 110, y: 50 });
    act(() => lab.turn());
    expect([bubble.hidden, bubble.textContent]).toEqual([false, "threshold 1.25"]);
    sendPointer(grip, "pointerup", { x: 110, y: 50 });
    act(() => lab.turn());
    expect(bubble.hidden).toBe(true);
  });

  it("does nothing on a press that hardly moves", () => {
    const { log, grip } = begin();
    pressPointer(grip, { x: 100, y: 50 });
    movePointer(grip, { x: 101, y: 50 });
    sendPointer(grip, "pointerup", { x: 101, y: 50 });
    expect(log).toEqual([]);
  });

  it("lets go on Escape, and does not take the drag up again", () => {
    const { log, grip } = begin();
    pressPointer(grip, { x: 100, y: 50 });
    movePointer(grip, { x: 110, y: 50 });
    press(document.body, "Escape");
    movePointer(grip, { x: 120, y: 50 });
    sendPointer(grip, "pointerup", { x: 120, y: 50 });
    expect(log).toEqual(["begin", "move 110 50", "cancel"]);
    expect(grip.hasAttribute("data-held")).toBe(false);
  });

  it("has nothing to take back on Escape when it was only pressed, or not at all", () => {
    const { log, grip } = begin();
    press(document.body, "Escape");
    pressPointer(grip, { x: 100, y: 50 });
    press(document.body, "Escape");
    expect(log).toEqual([]);
  });

  it("lets go when the browser takes the pointer away", () => {
    const { log, grip } = begin();
    pressPointer(grip, { x: 100, y: 50 });
    movePointer(grip, { x: 110, y: 50 });
    sendPointer(grip, "pointercancel", { x: 110, y: 50 });
    movePointer(grip, { x: 130, y: 50 });
    expect(log).toEqual(["begin", "move 110 50", "cancel"]);
  });

  it("minds neither other buttons nor a second finger", () => {
    const { log, grip } = begin();
    sendPointer(grip, "pointerdown", { x: 100, y: 50, button: 2 });
    movePointer(grip, { x: 120, y: 50 });
    expect(log).toEqual([]);
    pressPointer(grip, { x: 100, y: 50 });
    movePointer(grip, { x: 110, y: 50 });
    sendPointer(grip, "pointerdown", { x: 300, y: 50, pointerId: 2 });
    movePointer(grip, { x: 400, y: 50, pointerId: 2 });
    sendPointer(grip, "pointerup", { x: 400, y: 50, pointerId: 2 });
    sendPointer(grip, "pointercancel", { x: 400, y: 50, pointerId: 2 });
    expect(log).toEqual(["begin", "move 110 50"]);
  });

  it("goes back on a double click, where there is something to go back to", () => {
    const { log, grip } = begin();
    point(grip, "dblclick");
    expect(log).toEqual(["reset"]);
  });
});

describe("a handle under the keys", () => {
  it("moves by a step, by ten with Shift or a page, by a tenth with Alt", () => {
    const { log, grip } = begin();
    press(grip, "ArrowUp");
    press(grip, "ArrowRight");
    press(grip, "ArrowDown");
    press(grip, "ArrowLeft", { shiftKey: true });
    press(grip, "ArrowRight", { altKey: true });
    press(grip, "PageUp");
    press(grip, "PageDown");
    expect(log).toEqual([
      "nudge 1",
      "nudge 1",
      "nudge -1",
      "nudge -10",
      "nudge 0.1",
      "nudge 10",
      "nudge -10",
    ]);
  });

  it("goes back on Delete and Backspace", () => {
    const { log, grip } = begin();
    press(grip, "Delete");
    press(grip, "Backspace");
    expect(log).toEqual(["reset", "reset"]);
  });

  it("leaves other keys to the browser", () => {
    const { log, grip } = begin();
    press(grip, "ArrowLeft", { ctrlKey: true });
    press(grip, "ArrowLeft", { metaKey: true });
    press(grip, "a");
    expect(log).toEqual([]);
  });
});

describe("handles that overlap", () => {
  it("give the press to the one whose middle is nearest", () => {
    const lab = createFakeLab();
    const log: string[] = [];
    const handle = (name: string, x: number) => (
      <Handle
        name={name}
        part="time"
        explain=""
        read={() => ({ place: { x, y: 0 }, value: 0, min: 0, max: 1, text: "" })}
        begin={() => log.push(`begin ${name}`)}
        move={(to) => log.push(`move ${to.x}`)}
        commit={() => undefined}
        cancel={() => undefined}
        nudge={() => log.push("nudge")}
      />
    );
    mounted = mount(
      <LabProvider lab={lab}>
        <div className="lb-overlay">
          {handle("left", 0)}
          {handle("right", 12)}
        </div>
      </LabProvider>,
    );
    act(() => lab.turn());
    const grips = [...mounted.page.querySelectorAll<HTMLElement>(".lb-handle")];
    for (const [index, grip] of grips.entries()) {
      // 28 px wide about 0 and 12.
      grip.getBoundingClientRect = () => new DOMRect(12 * index - 14, -14, 28, 28);
    }
    const [left, right] = grips;
    if (left === undefined || right === undefined) throw new Error("There are two handles.");
    pressPointer(right, { x: 2, y: 0 });
    movePointer(left, { x: 9, y: 0 });
    expect(log).toEqual(["begin left", "move 7"]);
    // These have nothing to go back to.
    press(left, "Delete");
    point(left, "dblclick");
    expect(log).toHaveLength(2);
  });
});
