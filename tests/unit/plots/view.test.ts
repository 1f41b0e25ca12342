import { describe, expect, it } from "vitest";
import {
  axisMargins,
  createView,
  darkTheme,
  isInside,
  lightTheme,
  niceTicks,
  parseRichText,
  plainText,
  plotArea,
  scaleTheme,
} from "#plots";
import { estimateTextWidth } from "../../../src/plots/textWidth.ts";

const rect = { x: 50, y: 10, width: 200, height: 100 };

describe("createView", () => {
  const view = createView({ rect, x: [0, 4], y: [-1, 1] });

  it("maps the lower ends of both axes to the lower left corner", () => {
    expect(view.toScreen({ x: 0, y: -1 })).toEqual({ x: 50, y: 110 });
    expect(view.toScreen({ x: 4, y: 1 })).toEqual({ x: 250, y: 10 });
  });

  it("maps back what it mapped", () => {
    const point = view.toModel(view.toScreen({ x: 1.3, y: 0.2 }));
    expect(point.x).toBeCloseTo(1.3, 12);
    expect(point.y).toBeCloseTo(0.2, 12);
  });

  it("refuses an axis that does not rise", () => {
    expect(() => createView({ rect, x: [1, 1], y: [0, 1] })).toThrow("axis range 1..1");
    expect(() => createView({ rect, x: [0, 1], y: [2, 1] })).toThrow("axis range 2..1");
    expect(() => createView({ rect, x: [0, Number.POSITIVE_INFINITY], y: [0, 1] })).toThrow(
      "must rise",
    );
  });

  it("refuses a plot area without size", () => {
    const flat = { ...rect, height: 0 };
    expect(() => createView({ rect: flat, x: [0, 1], y: [0, 1] })).toThrow("positive size");
  });
});

describe("isInside", () => {
  it("counts edges as inside", () => {
    expect(isInside(rect, { x: 50, y: 110 })).toBe(true);
    expect(isInside(rect, { x: 49.9, y: 50 })).toBe(false);
    expect(isInside(rect, { x: 250.1, y: 50 })).toBe(false);
    expect(isInside(rect, { x: 100, y: 9.9 })).toBe(false);
    expect(isInside(rect, { x: 100, y: 110.1 })).toBe(false);
  });
});

describe("niceTicks", () => {
  it("chooses few round numbers that stand apart", () => {
    const { values, format } = niceTicks({ domain: [0, 9], length: 400, gap: 60 });
    expect(values).toEqual([0, 2, 4, 6, 8]);
    expect(values.map(format)).toEqual(["0", "2", "4", "6", "8"]);
  });

  it("never puts two ticks closer than the gap", () => {
    for (const length of [30, 60, 90, 150, 333, 1000]) {
      const { values } = niceTicks({ domain: [-2.5, 10], length, gap: 40 });
      const [first = 0, second] = values;
      if (second !== undefined && length >= 80) {
        expect(((second - first) / 12.5) * length).toBeGreaterThanOrEqual(40);
      }
      expect(values.length).toBeGreaterThan(0);
      expect(values.length).toBeLessThanOrEqual(7);
    }
  });

  it("marks two far apart where there is no room for three, and one where there is none for two", () => {
    expect(niceTicks({ domain: [0, 4.2], length: 74, gap: 40 }).values).toEqual([0, 4]);
    expect(niceTicks({ domain: [-2.3, 2.3], length: 30, gap: 40 }).values).toEqual([-2, 2]);
    expect(niceTicks({ domain: [-2.3, 2.3], length: 15, gap: 40 }).values).toEqual([0]);
    expect(niceTicks({ domain: [0.21, 0.29], length: 10, gap: 40 }).values).toHaveLength(1);
  });

  it("writes as many digits as the ticks need", () => {
    const { values, format } = niceTicks({ domain: [0, 0.1], length: 300, gap: 60 });
    expect(values.map(format)).toEqual(["0.00", "0.05", "0.10"]);
  });
});

describe("plotArea", () => {
  it("leaves the margins of the axes free", () => {
    const margins = axisMargins(lightTheme);
    const area = plotArea({ width: 400, height: 300, theme: lightTheme });
    expect(area.x).toBe(margins.left);
    expect(area.y).toBe(margins.top);
    expect(area.x + area.width).toBeCloseTo(400 - margins.right);
    expect(area.y + area.height).toBeCloseTo(300 - margins.bottom);
  });

  it("takes other margins where they are given", () => {
    const area = plotArea({ width: 400, height: 300, theme: darkTheme, margins: { left: 0 } });
    expect(area.x).toBe(0);
  });

  it("stays a picture in a panel that is too small", () => {
    const area = plotArea({ width: 10, height: 10, theme: lightTheme });
    expect(area.width).toBeGreaterThan(0);
    expect(area.height).toBeGreaterThan(0);
  });

  it("grows its margins with the theme", () => {
    expect(axisMargins(scaleTheme(lightTheme, 2)).left).toBeCloseTo(
      2 * axisMargins(lightTheme).left,
    );
  });
});

describe("parseRichText", () => {
  it("reads slanted, raised and lowered runs between plain ones", () => {
    expect(parseRichText("Activity *y*^{E} of_{k}!")).toEqual([
      { text: "Activity " },
      { text: "y", italic: true },
      { text: "E", shift: "super" },
      { text: " of" },
      { text: "k", shift: "sub" },
      { text: "!" },
    ]);
  });

  it("leaves plain words whole", () => {
    expect(parseRichText("time 2*3")).toEqual([{ text: "time 2*3" }]);
  });

  it("can be spelt without positions", () => {
    expect(plainText(parseRichText("|*y*^{I}|"))).toBe("|yI|");
  });
});

describe("estimateTextWidth", () => {
  it("grows with the type size and counts narrow, wide and raised letters", () => {
    expect(estimateTextWidth("abc", 20)).toBeCloseTo(2 * estimateTextWidth("abc", 10));
    expect(estimateTextWidth("iii", 10)).toBeLessThan(estimateTextWidth("aaa", 10));
    expect(estimateTextWidth("mmm", 10)).toBeGreaterThan(estimateTextWidth("AAA", 10));
    expect(estimateTextWidth("神経", 10)).toBe(20);
    expect(estimateTextWidth([{ text: "a", shift: "super" }], 10)).toBeLessThan(
      estimateTextWidth("a", 10),
    );
  });
});
