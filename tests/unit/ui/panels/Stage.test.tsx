import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultView, type ExperimentDoc } from "#document";
import { LabProvider } from "../../../../src/ui/lab/LabContext.tsx";
import { Stage } from "../../../../src/ui/panels/Stage.tsx";
import { eiDocument, tangentDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { click, type Mounted, mount } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
let width = 0;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockImplementation(() => width);
});
afterEach(() => {
  mounted?.unmount();
  vi.restoreAllMocks();
});

function begin(experiment: ExperimentDoc, wide: number): Mounted {
  width = wide;
  mounted = mount(
    <LabProvider lab={createFakeLab()}>
      <Stage />
    </LabProvider>,
    { workspace: { experiment, view: defaultView(experiment) } },
  );
  return mounted;
}

const titles = ({ page }: Mounted): readonly string[] =>
  [...page.querySelectorAll("section")].map((one) => one.className.replace("lb-view lb-area-", ""));

const chips = ({ page }: Mounted): readonly HTMLButtonElement[] => [
  ...page.querySelectorAll<HTMLButtonElement>("fieldset .lb-chip"),
];

describe("the stage", () => {
  it("says what is wrong with a document of another shape, and shows it again after undo", () => {
    const stage = begin(eiDocument(), 1300);
    const { actions } = stage.store.getState();
    act(() => actions.edit("shape", () => tangentDocument()));
    expect(titles(stage)).toEqual([]);
    expect(stage.find("[role=status]").textContent).toMatch(/^This lab shows networks of one/);
    act(() => actions.undo());
    expect(titles(stage)).toEqual(["space", "slice", "outputs"]);
  });

  it("shows three views where they fit", () => {
    const stage = begin(eiDocument(), 1300);
    expect(titles(stage)).toEqual(["space", "slice", "outputs"]);
    expect(chips(stage)).toEqual([]);
  });

  it("shows space and one other on a tablet, and keeps the choice", () => {
    const stage = begin(eiDocument(), 800);
    expect(titles(stage)).toEqual(["space", "slice"]);
    expect(chips(stage).map(({ textContent }) => textContent)).toEqual(["Slice", "Outputs"]);
    const [, outputs] = chips(stage);
    if (outputs === undefined) throw new Error("There are two chips.");
    click(outputs);
    expect(titles(stage)).toEqual(["space", "outputs"]);
    expect(stage.store.getState().preferences.stageTab).toBe("outputs");
  });

  it("shows one of three on a phone", () => {
    const stage = begin(eiDocument(), 400);
    expect(titles(stage)).toEqual(["space"]);
    expect(chips(stage).map((chip) => chip.getAttribute("aria-pressed"))).toEqual([
      "true",
      "false",
      "false",
    ]);
    const slice = chips(stage)[1];
    if (slice === undefined) throw new Error("There are three chips.");
    click(slice);
    expect(titles(stage)).toEqual(["slice"]);
  });

  it("shows nothing before it knows its width", () => {
    expect(titles(begin(eiDocument(), 0))).toEqual([]);
  });
});
