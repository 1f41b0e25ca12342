import { describe, expect, it } from "vitest";
import type { Workspace } from "#document";
import { decodeLink, encodeLink, encodePresetLink, LINK_LIMITS } from "#share";
import { toBase64Url } from "../../../src/share/bytes/base64url.ts";
import { seal } from "../../../src/share/bytes/sealing.ts";
import { packPatch } from "../../../src/share/packing/pack.ts";
import { findPatch, type Patch } from "../../../src/share/patch.ts";
import { LINK_VERSIONS, writtenVersion } from "../../../src/share/versions.ts";
import { workspace } from "../../support/workspaces.ts";

const { base, words, dictionary } = writtenVersion;

function fragmentOf(shown: Workspace): string {
  const encoded = encodeLink(shown);
  return encoded.ok ? encoded.fragment : encoded.message;
}

/** A well-made link to a workspace that no program of ours would write. */
function forge(experiment: object, view: object = {}): string {
  const shown = {
    experiment: { ...workspace.experiment, ...experiment },
    view: { ...workspace.view, ...view },
  };
  return forgePatch(findPatch(base, shown));
}

function forgePatch(patch: Patch): string {
  return `#v1.${toBase64Url(seal(packPatch(patch, words), dictionary))}`;
}

function describeLink(text: string): string {
  const decoded = decodeLink(text);
  return decoded.ok ? decoded.kind : `${decoded.kind}: ${decoded.message}`;
}

describe("a link", () => {
  it("brings the workspace back", () => {
    expect(decodeLink(fragmentOf(workspace))).toEqual({
      ok: true,
      kind: "workspace",
      workspace,
      dropped: [],
    });
  });

  it("opens with and without #, with blanks around and inside a whole address", () => {
    const fragment = fragmentOf(workspace);
    const opened = decodeLink(fragment);
    expect(decodeLink(fragment.slice(1))).toEqual(opened);
    expect(decodeLink(` ${fragment}\n`)).toEqual(opened);
    expect(decodeLink(`https://example.org/page?a=1${fragment}`)).toEqual(opened);
  });

  it("to the base is as short as can be", () => {
    expect(fragmentOf(base)).toMatch(/^#v1\.[\w-]{8}$/);
    expect(decodeLink(fragmentOf(base))).toMatchObject({ workspace: base, dropped: [] });
  });

  it("to a preset names it", () => {
    expect(encodePresetLink("fig-4de")).toBe("#preset=fig-4de");
    const expected = { ok: true, kind: "preset", preset: "fig-4de" };
    expect(decodeLink("#preset=fig-4de")).toEqual(expected);
    expect(decodeLink("https://example.org/#preset=fig-4de")).toEqual(expected);
  });
});

describe("a workspace that does not fit into a link", () => {
  it("is refused with its length when it is too long", () => {
    const values = Array.from({ length: 1000 }, (_, index) => [Math.sin(index)]);
    const input = { kind: "samples", values } as const;
    const experiment = { ...workspace.experiment, input };
    expect(fragmentOf({ ...workspace, experiment })).toMatch(
      /^A link to this experiment would have \d{5} characters and only 8000 travel safely; save it as a file instead\.$/,
    );
  });

  it("is refused when it would be refused on opening", () => {
    const values = Array.from({ length: 150_000 }, () => [0.5]);
    const input = { kind: "samples", values } as const;
    const experiment = { ...workspace.experiment, input };
    expect(fragmentOf({ ...workspace, experiment })).toBe(
      "This experiment cannot be put into a link, as it has more than 200000 numbers; save it as a file instead.",
    );
    const name = "ab".repeat(200_000);
    expect(fragmentOf({ ...workspace, experiment: { ...workspace.experiment, name } })).toMatch(
      /^This experiment cannot be put into a link, as it holds \d+ bytes and 262144 is the most;/,
    );
  });

  it("is refused when it has more neurons than a link may ask for", () => {
    const { network } = base.experiment;
    if (network.kind !== "tangent") throw new Error("The base is made of tangents.");
    const withCopies = (copies: number): Workspace => ({
      ...base,
      experiment: {
        ...base.experiment,
        network: {
          ...network,
          populations: network.populations.map((each) => ({ ...each, copies })),
        },
      },
    });
    expect(fragmentOf(withCopies(2777))).toMatch(/^#v1/);
    expect(fragmentOf(withCopies(2778))).toBe(
      "This experiment cannot be put into a link, as it has 200016 neurons and 200000 is the most; save it as a file instead.",
    );
    const link = forgePatch(findPatch(base, withCopies(1e9)));
    expect(describeLink(link)).toBe(
      "too-large: This link asks for 72000000000 neurons; links open up to 200000, files more.",
    );
  });

  it("cannot hide its neurons behind the other kind of recipe", () => {
    const { network } = base.experiment;
    if (network.kind !== "tangent") throw new Error("The base is made of tangents.");
    const populations = network.populations.map((each) => ({
      ...each,
      copies: 1e6,
      thresholds: [],
    }));
    expect(describeLink(forge({ network: { ...network, populations } }))).toMatch(/^too-large/);
  });

  it("is refused when a number is not finite", () => {
    const experiment = { ...workspace.experiment, duration: Number.NaN };
    expect(fragmentOf({ ...workspace, experiment })).toBe(
      "This experiment cannot be put into a link, as the number NaN is not finite; save it as a file instead.",
    );
  });

  it("is no excuse for a fault of the program", () => {
    const experiment = Object.defineProperty({ ...workspace.experiment }, "name", {
      enumerable: true,
      get: () => {
        throw new RangeError("ours");
      },
    });
    expect(() => encodeLink({ ...workspace, experiment })).toThrow("ours");
  });
});

describe("a link that does not open", () => {
  const payload = fragmentOf(workspace).slice(4);

  it.each([
    ["", "empty: The address describes no experiment."],
    ["#", "empty: The address describes no experiment."],
    ["#about", "foreign: The address ends in something that is not a link to an experiment."],
    ["#v0.AAAA", "foreign: The address ends in something that is not a link to an experiment."],
    [
      "#preset=../../etc",
      "foreign: The address ends in something that is not a link to an experiment.",
    ],
    [
      `#v7.${payload}`,
      "newer-version: This link was made by a newer version of this page (link format 7, this page reads up to 1); reload the page, or ask for the experiment as a file.",
    ],
    [
      `#v1.${payload.slice(0, -9)}`,
      "broken: This link is damaged: letters were lost or changed; copy it once more, as a whole.",
    ],
    [
      `#v1.${payload.slice(0, 20)}%20${payload.slice(20)}`,
      "broken: This link is damaged: it holds letters that no link has; copy it once more, as a whole.",
    ],
    ["#v1.", "broken: This link is damaged: it ends too early; copy it once more, as a whole."],
    ["#v1.A", "broken: This link is damaged: a letter is missing; copy it once more, as a whole."],
    [`#v1.${"A".repeat(8000)}`, "too-long: This link has 8004 characters; only 8000 are read."],
  ])("like %.20s says why", (text, expected) => {
    expect(describeLink(text)).toBe(expected);
  });

  it("may be as long as the longest that is written, and no longer", () => {
    const room = LINK_LIMITS.characters - "#v1.".length;
    expect(describeLink(`#v1.${"A".repeat(room)}`)).toMatch(/^broken/);
    expect(describeLink(`#v1.${"A".repeat(room + 1)}`)).toMatch(/^too-long/);
  });

  it("is damaged when its changes do not fit the base", () => {
    const set = { kind: "set", value: 1 } as const;
    const rows = { kind: "merge", entries: [["9", set]] } as const;
    const network = { kind: "merge", entries: [["populations", rows]] } as const;
    const experiment = { kind: "merge", entries: [["network", network]] } as const;
    expect(describeLink(forgePatch({ kind: "merge", entries: [["experiment", experiment]] }))).toBe(
      "broken: This link is damaged: it changes a row that is not there; copy it once more, as a whole.",
    );
  });
});

describe("a link with bad fields", () => {
  it("opens with their defaults and says so", () => {
    const decoded = decodeLink(forge({ seed: -1, duration: "long" }, { speed: 1e9 }));
    expect(decoded).toMatchObject({
      ok: true,
      workspace: { experiment: { seed: base.experiment.seed, name: "five neurons" } },
      dropped: [
        expect.stringMatching(/^duration is .*, so duration is as in the default\.$/),
        expect.stringMatching(/^seed is -1; .*, so seed is as in the default\.$/),
        expect.stringMatching(/^view\.speed is 1000000000; .*\.$/),
      ],
    });
  });

  it("opens with the network of the base when its own is beyond repair", () => {
    const network = { kind: "explicit", inputs: 1, populations: "many" };
    const decoded = decodeLink(forge({ network }));
    expect(decoded).toMatchObject({
      ok: true,
      workspace: { experiment: { network: base.experiment.network, seed: 7 } },
      dropped: [
        'network.populations is "many"; it must be a list of populations, so network is as in the default.',
      ],
    });
  });

  it("names what it does not know", () => {
    const decoded = decodeLink(forge({ future: { a: 1 } }));
    expect(decoded).toMatchObject({
      workspace,
      dropped: ["future is not a known field and is ignored."],
    });
  });

  it.each([7, [], "text", null, {}, { experiment: 1, view: undefined }])(
    "opens the base when it says %j",
    (value) => {
      expect(decodeLink(forgePatch({ kind: "set", value }))).toMatchObject({
        ok: true,
        workspace: { experiment: base.experiment },
        dropped: [expect.stringMatching(/, so everything is as in the default\.$/)],
      });
    },
  );
});

describe("versions", () => {
  it("are contiguous from 1", () => {
    expect([...LINK_VERSIONS.keys()]).toEqual(
      [...LINK_VERSIONS.keys()].map((_, index) => index + 1),
    );
  });

  it("have bases that their own link and today's readers give back", () => {
    for (const version of LINK_VERSIONS.values()) {
      const link = forgePatch(findPatch(base, version.upgrade(version.base)));
      expect(decodeLink(link)).toMatchObject({ workspace: version.base, dropped: [] });
    }
  });

  it("have words that fit into one byte, each once", () => {
    for (const { words: vocabulary } of LINK_VERSIONS.values()) {
      expect(new Set(vocabulary).size).toBe(vocabulary.length);
      expect(vocabulary.length).toBeLessThanOrEqual(160);
    }
  });
});
