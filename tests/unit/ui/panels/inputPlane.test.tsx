import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { defaultView, type ViewState } from "#document";
import type { Scene3d } from "#scene3d";
import { LabProvider } from "../../../../src/ui/lab/LabContext.tsx";
import { InputHandle } from "../../../../src/ui/panels/InputHandle.tsx";
import { eiDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { handTraces } from "../../../support/traces.ts";
import { type Mounted, mount, press } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

describe("the plane under the keys", () => {
  const scene: Pick<Scene3d, "planeScreenPosition"> = {
    planeScreenPosition: () => ({ x: 30, y: 40 }),
  };

  function beginPlane(mode: ViewState["mode"]) {
    const traces = handTraces({ time: [0, 1, 2, 3], input: [0, 0.1, 0.2, 0.3] });
    const lab = createFakeLab({ traces, time: 1 });
    const experiment = eiDocument();
    const ranges = { x: [0, 1], E: [0, 6], I: [0, 8] } as const;
    const view = { ...defaultView(experiment), mode, liveInput: [0.5], ranges };
    const page = mount(
      <LabProvider lab={lab}>
        <InputHandle scene={scene} />
      </LabProvider>,
      { workspace: { experiment, view } },
    );
    mounted = page;
    act(() => lab.turn());
    return { lab, slider: page.find("[role=slider]") };
  }

  it("says the input and lies on the plane's grip", () => {
    const { slider } = beginPlane("protocol");
    const told = [slider.getAttribute("aria-valuetext"), slider.style.transform];
    expect(told).toEqual(["input x 0.10", "translate(30px, 40px)"]);
  });

  it("moves the playhead to where the input has the value", () => {
    const { lab, slider } = beginPlane("protocol");
    press(slider, "ArrowRight", { shiftKey: true });
    expect(lab.asked).toEqual(["seek 2 for good"]);
  });

  it("holds the input of a live run, by three sizes of steps", () => {
    const { lab, slider } = beginPlane("live");
    press(slider, "ArrowUp");
    press(slider, "ArrowDown", { shiftKey: true });
    press(slider, "ArrowLeft", { altKey: true });
    press(slider, "a");
    expect(lab.asked).toEqual(["hold 0.51", "hold 0.4", "hold 0.499"]);
  });
});
