import { describe, expect, it } from "vitest";
import { darkTheme, lightTheme, populationStyle, scaleTheme, type Theme } from "#plots";
import { contrast } from "../../support/contrast.ts";

function writtenPairs({ colors }: Theme): readonly (readonly [string, string])[] {
  return [
    [colors.text, colors.background],
    [colors.textMuted, colors.background],
    [colors.excitatoryText, colors.background],
    [colors.inhibitoryText, colors.background],
    [colors.unconstrainedText, colors.background],
    [colors.focusText, colors.background],
    [colors.textMuted, colors.regionNone],
    [colors.excitatoryText, colors.regionExcitatory],
    [colors.inhibitoryText, colors.regionInhibitory],
    [colors.focusText, colors.regionBoth],
  ];
}

describe("themes", () => {
  it.each([lightTheme, darkTheme])("keep all text readable ($id)", (theme) => {
    for (const [ink, ground] of writtenPairs(theme)) {
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([lightTheme, darkTheme])("draw E and I in the paper's hues ($id)", ({ colors }) => {
    expect([colors.excitatory, colors.inhibitory]).toEqual(["#ec523d", "#529fb9"]);
  });

  it("grow in type, pens and marks, never in colours", () => {
    const large = scaleTheme(lightTheme, 1.5);
    expect(large.colors).toBe(lightTheme.colors);
    expect(large.scale).toBe(1.5);
    for (const key of ["tick", "label", "name", "letter"] as const) {
      expect(large.sizes[key]).toBe(1.5 * lightTheme.sizes[key]);
    }
    for (const [key, value] of Object.entries(lightTheme.lines)) {
      expect(Object.entries(large.lines)).toContainEqual([key, 1.5 * value]);
    }
  });

  it("tell populations apart by more than hue", () => {
    const styles = (["excitatory", "inhibitory", "unconstrained"] as const).map((type) =>
      populationStyle(lightTheme, type),
    );
    expect(new Set(styles.map(({ marker }) => marker)).size).toBe(3);
    expect(styles[0]?.dash).not.toEqual(styles[1]?.dash);
  });
});
