import { describe, expect, it } from "vitest";
import { choose, many, prepareTrialsPage, small } from "../../support/trialsPage.tsx";
import { click } from "../../support/uiHarness.tsx";

const begin = prepareTrialsPage();

describe("results of trials", () => {
  it("draws another measure of the same trials without running them again", async () => {
    const ui = begin(small);
    click(ui.button("Run"));
    await ui.finish();
    click(ui.button("table"));
    const heads = (): readonly (string | null)[] =>
      [...ui.page.querySelectorAll("thead th")].map(({ textContent }) => textContent);
    expect(heads()[1]).toMatch(/^spike-count CV, E \d$/);
    choose(ui.choices()[2], "readout");
    expect(heads()).toEqual([
      "voltage noise of all populations",
      "mean readout, E",
      "mean readout, I",
      "trials",
    ]);
    const cells = [...ui.page.querySelectorAll("tbody td")].map(({ textContent }) => textContent);
    expect(cells.slice(0, 3)).toEqual([
      expect.stringMatching(/^[\d.]+$/),
      expect.stringMatching(/^[\d.]+$/),
      "1",
    ]);
    expect(cells[3]).toMatch(/^[\d.]+ ± [\d.]+$/);
  });

  it("shows every measure of many trials in its table, and how neurons fire together", async () => {
    const ui = begin(many);
    click(ui.button("Run"));
    await ui.finish();
    expect(ui.status()).toContain("Without noise every trial is the same.");
    click(ui.button("table"));
    const rows = [...ui.page.querySelectorAll("tbody th")].map(({ textContent }) => textContent);
    expect(rows).toContain("Fano factor");
    click(ui.button("table"));
    choose(ui.choices().at(-1), "correlation");
    expect(ui.settings()?.picture).toBe("correlation");
    expect(ui.page.querySelector(".lb-message")).toBeNull();
  });

  it("says what cross-correlation needs where one neuron was watched", async () => {
    const ui = begin({ ...many, picture: "correlation" }, [{ population: "E", index: 0 }]);
    click(ui.button("Run"));
    await ui.finish();
    expect(ui.find(".lb-message").textContent).toMatch(/^Cross-correlation needs two/);
  });

  it("hands the numbers and the picture to the exports", async () => {
    const ui = begin(small);
    expect(ui.button("Save the trials as CSV").disabled).toBe(true);
    click(ui.button("Run"));
    await ui.finish();
    click(ui.button("Save the trials as CSV"));
    click(ui.button("Save the picture of the trials as SVG"));
    expect(ui.log.calls).toEqual(["exportCsv trials", "exportPanel trials svg"]);
  });
});
