import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { defaultView, setEngine, type ViewState } from "#document";
import { type LabData, LabProvider } from "../../../../src/ui/lab/LabContext.tsx";
import { StripTools } from "../../../../src/ui/panels/StripTools.tsx";
import { eiDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { handTraces } from "../../../support/traces.ts";
import { click, type Mounted, mount } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

/** Every hundredth step was kept. */
const traces = handTraces({
  time: [0, 1, 2, 3, 4],
  input: [0, 0.2, 0.4, 0.6, 0.8],
  spikes: [
    [1.5, 0],
    [3.5, 2],
  ],
});

function begin(change: Partial<ViewState> = {}, data: Partial<LabData> = {}) {
  const lab = createFakeLab({ traces, time: 2.5, ...data });
  const pens: boolean[] = [];
  const experiment = eiDocument();
  const view = { ...defaultView(experiment), ...change };
  const page = mount(
    <LabProvider lab={lab}>
      <StripTools pen={false} setPen={(pen) => pens.push(pen)} />
    </LabProvider>,
    { workspace: { experiment, view } },
  );
  mounted = page;
  const button = (name: string): HTMLButtonElement => {
    const found = [...page.page.querySelectorAll("button")].find(
      (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
    );
    if (found === undefined) throw new Error(`There is no button "${name}".`);
    return found;
  };
  const { store } = page;
  return { lab, pens, button, page, store, view: () => store.getState().view };
}

describe("the tools of the strip", () => {
  it("go from spike to spike and hold time there", () => {
    const { lab, button, store } = begin();
    act(() => store.getState().actions.setPlaying(true));
    click(button("Next spike"));
    click(button("Previous spike"));
    click(button("Previous spike"));
    expect(lab.asked).toEqual(["seek 3.5 for good", "seek 1.5 for good"]);
    expect(store.getState().playing).toBe(false);
  });

  it("play and pause", () => {
    const { button, store } = begin();
    click(button("Play"));
    expect(store.getState().playing).toBe(true);
    expect(button("Pause").getAttribute("aria-pressed")).toBe("true");
    click(button("Pause"));
    expect(store.getState().playing).toBe(false);
  });

  it("take a single step, and hold time", () => {
    const { lab, button, store } = begin();
    act(() => store.getState().actions.setPlaying(true));
    click(button("Step on"));
    expect(lab.asked).toEqual(["step"]);
    expect(store.getState().playing).toBe(false);
  });

  it("do not speak of spikes where only rates are", () => {
    const { page, store } = begin();
    expect(page.find("option").textContent).toBe("spikes only");
    act(() => store.getState().actions.edit("method", (open) => setEngine(open, "rate")));
    expect(page.find("option").textContent).toBe("readouts only");
  });

  it("take up the pen", () => {
    const { pens, button } = begin();
    click(button("draw x"));
    expect(pens).toEqual([true]);
  });

  it("zoom about the playhead, out again, and show everything", () => {
    const { lab, button, view } = begin();
    click(button("Zoom in on the playhead"));
    expect(view().timeRange).toEqual([1.25, 6.25]);
    lab.data.timeRange = [1.25, 6.25];
    click(button("Zoom out"));
    expect(view().timeRange).toBeNull();
    lab.data.timeRange = [1, 2];
    click(button("Zoom in on the playhead"));
    click(button("all"));
    expect(view().timeRange).toBeNull();
  });

  it("write time in ms or tau", () => {
    const { button, view } = begin();
    click(button("ms"));
    expect(view().timeUnit).toBe("ms");
    click(button("ms"));
    expect(view().timeUnit).toBe("tau");
  });

  it("choose what the lowest row shows", () => {
    const { page, view } = begin();
    const choice = page.find("select");
    if (!(choice instanceof HTMLSelectElement)) throw new Error("The choice is a list.");
    expect(choice.value).toBe("none");
    act(() => {
      choice.value = "currents";
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(view().show).toMatchObject({ traces: "currents", regions: true });
  });
});

describe("the way into a live run and back", () => {
  it("holds the input that the playhead is at, however thinly the run was recorded", () => {
    const { button, view, store } = begin({ liveInput: [9, 7] });
    act(() => store.getState().actions.setPlaying(true));
    click(button("live"));
    expect(view()).toMatchObject({ mode: "live", liveInput: [0.4, 7] });
    expect(store.getState().playing).toBe(false);
  });

  it("begins the course again", () => {
    const { button, view } = begin({ mode: "live", time: 5 });
    click(button("live"));
    expect(view()).toMatchObject({ mode: "protocol", time: 0 });
  });

  it("leaves what makes no sense there out of reach", () => {
    const { button } = begin({ mode: "live" });
    const names = ["Previous spike", "Next spike", "Zoom out", "Zoom in on the playhead", "all"];
    expect(names.map((name) => button(name).disabled)).toEqual([true, true, true, true, true]);
    expect(button("Play").disabled).toBe(false);
  });
});
