import { act } from "react";
import { describe, expect, it, vi } from "vitest";
import { choose, experiment, prepareTrialsPage, small } from "../../support/trialsPage.tsx";
import {
  appear,
  blur,
  click,
  enter,
  findA11yFaults,
  focus,
  press,
} from "../../support/uiHarness.tsx";

const begin = prepareTrialsPage();

describe("the panel of trials", () => {
  it("has names for everything before a run", async () => {
    vi.useRealTimers();
    expect(await findA11yFaults(begin(small).page)).toEqual([]);
  });

  it.each([
    ["picture", false],
    ["table", true],
  ])("has names for everything in its %s during a run", async (_, asTable) => {
    vi.useRealTimers();
    const ui = begin(small);
    click(ui.button("Run"));
    await appear("[role=progressbar]");
    if (asTable) click(ui.button("table"));
    expect(await findA11yFaults(ui.page)).toEqual([]);
  });

  it("tells how far it is while points arrive, and what came of it", async () => {
    const ui = begin(small);
    expect(ui.bar()).toBeNull();
    click(ui.button("Run"));
    expect(ui.button("Run").disabled).toBe(true);
    await ui.answer(1);
    // Without noise the first point is one trial.
    expect(ui.bar()?.getAttribute("aria-valuemax")).toBe("9");
    expect(ui.bar()?.getAttribute("aria-valuetext")).toMatch(/^\d of 9 trials/);
    const partial = ui.points().map((each) => each.getAttribute("aria-label"));
    expect(partial.some((label) => label?.includes("no trial yet"))).toBe(true);
    await ui.finish();
    expect(ui.bar()).toBeNull();
    expect(ui.status()).toMatch(/^9 trials in 1 s\. One trial where there is no noise\.$/);
    expect(ui.points().at(-1)?.getAttribute("aria-label")).toMatch(
      /^voltage noise of all populations 0\.2; E \d: [^;]+; I \d: [^;]+; 4 of 4 trials; press to use this value$/,
    );
  });

  it("is cancelled, keeps what there is, and can be run again", async () => {
    const ui = begin(small);
    click(ui.button("Run"));
    await ui.answer(1);
    click(ui.button("Cancel"));
    act(() => void vi.advanceTimersByTime(1000));
    expect(ui.status()).toMatch(/^Cancelled after \d of 9 trials\.$/);
    expect(ui.button("Cancel").disabled).toBe(true);
    click(ui.button("Run"));
    await ui.finish();
    expect(ui.status()).toMatch(/^9 trials/);
  });

  it("walks from point to point with the arrow keys and takes a value over in one undo step", async () => {
    const ui = begin(small);
    click(ui.button("Run"));
    await ui.finish();
    const [first, second, third] = ui.points();
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    focus(first);
    press(first, "ArrowRight");
    expect(document.activeElement).toBe(second);
    expect(ui.find(".lb-trials-tip").textContent).toContain("0.1");
    press(second, "End");
    press(third, "ArrowRight");
    expect(document.activeElement).toBe(third);
    click(third);
    expect(ui.experiment().dynamics.noise.sigma).toEqual({ E: 0.2, I: 0.2 });
    expect(ui.store.getState().past.map(({ label }) => label)).toEqual([
      "voltage noise of all populations",
    ]);
    act(() => ui.store.getState().actions.undo());
    expect(ui.experiment()).toEqual(experiment);
    press(third, "Home");
    blur(first);
    expect(ui.page.querySelector(".lb-trials-tip")).toBeNull();
  });

  it("says when the document has changed since, but not when only the varied value has", async () => {
    const ui = begin(small);
    click(ui.button("Run"));
    await ui.finish();
    const [, , third] = ui.points();
    if (third !== undefined) click(third);
    expect(ui.status()).not.toContain("Made before");
    const { actions } = ui.store.getState();
    act(() => actions.edit("seed", (open) => ({ ...open, seed: 99 })));
    expect(ui.status()).toContain("Made before the last change.");
    expect(ui.points()).toHaveLength(3);
    expect(ui.button("Run again").disabled).toBe(false);
    act(() => actions.undo());
    expect(ui.status()).not.toContain("Made before");
  });

  it("does not follow a drag", async () => {
    const ui = begin(small);
    click(ui.button("Run"));
    await ui.finish();
    const { actions } = ui.store.getState();
    act(() => actions.beginGesture("seed"));
    act(() => actions.edit("seed", (open) => ({ ...open, seed: 3 }), "gesture"));
    expect(ui.status()).not.toContain("Made before");
    act(() => actions.commitGesture());
    expect(ui.status()).toContain("Made before");
  });

  it("refuses in a sentence", () => {
    const ui = begin({ ...small, range: { ...small.range, to: 0 } });
    click(ui.button("Run"));
    expect(ui.find("[role=alert]").textContent).toBe(
      "The sweep of the voltage noise goes from 0 to 0; its two ends must differ.",
    );
    expect(ui.bar()).toBeNull();
  });

  it("asks for a selection where neurons are varied and none is selected", () => {
    const ui = begin({ ...small, vary: { parameter: "decoder", population: null } });
    click(ui.button("Run"));
    expect(ui.find("[role=alert]").textContent).toContain("select the neurons");
  });

  it("keeps what is set in the view, and gives another parameter a range of its own", () => {
    const ui = begin(small, [{ population: "E", index: 0 }]);
    enter(ui.findInput("input[aria-label='number of trials']"), "12");
    press(ui.find("input[aria-label='number of trials']"), "Enter");
    expect(ui.settings()?.trials).toBe(12);
    choose(ui.find("select[aria-label='What to vary']"), "threshold/");
    expect(ui.settings()?.vary).toEqual({ parameter: "threshold", population: null });
    // The threshold is -1 now.
    expect(ui.settings()?.range).toMatchObject({ from: -1.5, to: -0.5 });
    choose(ui.find("select[aria-label='Spacing of the points']"), "log");
    expect(ui.settings()?.range.spacing).toBe("log");
    choose(ui.find("select[aria-label='What to vary']"), "nothing");
    expect(ui.settings()?.vary).toBeNull();
  });

  it("refuses a number that is out of range where it is typed", () => {
    const ui = begin(small);
    const field = ui.findInput("input[aria-label='number of points']");
    enter(field, "1000");
    press(field, "Enter");
    expect(ui.find("[role=alert]").textContent).toMatch(/^The number of points 1000 is out of/);
    expect(ui.settings()?.range.points).toBe(3);
    press(field, "Escape");
    press(field, "ArrowUp");
    expect(ui.settings()?.range.points).toBe(4);
  });

  it("moves the window of the experiment", () => {
    const ui = begin(small);
    const field = ui.findInput("input[aria-label='window starts at']");
    enter(field, "2");
    press(field, "Enter");
    expect(ui.experiment().window).toEqual({ from: 2, to: 3 });
  });
});
