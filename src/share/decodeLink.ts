import { parseExperiment, parseView, type Workspace } from "#document";
import { fromBase64Url } from "./bytes/base64url.ts";
import { unseal } from "./bytes/sealing.ts";
import { countNeurons } from "./countNeurons.ts";
import { readHealed } from "./heal.ts";
import { LINK_LIMITS } from "./limits.ts";
import { LinkFault } from "./linkFault.ts";
import { unpackPatch } from "./packing/unpack.ts";
import { applyPatch, isPlainObject } from "./patch.ts";
import { LINK_VERSIONS, type LinkVersion, WRITTEN_VERSION } from "./versions.ts";

/** Why a link does not open. */
export type LinkProblem =
  | "empty"
  | "foreign"
  | "too-long"
  | "too-large"
  | "newer-version"
  | "broken";

/** What a link describes, or one sentence that says why it does not open. */
export type DecodedLink =
  | {
      readonly ok: true;
      readonly kind: "workspace";
      readonly workspace: Workspace;
      /** One sentence for each part that was not taken as it stands. */
      readonly dropped: readonly string[];
    }
  | { readonly ok: true; readonly kind: "preset"; readonly preset: string }
  | { readonly ok: false; readonly kind: LinkProblem; readonly message: string };

const PRESET = /^preset=([A-Za-z][\w-]{0,63})$/;
const WORKSPACE = /^v([1-9]\d{0,5})\.(.*)$/s;

/**
 * Read a link from anybody. Never throws, and spends no more than its limits allow.
 *
 * @param text a fragment with or without "#", or a whole address.
 */
export function decodeLink(text: string): DecodedLink {
  const fragment = text.slice(text.indexOf("#") + 1).trim();
  if (fragment === "") return fail("empty", "The address describes no experiment.");
  if (fragment.length >= LINK_LIMITS.characters) {
    return fail(
      "too-long",
      `This link has ${fragment.length + 1} characters; only ${LINK_LIMITS.characters} are read.`,
    );
  }
  const preset = PRESET.exec(fragment)?.[1];
  if (preset !== undefined) return { ok: true, kind: "preset", preset };
  const [, version, payload] = WORKSPACE.exec(fragment) ?? [];
  if (version === undefined || payload === undefined) {
    return fail("foreign", "The address ends in something that is not a link to an experiment.");
  }
  return decodeVersion(Number(version), payload);
}

function decodeVersion(number: number, payload: string): DecodedLink {
  const version = LINK_VERSIONS.get(number);
  if (version === undefined) {
    return fail(
      "newer-version",
      `This link was made by a newer version of this page (link format ${number}, this page reads up to ${WRITTEN_VERSION}); reload the page, or ask for the experiment as a file.`,
    );
  }
  try {
    return heal(readPayload(payload, version), version.base);
  } catch (fault) {
    // Besides our own faults the inflater throws its own: to the reader both mean the same.
    const reason = fault instanceof LinkFault ? fault.message : "letters were lost or changed";
    return fail("broken", `This link is damaged: ${reason}; copy it once more, as a whole.`);
  }
}

function readPayload(payload: string, version: LinkVersion): unknown {
  const packed = unseal(fromBase64Url(payload), version.dictionary);
  const patch = unpackPatch(packed, version.words);
  return version.upgrade(applyPatch(version.base, patch));
}

function heal(given: unknown, base: Workspace): DecodedLink {
  const { experiment: givenExperiment, view: givenView } = isPlainObject(given) ? given : {};
  const neurons = countNeurons(givenExperiment);
  if (neurons > LINK_LIMITS.neurons) {
    return fail(
      "too-large",
      `This link asks for ${neurons} neurons; links open up to ${LINK_LIMITS.neurons}, files more.`,
    );
  }
  const experiment = readHealed(givenExperiment, base.experiment, (value) => {
    const result = parseExperiment(value);
    return result.ok ? { ...result, value: result.experiment } : result;
  });
  const view = parseView(givenView, experiment.value);
  return {
    ok: true,
    kind: "workspace",
    workspace: { experiment: experiment.value, view: view.view },
    dropped: [...experiment.dropped, ...view.warnings],
  };
}

function fail(kind: LinkProblem, message: string): DecodedLink {
  return { ok: false, kind, message };
}
