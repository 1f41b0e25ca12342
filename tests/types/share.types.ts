import { describe, expectTypeOf, it } from "vitest";
import type { Workspace } from "#document";
import {
  type DecodedLink,
  decodeLink,
  type EncodedLink,
  encodeLink,
  type LinkProblem,
} from "#share";

describe("the link codec", () => {
  it("takes a workspace and answers with a fragment or a sentence", () => {
    expectTypeOf(encodeLink).parameters.toEqualTypeOf<[Workspace]>();
    expectTypeOf(encodeLink).returns.toEqualTypeOf<EncodedLink>();
    expectTypeOf<Extract<EncodedLink, { ok: true }>["fragment"]>().toBeString();
    expectTypeOf<Extract<EncodedLink, { ok: false }>["message"]>().toBeString();
  });

  it("answers any text with a workspace, a preset's name or a sentence", () => {
    expectTypeOf(decodeLink).parameters.toEqualTypeOf<[string]>();
    type Opened = Extract<DecodedLink, { kind: "workspace" }>;
    expectTypeOf<Opened["workspace"]>().toEqualTypeOf<Workspace>();
    expectTypeOf<Opened["dropped"]>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<Extract<DecodedLink, { kind: "preset" }>["preset"]>().toBeString();
    expectTypeOf<Extract<DecodedLink, { ok: false }>["kind"]>().toEqualTypeOf<LinkProblem>();
  });
});
