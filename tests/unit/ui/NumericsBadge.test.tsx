import { act } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type NumericsVerdict, setTimeStep } from "#document";
import { LoadStrip } from "../../../src/ui/numerics/LoadStrip.tsx";
import { NumericsBadge } from "../../../src/ui/numerics/NumericsBadge.tsx";
import { type Numerics, useNumerics } from "../../../src/ui/numerics/useNumerics.ts";
import { appear, click, findA11yFaults, type Mounted, mount } from "../../support/uiHarness.tsx";

vi.setConfig({ testTimeout: 60_000 });

const verdict: NumericsVerdict = {
  state: "amber",
  label: "coarse steps",
  figure: "69 %",
  sentence: "Up to 69 % of the steps must carry a spike.",
  fixes: [
    { label: "Use the exact engine", step: "engine", apply: (open) => open },
    { label: "Use steps of 0.002 tau", step: "time step", apply: (open) => open },
  ],
  details: [
    { name: "load of the step", value: "69 %", meaning: "What it is.", state: "amber" },
    { name: "mean yᴱ", value: "0.2 / 2.0", meaning: "Mean readout.", state: "red" },
    { name: "busiest tau", value: "70 %", meaning: "Most spikes.", state: null },
  ],
};
const numerics: Numerics = {
  verdict,
  load: { kind: "load", worst: 0.69, course: Float64Array.of(0.1, 0.69, Number.NaN, 0.2) },
  duration: 10,
  measuring: true,
  apply: vi.fn(),
};

let ui: Mounted;
afterEach(() => {
  ui.unmount();
  document.body.replaceChildren();
});

function button(name: string | RegExp): HTMLElement {
  const found = [...document.querySelectorAll("button")].find((each) => {
    const text = each.getAttribute("aria-label") ?? each.textContent ?? "";
    return typeof name === "string" ? text === name : name.test(text);
  });
  if (found === undefined) throw new Error(`There is no button ${name}.`);
  return found;
}

describe("the badge", () => {
  it("says state, words and number without colour, and speaks another verdict", () => {
    ui = mount(<NumericsBadge numerics={numerics} />);
    const badge = button("Numerics coarse: coarse steps, 69 %");
    expect(badge.textContent).toBe("coarse steps 69 %");
    expect(badge.getAttribute("data-verdict")).toBe("amber");
    expect(ui.find("[aria-live=polite]").textContent).toBe("Numerics coarse: coarse steps");
  });

  it("opens every number with what it is, and axe agrees", async () => {
    ui = mount(<NumericsBadge numerics={numerics} />);
    click(button(/^Numerics/));
    const table = await appear(".lb-numerics-table");
    expect([...table.querySelectorAll(".lb-numerics-value")].map((row) => row.textContent)).toEqual(
      ["69 % (coarse)", "0.2 / 2.0 (wrong)", "70 %"],
    );
    expect(ui.find(".lb-numerics-foot").textContent).toMatch(/background/);
    expect(await findA11yFaults(document.body)).toEqual([]);
  });

  it("applies a remedy and gives way to the page", async () => {
    ui = mount(<NumericsBadge numerics={numerics} />);
    click(button(/^Numerics/));
    await appear(".lb-numerics-fixes");
    click(button("Use steps of 0.002 tau"));
    expect(numerics.apply).toHaveBeenCalledExactlyOnceWith(verdict.fixes[1]);
    expect(document.querySelector(".lb-numerics-fixes")).toBeNull();
  });

  it("shows neither remedies nor a table where there are none", async () => {
    const plain: Numerics = {
      ...numerics,
      verdict: { ...verdict, state: "green", figure: null, fixes: [], details: [] },
      load: { kind: "unlimited" },
      measuring: false,
    };
    ui = mount(<NumericsBadge numerics={plain} />);
    click(button("Numerics good: coarse steps"));
    await appear(".lb-numerics-head");
    for (const part of [".lb-numerics-fixes", ".lb-load-strip", ".lb-numerics-table"]) {
      expect(document.querySelector(part)).toBeNull();
    }
    click(button("Close"));
    expect(document.querySelector(".lb-numerics-head")).toBeNull();
  });
});

describe("the load strip", () => {
  it("is a line with gaps, and higher where the course needs more room", () => {
    ui = mount(<LoadStrip course={Float64Array.of(0, 0.5, Number.NaN, 1)} duration={12.3456} />);
    expect(ui.find("figcaption").textContent).toMatch(/12\.3 tau$/);
    expect(ui.page.querySelector("path")?.getAttribute("d")).toBe("M0.0 56.0L120.0 29.3M360.0 2.7");
    ui.unmount();
    ui = mount(<LoadStrip course={Float64Array.of(0, 2, 9)} duration={1} />);
    expect(ui.page.querySelector("path")?.getAttribute("d")).toBe("M0.0 56.0L180.0 28.0L360.0 0.0");
    expect(ui.page.querySelectorAll("line")).toHaveLength(2);
  });
});

describe("useNumerics", () => {
  function Probe({ seen }: { readonly seen: Numerics[] }): null {
    seen.push(useNumerics());
    return null;
  }

  it("judges what is on show, and a remedy is an ordinary edit", () => {
    const seen: Numerics[] = [];
    ui = mount(<Probe seen={seen} />);
    const last = seen.at(-1);
    expect(last?.load.kind).toMatch(/load|no crossing/);
    expect(last?.measuring).toBe(false);
    act(() =>
      last?.apply({ label: "finer", step: "time step", apply: (open) => setTimeStep(open, 0.002) }),
    );
    expect(ui.experiment().dynamics.dt).toBe(0.002);
    expect(ui.store.getState().past.at(-1)?.label).toBe("time step");
  });
});
