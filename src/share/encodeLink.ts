import type { Workspace } from "#document";
import { toBase64Url } from "./bytes/base64url.ts";
import { seal } from "./bytes/sealing.ts";
import { countNeurons } from "./countNeurons.ts";
import { LINK_LIMITS } from "./limits.ts";
import { demand, LinkFault } from "./linkFault.ts";
import { packPatch } from "./packing/pack.ts";
import { findPatch } from "./patch.ts";
import { WRITTEN_VERSION, writtenVersion } from "./versions.ts";

/** The fragment of a link with its "#", or one sentence that says why there is none and what to do. */
export type EncodedLink =
  | { readonly ok: true; readonly fragment: string }
  | { readonly ok: false; readonly message: string };

/**
 * Write what is on screen as a link: what differs from the version's frozen base, packed, deflated, base64url.
 * Equal workspaces give equal links; opening one gives every number back bit for bit.
 */
export function encodeLink(workspace: Workspace): EncodedLink {
  try {
    return measure(`#v${WRITTEN_VERSION}.${writePayload(workspace)}`);
  } catch (fault) {
    if (!(fault instanceof LinkFault)) throw fault;
    const message = `This experiment cannot be put into a link, as ${fault.message}; save it as a file instead.`;
    return { ok: false, message };
  }
}

/** The link that means "this preset as it is today". */
export function encodePresetLink(id: string): string {
  return `#preset=${id}`;
}

function writePayload(workspace: Workspace): string {
  const neurons = countNeurons(workspace.experiment);
  demand(
    neurons <= LINK_LIMITS.neurons,
    `it has ${neurons} neurons and ${LINK_LIMITS.neurons} is the most`,
  );
  const { base, words, dictionary } = writtenVersion;
  const patch = findPatch(base, workspace);
  const packed = packPatch(patch, words);
  demand(
    packed.length <= LINK_LIMITS.bytes,
    `it holds ${packed.length} bytes and ${LINK_LIMITS.bytes} is the most`,
  );
  return toBase64Url(seal(packed, dictionary));
}

function measure(fragment: string): EncodedLink {
  if (fragment.length <= LINK_LIMITS.characters) return { ok: true, fragment };
  const message = `A link to this experiment would have ${fragment.length} characters and only ${LINK_LIMITS.characters} travel safely; save it as a file instead.`;
  return { ok: false, message };
}
