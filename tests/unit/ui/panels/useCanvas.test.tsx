import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lightTheme } from "#plots";
import { LabProvider, type PanelCapture } from "../../../../src/ui/lab/LabContext.tsx";
import { type PanelSize, useCanvas } from "../../../../src/ui/panels/useCanvas.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { type Mounted, mount } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
let resized: () => void = () => undefined;
let calls: string[] = [];

/** A context that writes down what it is told, whatever it is. */
function createFakeContext(): object {
  return new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...values: readonly unknown[]) => {
          calls.push([String(name), ...values].join(" "));
          return { width: 0 };
        },
      set: () => true,
    },
  );
}

beforeEach(() => {
  calls = [];
  // A wire: the fake stands for the one kind of context that is asked for.
  const context = createFakeContext() as ReturnType<HTMLCanvasElement["getContext"]>;
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(context);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(callback: () => void) {
        resized = callback;
      }
      observe(): void {}
      disconnect(): void {
        resized = () => undefined;
      }
    },
  );
});
afterEach(() => {
  mounted?.unmount();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function begin({ width = 300, height = 200, ratio = 1 } = {}) {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(height);
  vi.stubGlobal("devicePixelRatio", ratio);
  const captures = new Map<string, PanelCapture | null>();
  const lab = createFakeLab();
  const watched = {
    ...lab,
    registerCapture: (panel: string, capture: PanelCapture | null) =>
      void captures.set(panel, capture),
  };
  const painted: PanelSize[] = [];
  const shown = { version: 0 };
  function Picture() {
    const canvas = useCanvas("slice", {
      title: "A picture",
      theme: lightTheme,
      dependencies: () => [shown.version],
      paint(sink, size) {
        painted.push(size);
        sink.beginPath();
        sink.rect(1, 2, 3, 4);
        sink.fill({ color: "#123456" });
      },
    });
    return <canvas ref={canvas} />;
  }
  const page = mount(
    <LabProvider lab={watched}>
      <Picture />
    </LabProvider>,
  );
  mounted = page;
  const canvas = page.find("canvas");
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error("There is a canvas.");
  const turn = (): void => act(() => lab.turn());
  return { lab, captures, painted, shown, page, canvas, turn };
}

describe("a picture on the page", () => {
  it("is painted when its size is known, once as long as nothing changes", () => {
    const { turn, painted, shown } = begin();
    turn();
    expect(painted).toEqual([]);
    resized();
    turn();
    turn();
    expect(painted).toEqual([{ width: 300, height: 200 }]);
    shown.version += 1;
    turn();
    expect(painted).toHaveLength(2);
    resized();
    turn();
    expect(painted).toHaveLength(3);
  });

  it("is as fine as the screen, but not finer than anybody sees", () => {
    const usual = begin({ ratio: 1.5 });
    resized();
    usual.turn();
    expect([usual.canvas.width, usual.canvas.height]).toEqual([450, 300]);
    expect(calls).toContain("setTransform 1.5 0 0 1.5 0 0");
    usual.page.unmount();
    const fine = begin({ ratio: 4 });
    resized();
    fine.turn();
    expect([fine.canvas.width, fine.canvas.height]).toEqual([600, 400]);
  });

  it("is painted again when its type has arrived", () => {
    const { turn, painted, lab } = begin();
    resized();
    turn();
    expect(lab.isWaiting).toBe(false);
    document.fonts.dispatchEvent(new Event("loadingdone"));
    expect(lab.isWaiting).toBe(true);
    turn();
    expect(painted).toHaveLength(2);
  });

  it("waits while it has no room", () => {
    const { turn, painted } = begin({ width: 1 });
    resized();
    turn();
    expect(painted).toEqual([]);
  });

  it("can be taken away as lines and as pixels, and not any more when it is gone", () => {
    const { turn, captures, page } = begin();
    resized();
    turn();
    const svg = captures.get("slice")?.svg() ?? "";
    expect(svg).toContain("<title>A picture</title>");
    expect(svg).toContain("#123456");
    calls = [];
    const copy = captures.get("slice")?.canvas(3);
    expect([copy?.width, copy?.height]).toEqual([900, 600]);
    expect(calls.slice(0, 2)).toEqual(["scale 3 3", "fillRect 0 0 300 200"]);
    page.unmount();
    mounted = null;
    expect(captures.get("slice")).toBeNull();
  });
});
