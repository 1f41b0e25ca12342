import { describe, expect, it } from "vitest";
import { findParameter } from "#document";
import { readStep } from "../../../src/ui/controls/keyboardStep.ts";
import {
  decimalsOf,
  formatNumber,
  formatValue,
  parseTyped,
  quantise,
} from "../../../src/ui/controls/numbers.ts";
import { parseSymbol } from "../../../src/ui/controls/parseSymbol.ts";

const dt = findParameter("dt");
const threshold = findParameter("threshold");

describe("numbers for people", () => {
  it("knows how many decimals a step needs", () => {
    expect([1, 0.5, 0.05, 0.001, 1e-9].map(decimalsOf)).toEqual([0, 1, 2, 3, 6]);
  });

  it("rounds to a multiple of the step without binary dust", () => {
    expect(quantise(0.1 + 0.2, 0.1)).toBe(0.3);
    expect(quantise(-1.26, 0.05)).toBe(-1.25);
  });

  it("writes a true minus sign and never a negative zero", () => {
    expect(formatNumber(-1.5, 2)).toBe("−1.50");
    expect(formatNumber(-0.001, 2)).toBe("0.00");
  });

  it("shows what was typed when it is finer than the step", () => {
    expect(formatValue(1.25, { step: 0.1 })).toBe("1.250");
    expect(formatValue(1.2, { step: 0.1 })).toBe("1.2");
  });
});

describe("a typed number", () => {
  it("may have a comma, a true minus sign, blanks and an exponent", () => {
    expect(parseTyped(" −1,5 ", threshold)).toEqual({ ok: true, value: -1.5 });
    expect(parseTyped("2e-3", threshold)).toEqual({ ok: true, value: 0.002 });
    expect(parseTyped(".5", threshold)).toEqual({ ok: true, value: 0.5 });
  });

  it.each([
    ["abc", "The time step “abc” is not a number; type one from 0.00001 to 1."],
    ["1.2.3", "The time step “1.2.3” is not a number; type one from 0.00001 to 1."],
    ["0x10", "The time step “0x10” is not a number; type one from 0.00001 to 1."],
    ["Infinity", "The time step “Infinity” is not a number; type one from 0.00001 to 1."],
    ["  ", "The time step is empty; type a number from 0.00001 to 1."],
    ["2", "The time step 2 is out of range; type a number from 0.00001 to 1."],
    ["-1", "The time step -1 is out of range; type a number from 0.00001 to 1."],
  ])("that is %j is refused in one sentence", (text, message) => {
    expect(parseTyped(text, dt)).toEqual({ ok: false, message });
  });

  it("that is endless is quoted in part", () => {
    const typed = parseTyped("x".repeat(500), dt);
    expect(typed.ok ? "" : typed.message).toContain(`“${"x".repeat(15)}…”`);
  });
});

describe("keyboard steps", () => {
  const plain = { shiftKey: false, altKey: false };

  it("are one key step, ten with Shift and a tenth with Alt", () => {
    const rules = { keyStep: 0.5 };
    expect(readStep({ key: "ArrowUp", ...plain }, rules)).toBe(0.5);
    expect(readStep({ key: "ArrowLeft", ...plain, shiftKey: true }, rules)).toBe(-5);
    expect(readStep({ key: "ArrowRight", ...plain, altKey: true }, rules)).toBe(0.05);
    expect(readStep({ key: "PageDown", ...plain }, rules)).toBe(-5);
  });

  it("come from no other key", () => {
    expect(readStep({ key: "a", ...plain }, { keyStep: 1 })).toBeNull();
  });
});

describe("symbols", () => {
  it("have raised and lowered parts", () => {
    expect(parseSymbol("E_i^{EE}")).toEqual([{ base: "E", sup: "EE", sub: "i", italic: true }]);
  });

  it("name Greek letters in words", () => {
    expect(parseSymbol("tau_{ref}")).toEqual([{ base: "τ", sup: "", sub: "ref", italic: true }]);
  });

  it("keep signs upright", () => {
    expect(parseSymbol("|y^I|").map(({ base, italic }) => [base, italic])).toEqual([
      ["|", false],
      ["y", true],
      ["|", false],
    ]);
  });
});
