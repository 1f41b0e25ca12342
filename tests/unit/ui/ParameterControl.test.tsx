import { afterEach, describe, expect, it } from "vitest";
import { findParameter, type ParameterTarget, readNeuron } from "#document";
import { ParameterControl } from "../../../src/ui/controls/ParameterControl.tsx";
import {
  blur,
  enter,
  findA11yFaults,
  focus,
  type Mounted,
  mount,
  point,
  press,
  release,
} from "../../support/uiHarness.tsx";

const threshold = findParameter("threshold");
const second = { population: "I", index: 1 };
const one: ParameterTarget = { scope: "neurons", neurons: [second] };
const several: ParameterTarget = {
  scope: "neurons",
  neurons: [{ population: "I", index: 0 }, second],
};

let ui: Mounted;
afterEach(() => ui.unmount());

function show(target: ParameterTarget): {
  readonly slider: HTMLInputElement;
  readonly field: HTMLInputElement;
} {
  ui = mount(<ParameterControl parameter={threshold} target={target} />);
  return { slider: ui.findInput("input[type=range]"), field: ui.findInput("input[type=text]") };
}

function thresholdOf(index: number): number | undefined {
  return readNeuron(ui.experiment(), { population: "I", index })?.threshold;
}

function steps(): number {
  return ui.store.getState().past.length;
}

describe("a typed number", () => {
  it("is taken with Enter as one undo step of its name", () => {
    const { field } = show(one);
    enter(field, "2,5");
    press(field, "Enter");
    expect(thresholdOf(1)).toBe(2.5);
    expect(ui.store.getState().past.map(({ label }) => label)).toEqual(["threshold of I 2"]);
  });

  it("is taken when the field is left", () => {
    const { field } = show(one);
    focus(field);
    enter(field, "3");
    blur(field);
    expect(thresholdOf(1)).toBe(3);
  });

  it("that is bad changes nothing, says why below the field and is tied to it", () => {
    const { field } = show(one);
    focus(field);
    enter(field, "abc");
    press(field, "Enter");
    const message = ui.find("[role=alert]");
    expect(message.textContent).toBe(
      "The threshold “abc” is not a number; type one from −1,000,000 to 1,000,000.",
    );
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(field.getAttribute("aria-describedby")).toBe(message.id);
    expect(field.value).toBe("abc");
    expect(thresholdOf(1)).toBe(-0.5);
    expect(steps()).toBe(0);
  });

  it("that is bad gives way to the old value when the field is left, and the sentence stays", () => {
    const { field } = show(one);
    focus(field);
    enter(field, "");
    blur(field);
    expect(field.value).toBe("−0.500");
    expect(ui.find("[role=alert]").textContent).toContain("is empty");
  });

  it("is forgotten with Escape, together with the sentence", () => {
    const { field } = show(one);
    enter(field, "1e9");
    press(field, "Enter");
    press(field, "Escape");
    expect(field.value).toBe("−0.500");
    expect(ui.page.querySelector("[role=alert]")).toBeNull();
  });

  it("steps with the arrow keys: plain, Shift and Alt", () => {
    const { field } = show(one);
    press(field, "ArrowUp");
    release(field, "ArrowUp");
    expect(thresholdOf(1)).toBe(-0.4);
    press(field, "ArrowDown", { shiftKey: true });
    release(field, "ArrowDown");
    expect(thresholdOf(1)).toBe(-1.4);
    press(field, "ArrowUp", { altKey: true });
    release(field, "ArrowUp");
    expect(thresholdOf(1)).toBe(-1.39);
    expect(steps()).toBe(3);
  });
});

describe("the slider", () => {
  it("makes one undo step of a whole drag", () => {
    const { slider } = show(one);
    point(slider, "pointerdown");
    for (const value of ["1", "2", "3.0004"]) enter(slider, value);
    point(slider, "pointerup");
    expect(thresholdOf(1)).toBe(3);
    expect(steps()).toBe(1);
    ui.store.getState().actions.undo();
    expect(thresholdOf(1)).toBe(-0.5);
  });

  it("puts everything back on Escape and ignores the rest of the drag", () => {
    const { slider } = show(one);
    point(slider, "pointerdown");
    enter(slider, "4");
    press(slider, "Escape");
    release(slider, "Escape");
    expect(thresholdOf(1)).toBe(-0.5);
    enter(slider, "5");
    point(slider, "pointerup");
    expect(thresholdOf(1)).toBe(-0.5);
    expect(steps()).toBe(0);
  });

  it("makes one undo step of a held key", () => {
    const { slider } = show(one);
    for (let repeat = 0; repeat < 5; repeat += 1) press(slider, "ArrowRight");
    release(slider, "ArrowRight");
    expect(thresholdOf(1)).toBe(0);
    expect(steps()).toBe(1);
  });

  it("goes to its ends with Home and End", () => {
    const { slider } = show(one);
    press(slider, "End");
    release(slider, "End");
    expect(thresholdOf(1)).toBe(threshold.sliderMax);
    press(slider, "Home");
    release(slider, "Home");
    expect(thresholdOf(1)).toBe(threshold.sliderMin);
  });

  it("has a name and a value in words", () => {
    const { slider } = show(one);
    expect(slider.getAttribute("aria-label")).toBe("threshold of I 2");
    expect(slider.getAttribute("aria-valuetext")).toBe("−0.500 threshold units");
  });

  it("is committed when the control goes away in the middle of a drag", () => {
    const { slider } = show(one);
    point(slider, "pointerdown");
    enter(slider, "4");
    ui.unmount();
    expect(ui.store.getState().gesture).toBeNull();
    expect(steps()).toBe(1);
  });
});

describe("neurons that differ", () => {
  it("are shown as mixed", () => {
    const { slider, field } = show(several);
    expect(field.value).toBe("");
    expect(field.placeholder).toBe("mixed");
    expect(slider.getAttribute("aria-valuetext")).toBe("mixed");
  });

  it("all get the number that is typed", () => {
    const { field } = show(several);
    enter(field, "2");
    press(field, "Enter");
    expect([thresholdOf(0), thresholdOf(1)]).toEqual([2, 2]);
    expect(ui.store.getState().past.at(-1)?.label).toBe("threshold of 2 neurons");
  });

  it("each move from where they are with the keys", () => {
    const { slider } = show(several);
    press(slider, "ArrowRight", { shiftKey: true });
    release(slider, "ArrowRight");
    expect([thresholdOf(0), thresholdOf(1)]).toEqual([0, 0.5]);
  });
});

it("is not there where the parameter has no meaning", () => {
  ui = mount(<ParameterControl parameter={findParameter("encoder.EE")} target={one} />);
  expect(ui.page.querySelector("input")).toBeNull();
});

it("gives axe nothing to say", async () => {
  show(one);
  expect(await findA11yFaults(ui.page)).toEqual([]);
}, 60_000);
