import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { presets } from "#content";
import { defaultView, type ExplicitPopulation, readNeuron, type Workspace } from "#document";
import { NeuronsSection } from "../../../src/ui/inspector/NeuronsSection.tsx";
import type { Summary } from "../../../src/ui/services.ts";
import {
  click,
  enter,
  findA11yFaults,
  focus,
  type Mounted,
  mount,
  point,
  press,
} from "../../support/uiHarness.tsx";
import { experiment, view, workspace } from "../../support/workspaces.ts";

const summary: Summary = {
  input: [0],
  latents: { E: 0, I: 0 },
  populations: [],
  crossings: [],
  verdict: null,
  spikeCount: ({ index }) => 10 + index,
};

let ui: Mounted;
afterEach(() => ui.unmount());

function show(of: Workspace = workspace): Mounted {
  ui = mount(<NeuronsSection />, { workspace: of, summary });
  return ui;
}

function row(index: number): HTMLElement {
  return ui.find(`tr[data-row="${index}"]`);
}

function selected(): readonly string[] {
  return ui.store.getState().view.selection.map(({ population, index }) => population + index);
}

/** The five neurons of the sample with as many I neurons as wanted. */
function crowd(count: number): Workspace {
  const fill = <Value,>(value: Value): readonly Value[] =>
    Array.from({ length: count }, () => value);
  const many: ExplicitPopulation = {
    id: "I",
    type: "inhibitory",
    latents: ["I"],
    feedforward: fill([0.1]),
    encoders: { E: fill(1), I: fill(1) },
    thresholds: fill(1),
    decoders: fill([-0.5]),
    crossDecoders: {},
    selfReset: fill(0),
  };
  const { network } = experiment;
  const [first] = network.kind === "explicit" ? network.populations : [];
  const populations = first === undefined ? [many] : [first, many];
  return {
    view,
    experiment: { ...experiment, network: { kind: "explicit", inputs: 1, populations } },
  };
}

describe("the neuron table", () => {
  it("has a row for each neuron with its numbers and its spikes", () => {
    show();
    const cells = [...row(4).children].map(({ textContent }) => textContent);
    expect(cells).toEqual(["I 3", "−0.30", "2.00", "1.00", "0.25", "0.40", "12"]);
    expect(row(4).getAttribute("aria-selected")).toBe("true");
  });

  it("selects by press, range by Shift and single ones by Ctrl", () => {
    show();
    click(row(0));
    expect(selected()).toEqual(["E0"]);
    click(row(2), { shiftKey: true });
    expect(selected()).toEqual(["E0", "E1", "I0"]);
    click(row(1), { ctrlKey: true });
    expect(selected()).toEqual(["E0", "I0"]);
  });

  it("walks with the arrow keys and takes the focus along", () => {
    show();
    focus(row(0));
    press(row(0), "ArrowDown");
    expect(selected()).toEqual(["E1"]);
    expect(document.activeElement).toBe(row(1));
    press(row(1), "ArrowDown", { shiftKey: true });
    expect(selected()).toEqual(["E1", "I0"]);
    press(row(2), "a", { ctrlKey: true });
    expect(selected()).toHaveLength(5);
    press(row(2), " ");
    expect(selected()).toHaveLength(4);
  });

  it("keeps its keys from the rest of the page", () => {
    show();
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener("keydown", listen);
    press(row(0), " ");
    press(row(0), "z", { ctrlKey: true });
    document.removeEventListener("keydown", listen);
    expect(heard).toEqual(["z"]);
  });

  it("edits a row after Enter and goes back to it with Enter", () => {
    show();
    focus(row(1));
    press(row(1), "Enter");
    const field = ui.findInput("input[data-parameter=threshold]");
    enter(field, "2.25");
    press(field, "Enter");
    expect(readNeuron(ui.experiment(), { population: "E", index: 1 })?.threshold).toBe(2.25);
    expect(ui.store.getState().past.map(({ label }) => label)).toEqual(["threshold of E 2"]);
    expect(ui.page.querySelector("input")).toBeNull();
    expect(document.activeElement).toBe(row(1));
  });

  it("edits the number that is double-clicked", () => {
    show();
    point(ui.find('tr[data-row="3"] td[data-parameter=decoder]'), "dblclick");
    const field = ui.findInput('tr[data-row="3"] input[data-parameter=decoder]');
    expect(document.activeElement).toBe(field);
  });

  it("refuses a bad number in a sentence and keeps the old one", () => {
    show();
    press(row(0), "Enter");
    const field = ui.findInput("input[data-parameter=decoder]");
    enter(field, "-1");
    press(field, "Enter");
    expect(ui.find("[role=alert]").textContent).toContain("The decoder -1 is out of range");
    expect(readNeuron(ui.experiment(), { population: "E", index: 0 })?.decoders).toEqual([0.5]);
  });

  it("forgets an entry on Escape", () => {
    show();
    press(row(0), "Enter");
    const field = ui.findInput("input[data-parameter=threshold]");
    enter(field, "9");
    press(field, "Escape");
    expect(ui.store.getState().past).toEqual([]);
    expect(document.activeElement).toBe(row(0));
  });

  it("shows which neuron is hovered elsewhere", () => {
    show();
    act(() => ui.store.getState().actions.hover({ population: "E", index: 0 }));
    expect(row(0).getAttribute("data-hovered")).toBe("true");
    expect(row(1).getAttribute("data-hovered")).toBe("false");
  });

  it("renders only the rows in sight of a large network and still counts them all", () => {
    show(crowd(5000));
    expect(ui.page.querySelectorAll("tr[data-row]").length).toBeLessThan(60);
    expect(ui.find("table").getAttribute("aria-rowcount")).toBe("5003");
    press(row(0), "End");
    expect(selected()).toEqual(["I4999"]);
  });

  it("gives axe nothing to say, neither plain nor while a row is edited", async () => {
    show();
    expect(await findA11yFaults(ui.page)).toEqual([]);
    press(row(0), "Enter");
    expect(await findA11yFaults(ui.page)).toEqual([]);
  }, 60_000);
});

describe("the buttons below", () => {
  function button(text: string): HTMLElement {
    const found = [...ui.page.querySelectorAll("button")].find(
      ({ textContent }) => textContent === text,
    );
    if (found === undefined) throw new Error(`There is no button ${text}.`);
    return found;
  }

  it("add a neuron to a population and select it", () => {
    show();
    click(button("Add E"));
    expect(selected()).toEqual(["E2"]);
    expect(ui.find("table").getAttribute("aria-rowcount")).toBe("7");
  });

  it("copy the selected neuron", () => {
    show();
    click(row(2));
    click(button("Copy"));
    expect(selected()).toEqual(["I3"]);
    expect(readNeuron(ui.experiment(), { population: "I", index: 3 })?.threshold).toBe(-1);
  });

  it("remove the selected neurons in one step that can be undone", () => {
    show();
    click(row(2));
    click(row(3), { ctrlKey: true });
    click(button("Remove"));
    expect(ui.find("table").getAttribute("aria-rowcount")).toBe("4");
    act(() => ui.store.getState().actions.undo());
    expect(ui.find("table").getAttribute("aria-rowcount")).toBe("6");
  });

  it("reset a neuron to the preset", () => {
    const preset = presets.find(({ id }) => id === "fig-5cd");
    if (preset === undefined) throw new Error("The preset is missing.");
    const opened = { experiment: preset.experiment, view: defaultView(preset.experiment) };
    ui = mount(<NeuronsSection />, { workspace: opened });
    const before = ui.experiment();
    press(row(0), "Enter");
    enter(ui.findInput("input[data-parameter=threshold]"), "7");
    press(ui.findInput("input[data-parameter=threshold]"), "Enter");
    click(row(0));
    click(button("Reset"));
    expect(ui.experiment()).toEqual(before);
    expect(ui.store.getState().past.map(({ label }) => label)).toEqual([
      "threshold of E 1",
      "reset E 1",
    ]);
  });
});
