import { act } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { presets } from "#content";
import { defaultView, findParameter, setNeurons } from "#document";
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
  verdict: null,
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

function engine(id: string): HTMLInputElement {
  return ui.findInput(`.lb-engine input[value="${id}"]`);
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
    click(ui.find('button[aria-label="Drop that and switch to firing rates"]'));
    expect(ui.experiment().input.kind).toBe("sine");
    expect(ui.experiment().dynamics.engine).toBe("rate");
    expect(ui.store.getState().past.map(({ label }) => label)).toEqual([
      "input course",
      "synapse",
      "method",
    ]);
    expect(ui.page.textContent).not.toContain("instantaneous");
  });

  it("offers engines with what they are for, and takes the one that is pressed", () => {
    show();
    expect(
      [...ui.page.querySelectorAll(".lb-engine label")].map((each) => each.textContent),
    ).toEqual(["exact times", "exact with noise", "fixed steps", "firing rates"]);
    click(engine("event"));
    expect(ui.experiment().dynamics).toMatchObject({ engine: "event", dt: null });
    expect(engine("event").checked).toBe(true);
    expect(ui.page.querySelector('input[aria-label="time step"]')).toBeNull();
    expect(ui.page.querySelector('input[aria-label="least gap"]')).not.toBeNull();
  });

  it("says which engine runs and why when another cannot carry what is asked for", () => {
    show();
    click(engine("event"));
    choose("synapse", "exponential");
    expect(engine("clock").checked).toBe(true);
    expect(engine("event").disabled).toBe(true);
    expect(ui.find(".lb-engine-reason").textContent).toBe(
      "Used here because “exact times” cannot carry exponential synapses.",
    );
    click(ui.find('button[aria-label="Drop that and switch to exact times"]'));
    expect(ui.experiment().dynamics).toMatchObject({ engine: "event", synapse: { kind: "delta" } });
    expect(ui.page.querySelector(".lb-engine-reason")).toBeNull();
  });

  it("shows the settings of an engine where they have an effect", () => {
    show();
    const labels = () =>
      [...ui.page.querySelectorAll(".lb-choice")].map(({ firstChild }) => firstChild?.textContent);
    expect(labels()).toContain("overshoot");
    expect(labels()).not.toContain("noise begins");
    const { actions } = ui.store.getState();
    const noise = findParameter("noise.sigma");
    act(() =>
      actions.edit("noise", (open) =>
        noise.write(open, { scope: "population", population: "E" }, 0.1),
      ),
    );
    choose("noise begins", "stationary");
    choose("random numbers", "mt19937");
    expect(ui.experiment().dynamics.noise).toMatchObject({
      start: "stationary",
      generator: "mt19937",
    });
    choose("overshoot", "clamp");
    expect(ui.experiment().dynamics.overshoot).toBe("clamp");
    click(ui.find('button[aria-label="Drop that and switch to firing rates"]'));
    choose("integration", "exponential-euler");
    expect(ui.experiment().dynamics).toMatchObject({
      rateRule: "latent",
      integrator: "exponential-euler",
      tauS: { E: 0.1, I: 0.1 },
    });
    choose("rate rule", "reference");
    expect(labels()).not.toContain("integration");
    expect(ui.experiment().dynamics.integrator).toBeUndefined();
  });

  it("says what is certain of the run, and speaks it when it has held for a second", () => {
    vi.useFakeTimers();
    show("fig-5cd", {
      ...summary,
      verdict: { kind: "periodic", time: 1, spikes: 12, period: 0.83 },
    });
    const sentence = "Periodic: 12 spikes every 0.83 τ, from 1 τ on.";
    const voice = ui.find(".lb-verdict + [role=status]");
    expect(ui.find(".lb-verdict").textContent).toBe(sentence);
    expect(voice.textContent).toBe("");
    vi.advanceTimersByTime(1000);
    expect(voice.textContent).toBe(sentence);
    vi.useRealTimers();
  });

  it("claims nothing where nothing is certain", () => {
    show();
    expect(ui.find(".lb-verdict").textContent).toBe("");
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
