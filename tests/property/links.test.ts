import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExperiment, parseView, type Workspace } from "#document";
import { isSameData } from "#math";
import { decodeLink, encodeLink, LINK_LIMITS } from "#share";
import { arbitraryWorkspace } from "../support/arbitraryWorkspace.ts";
import { handMadeWorkspace } from "../support/handMade.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function fragmentOf(workspace: Workspace): string {
  const encoded = encodeLink(workspace);
  expect(encoded).toMatchObject({ ok: true });
  return encoded.ok ? encoded.fragment : "";
}

// Hundreds of documents are compiled and searched for crossings: more than the usual limit on a busy machine.
describe("links", { timeout: 120_000 }, () => {
  it("give every valid workspace back bit for bit", () => {
    fc.assert(
      fc.property(arbitraryWorkspace, (workspace) => {
        const decoded = decodeLink(fragmentOf(workspace));
        expect(decoded).toMatchObject({ ok: true, dropped: [] });
        return decoded.ok && "workspace" in decoded && isSameData(decoded.workspace, workspace);
      }),
    );
  });

  it("of equal workspaces are equal, whatever the order of the keys", () => {
    fc.assert(
      fc.property(arbitraryWorkspace, (workspace) => {
        expect(fragmentOf(reverseKeys(workspace))).toBe(fragmentOf(workspace));
      }),
    );
  });

  it("stay within the limit and spell nothing that an address would escape", () => {
    fc.assert(
      fc.property(arbitraryWorkspace, (workspace) => {
        const fragment = fragmentOf(workspace);
        return fragment.length <= LINK_LIMITS.characters && /^#v1\.[\w-]+$/.test(fragment);
      }),
    );
  });

  it("to a hundred neurons set by hand stay under 1,500 characters", () => {
    fc.assert(
      fc.property(handMadeWorkspace, (workspace) => fragmentOf(workspace).length < 1500),
      { numRuns: 30 },
    );
  });

  it("never throw when they are any text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string().map((rest) => `#v1.${rest}`),
      fc.array(fc.constantFrom(...LETTERS)).map((letters) => `#v1.${letters.join("")}`),
      fc.tuple(fc.nat(), fc.string()).map(([version, rest]) => `#v${version}.${rest}`),
      fc.string().map((id) => `#preset=${id}`),
    );
    fc.assert(fc.property(text, isSound), { numRuns: 500 });
  });

  it("never throw and never show half a document when letters are changed, lost or added", () => {
    const damage = fc.record({
      at: fc.nat(),
      cut: fc.nat(3),
      put: fc.array(fc.constantFrom(...LETTERS), { maxLength: 3 }).map((each) => each.join("")),
    });
    fc.assert(
      fc.property(arbitraryWorkspace, damage, (workspace, { at, cut, put }) => {
        const fragment = fragmentOf(workspace);
        const start = 4 + (at % (fragment.length - 4));
        return isSound(fragment.slice(0, start) + put + fragment.slice(start + cut));
      }),
    );
  });
});

/** Decoding answers, and whatever workspace it answers with is one that the readers take as it is. */
function isSound(text: string): boolean {
  const decoded = decodeLink(text);
  if (!decoded.ok) return decoded.message.endsWith(".");
  if (!("workspace" in decoded)) return /^[\w-]+$/.test(decoded.preset);
  const { experiment, view } = decoded.workspace;
  const again = parseExperiment(experiment);
  return (
    again.ok &&
    isSameData(again.experiment, experiment) &&
    isSameData(parseView(view, experiment).view, view)
  );
}

/** The same data with the keys of every object the other way round. */
function reverseKeys<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).reverse())
      : each,
  );
}
