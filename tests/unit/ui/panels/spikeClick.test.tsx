import { afterEach, describe, expect, it } from "vitest";
import { defaultView } from "#document";
import { lightTheme } from "#plots";
import { useAppStore } from "../../../../src/ui/hooks/StoreProvider.tsx";
import { LabProvider, useLab } from "../../../../src/ui/lab/LabContext.tsx";
import { createStripModel } from "../../../../src/ui/panels/stripModel.ts";
import { useStripPointer } from "../../../../src/ui/panels/useStripPointer.ts";
import { eiDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { movePointer, pressPointer, sendPointer } from "../../../support/pointer.ts";
import { handTraces } from "../../../support/traces.ts";
import { type Mounted, mount } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

const size = { current: { width: 900, height: 360 } };

/** The strip without its picture: what hands reach. */
function BareStrip() {
  const model = createStripModel(useAppStore(), useLab());
  return <canvas {...useStripPointer({ model, size, theme: lightTheme, pen: false })} />;
}

/** A run with one spike, of I 2 at 5 tau. */
function begin() {
  const traces = handTraces({ time: [0, 10], spikes: [[5, 3]] });
  const lab = createFakeLab({ traces, time: 4 });
  const experiment = eiDocument();
  const page = mount(
    <LabProvider lab={lab}>
      <BareStrip />
    </LabProvider>,
    { workspace: { experiment, view: defaultView(experiment) } },
  );
  mounted = page;
  const model = createStripModel(page.store, lab);
  const time = model.timeView(size.current, lightTheme);
  return { lab, model, store: page.store, canvas: page.find("canvas"), xOf: time.screenX };
}

describe("a spike of the raster", () => {
  function raster() {
    const start = begin();
    const row = start.model.rowView("raster", size.current, lightTheme);
    if (row === null) throw new Error("The strip has a raster.");
    const at = start.xOf(5);
    const heights = Array.from({ length: Math.floor(row.rect.height) }, (_, px) => row.rect.y + px);
    // I 2 has a row of its own somewhere in the lower band.
    const height = heights.find((one) => {
      movePointer(start.canvas, { x: at, y: one });
      return start.store.getState().hovered?.population === "I";
    });
    if (height === undefined) throw new Error("The spike is somewhere in the raster.");
    return { ...start, x: at, y: height };
  }

  it("is explained at a click, and the pointer says that it can be", () => {
    const { canvas, lab, store, x, y } = raster();
    expect(canvas.style.cursor).toBe("pointer");
    pressPointer(canvas, { x, y });
    sendPointer(canvas, "pointerup", { x: x + 1, y });
    expect(lab.asked.at(-1)).toBe("seek 5 for good");
    expect(store.getState().spike).toBe(1);
  });

  it("is left alone by a drag that ends there and by a press elsewhere", () => {
    const { canvas, lab, store, x, y } = raster();
    pressPointer(canvas, { x: x - 60, y });
    movePointer(canvas, { x, y });
    sendPointer(canvas, "pointerup", { x, y });
    expect(store.getState().spike).toBeNull();
    pressPointer(canvas, { x: x - 60, y });
    sendPointer(canvas, "pointerup", { x: x - 60, y });
    expect(store.getState().spike).toBeNull();
    expect(lab.asked.at(-1)).not.toBe("seek 5 for good");
  });
});
