import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { defaultView, type ViewState } from "#document";
import { LabProvider } from "../../../../src/ui/lab/LabContext.tsx";
import { MomentCard } from "../../../../src/ui/moment/MomentCard.tsx";
import { MomentVoice } from "../../../../src/ui/moment/MomentVoice.tsx";
import { useExplained } from "../../../../src/ui/moment/useExplained.ts";
import { useMomentEscape } from "../../../../src/ui/moment/useMomentEscape.ts";
import { eiDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { runOf } from "../../../support/labStore.ts";
import { click, findA11yFaults, type Mounted, mount, press } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

function Moment() {
  const explained = useExplained();
  useMomentEscape();
  return (
    <>
      {explained !== null && <MomentCard explained={explained} />}
      <MomentVoice explained={explained} />
      <input aria-label="A field" />
    </>
  );
}

const experiment = eiDocument();
const traces = runOf(experiment);
const name = (spike: number): string => {
  const neuron = traces.spikeNeuron[spike] ?? 0;
  return neuron < 2 ? `E ${neuron + 1}` : `I ${neuron - 1}`;
};

function begin(spike: number | null, change: Partial<ViewState> = {}) {
  const time = spike === null ? 0 : (traces.spikeTime[spike] ?? 0);
  const lab = createFakeLab({ traces, time });
  const page = mount(
    <LabProvider lab={lab}>
      <Moment />
    </LabProvider>,
    { workspace: { experiment, view: { ...defaultView(experiment), ...change } } },
  );
  mounted = page;
  const { actions } = page.store.getState();
  act(() => actions.explain(spike));
  const card = (): Element | null =>
    page.page.querySelector("section[aria-label='Why did it spike?']");
  const button = (label: RegExp): HTMLElement => {
    const found = [...page.page.querySelectorAll("button")].find((one) =>
      label.test(one.getAttribute("aria-label") ?? one.textContent ?? ""),
    );
    if (found === undefined) throw new Error(`There is no button ${label}.`);
    return found;
  };
  return { ...page, lab, actions, card, button };
}

describe("the card about a spike", () => {
  it("is there while a spike is explained, and Escape or its button close it", () => {
    const { card, store, actions, button } = begin(10);
    expect(card()?.textContent).toContain(`${name(10)} fired at t = `);
    press(document.body, "Escape");
    expect(card()).toBeNull();
    expect(store.getState().spike).toBeNull();
    act(() => actions.explain(10));
    click(button(/^Close/));
    expect(card()).toBeNull();
  });

  it("leaves Escape to a field and to whoever took it first", () => {
    const { card, findInput } = begin(10);
    press(findInput("input"), "Escape");
    expect(card()).not.toBeNull();
    const take = (event: Event): void => event.preventDefault();
    document.addEventListener("keydown", take, { capture: true });
    press(document.body, "Escape");
    document.removeEventListener("keydown", take, { capture: true });
    expect(card()).not.toBeNull();
  });

  it("is gone while time runs, elsewhere and in a live run", () => {
    const { card, actions, lab, store } = begin(10);
    act(() => actions.setPlaying(true));
    expect(card()).toBeNull();
    expect(store.getState().spike).toBeNull();
    lab.data.time += 0.5;
    act(() => actions.setPlaying(false));
    act(() => actions.explain(10));
    expect(card()).toBeNull();
    mounted?.unmount();
    expect(begin(10, { mode: "live" }).card()).toBeNull();
  });

  it("has every margin as a number, the nearest first", () => {
    const { page } = begin(10);
    const rows = [...page.querySelectorAll("tbody tr")].map((row) => row.textContent ?? "");
    expect(rows).toHaveLength(5);
    const after = [...page.querySelectorAll("tbody td:nth-of-type(2)")].map(({ textContent }) =>
      Number((textContent ?? "").replace("−", "-")),
    );
    expect(after).toEqual(after.toSorted((a, b) => a - b));
    expect(page.querySelector("tr[data-fired='true'] th")?.textContent).toBe(name(10));
  });

  it("goes to the spike before and the one after", () => {
    const { button, store, card } = begin(10);
    expect(button(/^Spike after/).getAttribute("aria-label")).toContain(name(11));
    click(button(/^Spike after/));
    expect(store.getState().spike).toBe(11);
    expect(card()?.textContent).toContain(`${name(11)} fired`);
    click(button(/^Spike before/));
    expect(store.getState().spike).toBe(10);
  });

  it("ends where the run does", () => {
    const { page } = begin(traces.spikeStart);
    expect(page.textContent).toContain("the first spike");
    mounted?.unmount();
    expect(begin(traces.spikeEnd - 1).page.textContent).toContain("the last spike");
  });

  it("walks through the avalanche", () => {
    const start = begin(10);
    const find = (): number => {
      for (let spike = 0; spike < 200; spike += 1) {
        act(() => {
          start.lab.data.time = traces.spikeTime[spike] ?? 0;
          start.actions.explain(spike);
        });
        if (start.page.querySelectorAll(".lb-avalanche button").length > 1) return spike;
      }
      return -1;
    };
    const spike = find();
    expect(spike).toBeGreaterThanOrEqual(0);
    const buttons = [...start.page.querySelectorAll(".lb-avalanche button")];
    expect(buttons[0]?.getAttribute("aria-current")).toBe("step");
    if (buttons[1] === undefined) throw new Error("An avalanche has more than one spike.");
    click(buttons[1]);
    expect(start.store.getState().spike).toBe(spike + 1);
  });

  it("speaks, writes ms when asked to, and has no fault that axe finds", async () => {
    const { page, actions } = begin(10);
    expect(page.querySelector("[role=status]")?.textContent).toMatch(
      new RegExp(`^Explained: the spike of ${name(10)} at `),
    );
    act(() => actions.setView({ timeUnit: "ms" }));
    expect(page.querySelector(".lb-moment-lead")?.textContent).toMatch(/ ms\.$/);
    expect(await findA11yFaults(page)).toEqual([]);
  });
});
