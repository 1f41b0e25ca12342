import { act } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { presets } from "#content";
import { defaultView, setNeurons } from "#document";
import { createLiveTicker, type LiveReading } from "../../../src/ui/hooks/liveTicker.ts";
import { Inspector } from "../../../src/ui/inspector/Inspector.tsx";
import type { Summary } from "../../../src/ui/services.ts";
import { click, findA11yFaults, type Mounted, mount } from "../../support/uiHarness.tsx";

const summary: Summary = {
  input: [2],
  latents: { E: 3.25, I: 4.5 },
  populations: [
    { id: "E", spikesPerTau: 12.34, meanRate: 4.11, intervalCv: 0.25, readoutError: 0.125 },
    { id: "I", spikesPerTau: 20, meanRate: 6.67, intervalCv: null, readoutError: null },
  ],
  crossings: [
    { excitatory: 5.06, inhibitory: 8.02, stable: true, words: "I slope 0.90 > E slope 0.30" },
  ],
  spikeCount: () => 1,
};

let ui: Mounted;
afterEach(() => ui.unmount());

function show(id = "fig-5cd", numbers: Summary | undefined = summary): void {
  const preset = presets.find((candidate) => candidate.id === id);
  if (preset === undefined) throw new Error(`There is no preset ${id}.`);
  const workspace = {
    experiment: preset.experiment,
    view: { ...defaultView(preset.experiment), preset: id },
  };
  const options = numbers === undefined ? { workspace } : { workspace, summary: numbers };
  ui = mount(<Inspector presets={presets} />, options);
}

function button(text: string): HTMLElement | undefined {
  return [...ui.page.querySelectorAll("button")].find(({ textContent }) => textContent === text);
}

function choose(label: string, value: string): void {
  const row = [...ui.page.querySelectorAll("label")].find(({ textContent }) =>
    textContent.startsWith(label),
  );
  const select = row?.querySelector("select");
  if (!select) throw new Error(`There is no choice ${label}.`);
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

describe("the inspector", () => {
  it("tells what to look at and what to try", () => {
    show();
    const story = ui.find(".lb-story").textContent;
    expect(story).toContain("figure 5c, d");
    expect(ui.page.querySelectorAll(".lb-story li")).toHaveLength(3);
  });

  it("resets to the preset, which can be undone", () => {
    show();
    expect(button("Reset to preset")).toBeUndefined();
    const before = ui.experiment();
    const neuron = { population: "E", index: 0 };
    const { actions } = ui.store.getState();
    act(() => actions.edit("T", (open) => setNeurons(open, [neuron], { threshold: 9 })));
    const reset = button("Reset to preset");
    if (reset !== undefined) click(reset);
    expect(ui.experiment()).toEqual(before);
    act(() => actions.undo());
    expect(button("Reset to preset")).toBeDefined();
  });

  it("asks for a selection and then writes the neuron's inequality with live numbers", () => {
    show();
    expect(ui.page.textContent).toContain("No neuron is selected.");
    act(() => ui.store.getState().actions.select([{ population: "E", index: 0 }]));
    expect(ui.find(".lb-formula").textContent).toBe("F x + EEE yE − EEI |yI| < T");
    expect(ui.find(".lb-formula-numbers").textContent).toBe(
      "0.40 · 2.00 + 0.30 · 3.25 − 1.00 · 4.50 = −2.73 < −0.54",
    );
    expect(ui.find(".lb-formula-distance").textContent).toBe("2.19 below its threshold");
  });

  it("writes the statistics and the crossing in words", () => {
    show();
    const rows = [...ui.page.querySelectorAll(".lb-numbers tbody tr")].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([
      ["readout now", "3.25", "4.50"],
      ["error to crossing", "0.125", "–"],
      ["spikes per τ", "12.3", "20.0"],
      ["rate per neuron", "4.11", "6.67"],
      ["ISI CV", "0.25", "–"],
    ]);
    expect(ui.find(".lb-crossing").textContent).toBe(
      "Stable crossing at yE 5.06, |yI| 8.02: I slope 0.90 > E slope 0.30.",
    );
  });

  it("says so when there is no crossing", () => {
    show("fig-5cd", { ...summary, crossings: [] });
    expect(ui.find(".lb-crossing").textContent).toContain("do not cross at this input");
  });

  it("changes the course, the method and the synapse as single steps", () => {
    show();
    choose("course", "sine");
    choose("synapse", "pulse");
    choose("method", "rate");
    expect(ui.experiment().input.kind).toBe("sine");
    expect(ui.experiment().dynamics.engine).toBe("rate");
    expect(ui.store.getState().past.map(({ label }) => label)).toEqual([
      "input course",
      "synapse",
      "method",
    ]);
    expect(ui.page.textContent).not.toContain("instantaneous");
  });

  it("shows what is held by hand in a live run in place of the course", () => {
    show();
    choose("mode", "live");
    expect(ui.page.textContent).toContain("Held by hand");
    expect(ui.page.textContent).not.toContain("course");
    const slider = ui.findInput('input[aria-label="current into E"]');
    act(() => {
      slider.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    });
    expect(ui.store.getState().view.liveCurrent).toMatchObject({ E: 0.1 });
    expect(ui.store.getState().past).toEqual([]);
  });

  it("asks for a new seed", () => {
    show();
    const seed = button("New seed");
    if (seed !== undefined) click(seed);
    expect(ui.log.calls).toEqual(["newSeed"]);
  });

  it("gives axe nothing to say", async () => {
    show("start");
    act(() => ui.store.getState().actions.select([{ population: "E", index: 0 }]));
    expect(await findA11yFaults(ui.page)).toEqual([]);
  }, 60_000);
});

describe("live numbers", () => {
  it("are read at most five times a second however often they change", () => {
    vi.useFakeTimers();
    let changed = (): void => undefined;
    const stop = vi.fn();
    const ticker = createLiveTicker(
      {
        subscribe: (listener) => {
          changed = listener;
          return stop;
        },
        current: () => summary,
        ghost: () => null,
      },
      () => false,
    );
    const read = vi.fn<(reading: LiveReading) => void>();
    const end = ticker.add(read);
    expect(read).toHaveBeenCalledTimes(1);
    for (let change = 0; change < 50; change += 1) changed();
    expect(read).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(200);
    expect(read).toHaveBeenCalledTimes(2);
    changed();
    end();
    vi.advanceTimersByTime(1000);
    expect(read).toHaveBeenCalledTimes(2);
    expect(stop).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});
