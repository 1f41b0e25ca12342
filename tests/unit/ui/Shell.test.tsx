import { act } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findParameter, withSeed } from "#document";
import { ParameterControl } from "../../../src/ui/controls/ParameterControl.tsx";
import { DialogsProvider } from "../../../src/ui/dialogs/DialogsProvider.tsx";
import { Notices } from "../../../src/ui/dialogs/Notices.tsx";
import type { Numerics } from "../../../src/ui/numerics/useNumerics.ts";
import { Header } from "../../../src/ui/shell/Header.tsx";
import { Shell } from "../../../src/ui/shell/Shell.tsx";
import { UndoButtons } from "../../../src/ui/shell/UndoButtons.tsx";
import {
  appear,
  click,
  enter,
  findA11yFaults,
  focus,
  type Mounted,
  mount,
  press,
} from "../../support/uiHarness.tsx";

// axe and the first load of a dialog are slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const numerics: Numerics = {
  verdict: {
    state: "red",
    label: "spikes are lost",
    figure: "172 %",
    sentence: "Each step would have to carry two spikes.",
    fixes: [{ label: "Use a smaller step", step: "time step", apply: (open) => open }],
    details: [],
  },
  load: { kind: "unlimited" },
  duration: 10,
  measuring: false,
  apply: vi.fn(),
};

const presets = [
  { id: "start", title: "Start here", figure: null, text: "Look.", picture: "./presets/start.png" },
  { id: "fig-5cd", title: "Saw", figure: "5c, d", text: "Saw.", picture: "./presets/fig-5cd.png" },
];

let ui: Mounted;
afterEach(() => {
  ui.unmount();
  document.body.replaceChildren();
});

function show(): void {
  ui = mount(
    <DialogsProvider presets={presets}>
      <Shell
        header={<Header lab="E–I network" numerics={numerics} />}
        stage={<p>stage</p>}
        strip={<p>strip</p>}
        inspector={<p data-explain="What an inspector is.">inspector</p>}
      />
      <Notices />
    </DialogsProvider>,
  );
}

function button(name: string): HTMLElement {
  const found = [...document.querySelectorAll("button, [role=menuitem]")].find(
    (candidate) => candidate.textContent === name || candidate.getAttribute("aria-label") === name,
  );
  if (!(found instanceof HTMLElement)) throw new Error(`There is no button ${name}.`);
  return found;
}

function seed(value: number): void {
  act(() => ui.store.getState().actions.edit("seed", (open) => withSeed(open, value)));
}

/** Wait until a lazily loaded dialog is there. */
async function dialog(): Promise<HTMLElement> {
  return await appear(".mantine-Modal-content");
}

describe("the shell", () => {
  it("has one main region, a header, a time strip and an inspector, and axe agrees", async () => {
    show();
    expect(ui.find("main").textContent).toBe("stage");
    expect(ui.find("section[aria-label='Time strip']").textContent).toBe("strip");
    expect(ui.find("h1").textContent).toBe("Latent Boundaries");
    expect(await findA11yFaults(document.body)).toEqual([]);
  });

  it("folds the inspector away and remembers it", () => {
    show();
    click(button("Hide the inspector"));
    expect(ui.find("aside").hidden).toBe(true);
    expect(ui.store.getState().preferences.inspectorOpen).toBe(false);
    click(button("Show the inspector"));
    expect(ui.find("aside").hidden).toBe(false);
  });

  it("explains what has the focus and stops on Escape", () => {
    show();
    const text = ui.find("[data-explain='What an inspector is.']");
    text.tabIndex = 0;
    vi.useFakeTimers();
    vi.spyOn(text, "matches").mockReturnValue(true);
    focus(text);
    act(() => vi.runAllTimers());
    vi.useRealTimers();
    expect(ui.find("[role=tooltip]").textContent).toBe("What an inspector is.");
    expect(text.getAttribute("aria-describedby")).toBe("lb-explanation");
    press(text, "Escape");
    expect(document.querySelector("[role=tooltip]")).toBeNull();
    expect(text.getAttribute("aria-describedby")).toBeNull();
  });
});

describe("undo and redo", () => {
  it("name the step they would take", () => {
    show();
    expect(button("Nothing to undo").getAttribute("aria-disabled")).toBe("true");
    seed(8);
    click(button("Undo seed"));
    expect(ui.experiment().seed).toBe(7);
    click(button("Redo seed"));
    expect(ui.experiment().seed).toBe(8);
  });

  it("have keys, which leave text fields alone", () => {
    show();
    seed(8);
    const field = document.createElement("input");
    field.type = "text";
    document.body.append(field);
    press(field, "z", { ctrlKey: true });
    expect(ui.experiment().seed).toBe(8);
    press(document.body, "z", { ctrlKey: true });
    expect(ui.experiment().seed).toBe(7);
    press(document.body, "Z", { ctrlKey: true, shiftKey: true });
    expect(ui.experiment().seed).toBe(8);
    press(document.body, "z", { metaKey: true });
    press(document.body, "y", { ctrlKey: true });
    expect(ui.experiment().seed).toBe(8);
    press(document.body, "z", { ctrlKey: true, altKey: true });
    expect(ui.experiment().seed).toBe(8);
  });

  it("take back a number that was entered while its field still has the caret, and leave a draft alone", () => {
    ui = mount(
      <>
        <UndoButtons />
        <ParameterControl parameter={findParameter("seed")} target={{ scope: "run" }} />
      </>,
    );
    const field = ui.findInput("input[type=text]");
    enter(field, "8");
    press(field, "Enter");
    enter(field, "9");
    press(field, "z", { ctrlKey: true });
    expect(ui.experiment().seed).toBe(8);
    press(field, "Escape");
    press(field, "z", { ctrlKey: true });
    expect(ui.experiment().seed).toBe(7);
  });

  it("are announced, as is the selection", () => {
    show();
    const voice = ui.find(".lb-hidden[role=status]");
    seed(8);
    const { actions } = ui.store.getState();
    act(() => actions.undo());
    expect(voice.textContent).toBe("Undone: seed.");
    act(() => actions.redo());
    expect(voice.textContent).toBe("Done again: seed.");
    act(() => actions.select([{ population: "E", index: 1 }]));
    expect(voice.textContent).toBe("Selected: E 2.");
    act(() => actions.select([]));
    expect(voice.textContent).toBe("Nothing selected.");
  });
});

describe("the header", () => {
  it("pins the run for comparison and lets it go", () => {
    show();
    click(button("Compare"));
    const { actions } = ui.store.getState();
    act(() => actions.setGhost({ id: 1, label: "run 1", experiment: ui.experiment() }));
    expect(button("Compare").getAttribute("aria-pressed")).toBe("true");
    click(button("Compare"));
    expect(ui.log.calls).toEqual(["pinGhost", "unpinGhost"]);
  });

  it("says why the numbers cannot be trusted and offers the fix", async () => {
    show();
    click(button("Numerics wrong: spikes are lost, 172 %"));
    expect((await appear(".lb-badge-sentence")).textContent).toBe(numerics.verdict.sentence);
    click(button("Use a smaller step"));
    expect(numerics.apply).toHaveBeenCalledExactlyOnceWith(numerics.verdict.fixes[0]);
  });

  it("opens a preset from the gallery", async () => {
    show();
    click(button("Presets"));
    const gallery = await dialog();
    expect(await findA11yFaults(gallery)).toEqual([]);
    const [, card] = gallery.querySelectorAll(".lb-preset");
    if (card !== undefined) click(card);
    expect(ui.log.calls).toEqual(["openPreset fig-5cd"]);
  });

  it("copies the link and opens a pasted one", async () => {
    show();
    click(button("Share"));
    const share = await dialog();
    expect(await findA11yFaults(share)).toEqual([]);
    expect(ui.findInput("[aria-label=Link]").value).toBe("https://example.org/#v1.abc");
    await act(async () => button("Copy").click());
    expect(ui.log.calls).toEqual(["copyLink"]);
    expect(share.textContent).toContain("The link is on the clipboard.");
  });

  it("shows every key after ?", async () => {
    show();
    press(document.body, "?");
    const help = await dialog();
    expect(help.textContent).toContain("undo the last step");
    expect(await findA11yFaults(help)).toEqual([]);
  });
});

describe("notices", () => {
  it("are spoken and wait to be dismissed when they matter", () => {
    show();
    act(() => ui.store.getState().actions.notify("error", "The engine failed."));
    expect(ui.find(".lb-notice[role=alert]").textContent).toBe("The engine failed.");
    click(button("Dismiss"));
    expect(ui.store.getState().notices).toEqual([]);
  });

  it("of plain news go by themselves", () => {
    vi.useFakeTimers();
    show();
    act(() => ui.store.getState().actions.notify("info", "Saved."));
    act(() => vi.advanceTimersByTime(7000));
    vi.useRealTimers();
    expect(ui.store.getState().notices).toEqual([]);
  });
});
